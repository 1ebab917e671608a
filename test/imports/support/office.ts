import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { startProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { applyImport, previewImport } from '#main/features/roster/importRoster.ts'
import { learners } from '#main/features/roster/learners.ts'
import { listRows } from '#main/features/roster/service.ts'
import { Workspace } from '#main/features/workspace/workspace.ts'
import type { ApplyOptions, ImportOptions, ImportPreview, ImportResult } from '#shared/imports/schema.ts'
import type { Refusal } from '#shared/kernel/problem.ts'
import type { Program, ProgramDraft } from '#shared/program/schema.ts'
import type { Coach, Learner, PeopleKind } from '#shared/roster/schema.ts'

export const today = '2026-09-15'

const log = { info: () => {}, warn: () => {}, error: () => 'TEST' }

export const newCall = (signal = new AbortController().signal): CallContext => ({
  requestId: newId(),
  actor: 'Dana Reyes',
  now: `${today}T15:00:00.000Z`,
  today,
  signal,
  progress: () => {},
})

/** What a test says about a file; everything else is recognised. */
type Choices = Partial<ImportOptions> & Partial<Pick<ApplyOptions, 'badRows' | 'missing'>>

/** A real data file in a folder of its own, with one program, and short ways to do what an administrator does. */
export class Office {
  readonly folder: string
  readonly workspace: Workspace
  program: Program

  constructor(folder: string, workspace: Workspace, program: Program) {
    this.folder = folder
    this.workspace = workspace
    this.program = program
  }

  static async open(program: Partial<ProgramDraft> = {}): Promise<Office> {
    const folder = await mkdtemp(join(tmpdir(), 'coachdesk-imports-'))
    const workspace = openWorkspace(folder)
    await workspace.createAt(join(folder, 'office.coachdesk'))
    const draft: ProgramDraft = {
      name: 'Coaching program',
      kind: 'ume',
      institution: '',
      year: 2026,
      cohorts: ['Class of 2027', 'Class of 2028', 'Class of 2029', 'Class of 2030'].map((name) => ({ name })),
      sites: [{ name: 'Main campus' }, { name: 'North campus' }],
      ...program,
    }
    return new Office(folder, workspace, await startProgram(workspace.current(), draft, newCall()))
  }

  /** Hands a file over as the window does. @returns its handle */
  stage(name: string, content: string | Uint8Array): string {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return this.workspace.staging.put(name, bytes).handle
  }

  preview(content: string | Uint8Array, as: PeopleKind = 'learners', choices: Choices = {}): Promise<ImportPreview> {
    const handle = this.stage('roster.csv', content)
    return previewImport(this.workspace, { handle, programId: this.program.id, as, ...choices }, newCall())
  }

  apply(
    content: string | Uint8Array,
    as: PeopleKind = 'learners',
    choices: Choices = {},
    signal?: AbortSignal,
  ): Promise<ImportResult> {
    const handle = this.stage('roster.csv', content)
    const input = { handle, programId: this.program.id, as, badRows: 'skip', ...choices } as const
    return applyImport(this.workspace, input, newCall(signal))
  }

  learners(): Promise<Learner[]> {
    return listRows(this.workspace.current(), learners, { programId: this.program.id }, newCall())
  }

  coaches(): Promise<Coach[]> {
    return listRows(this.workspace.current(), coaches, { programId: this.program.id }, newCall())
  }

  async learner(lastName: string): Promise<Learner> {
    const found = (await this.learners()).filter((row) => row.lastName === lastName)
    if (found.length !== 1) throw new Error(`${found.length} learners are called ${lastName}`)
    return found[0]!
  }

  async close(): Promise<void> {
    await this.workspace.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

export function openWorkspace(folder: string): Workspace {
  return new Workspace({
    dataFolder: folder,
    settingsFolder: join(folder, 'settings'),
    version: '0.0.0',
    surface: 'commandLine',
    now: () => new Date(`${today}T15:00:00.000Z`),
    log,
  })
}

/** The problem a promise is refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal['problem']> {
  const error: unknown = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof Error && 'problem' in error) return (error as Refusal).problem
  throw error
}
