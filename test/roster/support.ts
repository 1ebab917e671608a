import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { createDataFile } from '#main/database/openDataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram, startProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { pairLearners } from '#main/features/roster/pairLearners.ts'
import { addRow, getPerson, listRows } from '#main/features/roster/service.ts'
import { type Problem, Refusal } from '#shared/kernel/problem.ts'
import type { Program, ProgramDraft } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import type { Coach, Learner, PairingResult, Person } from '#shared/roster/schema.ts'

/** The day the tests enter people on. */
export const start = '2026-07-01'

/** A call on a day. */
export const on = (today: string): CallContext => ({
  requestId: newId(),
  actor: 'Dana Reyes',
  now: `${today}T15:00:00.000Z`,
  today,
  signal: new AbortController().signal,
  progress: () => {},
})

/** What a promise was refused with; fails the test where it was not refused. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  )
  if (!(error instanceof Refusal)) throw error
  return error.problem
}

/** A real data file with one program, and short ways to do what an administrator does. */
export class Desk {
  readonly file: DataFile
  readonly programId: string

  constructor(file: DataFile, programId: string) {
    this.file = file
    this.programId = programId
  }

  static async open(program: Partial<ProgramDraft> = {}): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'coachdesk-roster-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const file = await createDataFile(join(folder, 'test.coachdesk'))
    onTestFinished(() => file.close())
    const draft: ProgramDraft = {
      name: 'Internal medicine residency',
      kind: 'gme',
      institution: '',
      year: 2026,
      cohorts: [{ name: 'PGY-1' }, { name: 'PGY-2' }, { name: 'PGY-3' }],
      sites: [{ name: 'Main campus' }],
      ...program,
    }
    return new Desk(file, (await startProgram(file, draft, on(start))).id)
  }

  program(today = start): Promise<Program> {
    return getProgram(this.file.db, this.programId, today)
  }

  addLearner(lastName: string, fields: Partial<Learner> = {}, today = start): Promise<Learner> {
    return addRow(this.file, learners, this.programId, { ...blankLearner(today), lastName, ...fields }, on(today))
  }

  addCoach(lastName: string, fields: Partial<Coach> = {}, today = start): Promise<Coach> {
    return addRow(this.file, coaches, this.programId, { ...blankCoach(today), lastName, ...fields }, on(today))
  }

  learners(asOf?: string, today = start): Promise<Learner[]> {
    return listRows(this.file, learners, { programId: this.programId, asOf }, on(asOf ?? today))
  }

  coaches(asOf?: string, today = start): Promise<Coach[]> {
    return listRows(this.file, coaches, { programId: this.programId, asOf }, on(asOf ?? today))
  }

  async learner(lastName: string, asOf = start): Promise<Learner> {
    return only((await this.learners(undefined, asOf)).filter((row) => row.lastName === lastName))
  }

  async coach(lastName: string, asOf = start): Promise<Coach> {
    return only((await this.coaches(undefined, asOf)).filter((row) => row.lastName === lastName))
  }

  person(row: { personId: string }): Promise<Person> {
    return getPerson(this.file, row.personId)
  }

  pair(learner: Learner, coach: Coach, fromOn: string, over: { keepCurrent?: boolean } = {}): Promise<PairingResult> {
    const pairs = [{ learnerId: learner.id, coachId: coach.id }]
    const input = { programId: this.programId, pairs, fromOn, why: '', keepCurrent: false, ...over }
    return pairLearners(this.file, input, on(fromOn))
  }

  /** Everything the tracked tables hold, to compare before and after an undo; revisions only grow. */
  async everything(): Promise<unknown> {
    const tables = ['program', 'cohort', 'person', 'person_identity', 'enrolment', 'enrolment_standing'] as const
    const more = [
      'appointment',
      'appointment_standing',
      'staff_role',
      'pairing',
      'custom_field',
      'custom_value',
    ] as const
    const rows = await Promise.all(
      [...tables, ...more].map((table) => this.file.db.selectFrom(table).selectAll().orderBy('id').execute()),
    )
    return rows.flat().map((row) => ({ ...row, revision: 0 }))
  }

  async findings(): Promise<string[]> {
    return (await this.file.check()).findings
  }
}

function only<T>(rows: T[]): T {
  if (rows.length !== 1) throw new Error(`${rows.length} rows fit.`)
  return rows[0]!
}
