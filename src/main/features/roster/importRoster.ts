import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { applyPlan } from '#main/features/roster/applyPlan.ts'
import { type ImportKind, importCoaches, importLearners } from '#main/features/roster/importKinds.ts'
import { rememberChoices } from '#main/features/roster/importMemory.ts'
import type { ImportRequest, PlannedImport } from '#main/features/roster/importPlan.ts'
import { insertImportRun, newestEntry } from '#main/features/roster/importRepository.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportOptions, ImportPreview, ImportProblem, ImportResult } from '#shared/imports/schema.ts'
import { type Refusal, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Row = Learner | Coach

type ApplyOptions = ImportOptions & { badRows: BadRows }

/** Whether rows that cannot be stored hold back the others. */
type BadRows = 'skip' | 'refuse'

/** Says what importing a staged spreadsheet would change. @throws Refusal `unreadable_sheet`, `not_found`, `cancelled` */
export async function previewImport(
  workspace: Workspace,
  input: ImportOptions,
  call: CallContext,
): Promise<ImportPreview> {
  const { path } = workspace.current()
  const request = requestOf(workspace, input, call)
  call.progress(`Reading ${request.name} and comparing it with the roster`)
  return runInWorker('previewImport', { path, request }, { signal: call.signal })
}

/**
 * Imports a staged spreadsheet: one write after a backup, one history entry. What changes nothing leaves no trace.
 * @throws Refusal `invalid_rows` where no row can be stored, or one cannot and `badRows` is `refuse`; as `previewImport` does
 */
export function applyImport(workspace: Workspace, input: ApplyOptions, call: CallContext): Promise<ImportResult> {
  return importRoster(workspace, { ...input, backUp: true }, call)
}

/** `applyImport`, with a say about the backup. */
export async function importRoster(
  workspace: Workspace,
  input: ApplyOptions & { backUp: boolean },
  call: CallContext,
): Promise<ImportResult> {
  return input.as === 'learners'
    ? apply(importLearners, workspace, input, call)
    : apply(importCoaches, workspace, input, call)
}

/** The roster was changed while a file was compared with it. */
class RosterChanged extends Error {}

async function apply<R extends Row>(
  how: ImportKind<R>,
  workspace: Workspace,
  input: ApplyOptions & { backUp: boolean },
  call: CallContext,
): Promise<ImportResult> {
  const file = workspace.current()
  const request = requestOf(workspace, input, call)
  let backUp = input.backUp
  for (;;) {
    call.progress(`Reading ${request.name} and comparing it with the roster`)
    const planned = await runInWorker('planImport', { path: file.path, request }, { signal: call.signal })
    refuseBadRows(planned, input.badRows)
    if (planned.rows.length > 0 && backUp) {
      call.progress('Backing up')
      await workspace.backUp('import', call)
      backUp = false
    }
    call.signal.throwIfAborted()
    try {
      return await write(how, file, planned, input, call)
    } catch (error) {
      // Somebody edited the roster meanwhile, so that the plan may be wrong: it is made again.
      if (!(error instanceof RosterChanged)) throw error
    }
  }
}

function write<R extends Row>(
  how: ImportKind<R>,
  file: DataFile,
  planned: PlannedImport,
  { programId }: ApplyOptions,
  call: CallContext,
): Promise<ImportResult> {
  const { noun } = how.placement
  const { rows, counts, fileName } = planned
  if (rows.length > 0) call.progress(`Writing ${count(rows.length, noun.one, noun.many)}`)
  const label = `Import ${count(rows.length, noun.one, noun.many)} from ${fileName}`
  return file.write(call, { label }, async (tx, entryId) => {
    if ((await newestEntry(tx)) !== planned.asOfEntry) throw new RosterChanged()
    await rememberChoices(tx, planned, { programId, kind: how.kind, at: call.now })
    if (rows.length === 0) return { runId: null, entryId: null, counts }
    const program = await getProgram(tx, programId, call.today)
    await applyPlan(tx, how, planned, { program, fileName }, call)
    const { create, update, unchanged, skipped, needsYou } = counts
    const runId = await insertImportRun(tx, {
      at: call.now,
      actor: call.actor,
      file_name: fileName,
      sha256: planned.sha256,
      imported_as: how.kind,
      program_id: program.id,
      created: create,
      updated: update,
      unchanged,
      skipped: skipped + needsYou,
      entry_id: entryId,
    })
    return { runId, entryId, counts }
  })
}

/** A staged file with what the user says of it, as a worker takes it. */
export function requestOf(workspace: Workspace, input: ImportOptions, call: CallContext): ImportRequest {
  const { handle, ...choices } = input
  const { name, bytes } = workspace.staging.get(handle)
  return { name, bytes, input: choices, today: call.today }
}

const shownDetails = 200

/** Refuses a file of which nothing can be stored; with `refuse`, one of which some row cannot or waits for a decision. */
function refuseBadRows({ fileName, sheets, counts, holding, nobody }: PlannedImport, badRows: BadRows): void {
  const where = `${fileName}, sheet ${sheets[0]!.columns[0]?.sheet ?? ''}`
  const errors = holding.filter(({ level }) => level === 'error')
  if (counts.rows > 0 && counts.skipped === counts.rows && errors.length > 0) {
    throw notImported(nobody ? `${where}: ${nobody.message}` : `${where}: no row can be stored.`, errors)
  }
  const bad = new Set(holding.map(placeOfRow)).size
  if (badRows === 'skip' || bad === 0) return
  const message = `${where}: ${count(bad, 'row')} cannot be stored. Correct ${bad === 1 ? 'it' : 'them'} in the file, or import the other rows alone.`
  throw notImported(message, holding)
}

const notImported = (what: string, problems: readonly ImportProblem[]): Refusal =>
  refuse('invalid_rows', `${what} Nothing was imported.`, problems.slice(0, shownDetails).map(detail))

const detail = ({ sheet, row, column, message }: ImportProblem): { path: string; message: string } => ({
  path: `${sheet}!${column}${row}`,
  message,
})
