import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { type ChangedPerson, changesWorkbook } from '#main/features/roster/changesWorkbook.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { loadPairings } from '#main/features/roster/pairings.ts'
import { listCorrections, logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { coachChangesBetween, learnerChanges } from '#shared/roster/changeReport.ts'
import { sortName } from '#shared/roster/personName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

interface ChangesInput {
  programId: Id
  from: PlainDate
  to: PlainDate
  audience: string
}

/**
 * Writes what became of the people of a program between two days, both included: from the dated rows what holds from a
 * day on, from the history what was corrected. Logs for whom. @throws Refusal `invalid_input`
 */
export async function exportChanges(workspace: Workspace, input: ChangesInput, call: CallContext): Promise<StagedFile> {
  if (input.to < input.from)
    throw refuse('invalid_input', 'The last day must not be before the first.', [
      { path: 'to', message: 'Enter a day that is not before the first.' },
    ])
  const file = workspace.current()
  call.progress('Reading the changes')
  const program = await getProgram(file.db, input.programId, call.today)
  const people = [...(await changedLearners(file.db, input)), ...(await changedCoaches(file.db, input))]
  const model = changesWorkbook({
    ...input,
    program,
    people,
    corrections: await listCorrections(file, input),
    actor: call.actor,
    now: call.now,
    version: workspace.version,
  })
  const rows = model.sheets.reduce((sum, sheet) => sum + (sheet.kind === 'table' ? sheet.rows.length : 0), 0)
  const bytes = await runInWorker('writeWorkbook', model, { signal: call.signal })
  const staged = workspace.staging.put(`${program.name} changes ${input.from} to ${input.to}.xlsx`, bytes)
  await logExport(file, { what: 'Changes', fileName: staged.name, audience: input.audience, rows }, call)
  return staged
}

async function changedLearners(db: Db, { programId, from, to }: ChangesInput): Promise<ChangedPerson[]> {
  const standings = await db
    .selectFrom('enrolment_standing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'level', 'reason'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
    .execute()
  const standingsOf = Map.groupBy(standings, ({ enrolment_id }) => enrolment_id)
  const pairingsOf = Map.groupBy(await loadPairings(db, { programId }), ({ learnerId }) => learnerId)
  return (await learners.load(db, programId, to)).map((row) => ({
    personId: row.personId,
    name: sortName(row),
    kind: 'learners',
    changes: learnerChanges(
      { ...row, standings: standingsOf.get(row.id) ?? [] },
      pairingsOf.get(row.id) ?? [],
      from,
      to,
    ),
  }))
}

async function changedCoaches(db: Db, { programId, from, to }: ChangesInput): Promise<ChangedPerson[]> {
  const standings = await db
    .selectFrom('appointment_standing')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'capacity', 'effort', 'reason'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
    .execute()
  const standingsOf = Map.groupBy(standings, ({ appointment_id }) => appointment_id)
  return (await coaches.load(db, programId, to)).map((row) => ({
    personId: row.personId,
    name: sortName(row),
    kind: 'coaches',
    changes: coachChangesBetween({ ...row, standings: standingsOf.get(row.id) ?? [] }, from, to),
  }))
}
