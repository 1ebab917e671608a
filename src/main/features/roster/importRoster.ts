import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { importKinds } from '#main/features/roster/importKinds.ts'
import { rememberChoices } from '#main/features/roster/importMemory.ts'
import type { ImportRequest, PlannedImport } from '#main/features/roster/importPlan.ts'
import { logImport, newestEntry } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { ImportWorker } from '#main/jobs/importWorker.ts'
import { refuseBadRows } from '#shared/imports/badRows.ts'
import type { ApplyOptions, ImportOptions, ImportPreview, ImportResult } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'

/** One for the app: what it keeps of the file that is looked at serves the import too. */
const importWorker = new ImportWorker('roster')

/** Says what importing a staged spreadsheet would change. @throws Refusal `unreadable_sheet`, `not_found`, `cancelled` */
export async function previewImport(
  workspace: Workspace,
  input: ImportOptions,
  call: CallContext,
): Promise<ImportPreview> {
  const { path } = workspace.current()
  const { handle } = input
  const { name, bytes, ...choices } = requestOf(workspace, input, call)
  call.progress(`Reading ${name} and comparing it with the roster`)
  return importWorker.run('previewImport', { path, handle, name, bytes, choices }, call.signal)
}

/**
 * Imports a staged spreadsheet: one write after a backup, one history entry. What changes nothing leaves no trace.
 * @throws Refusal `invalid_rows` where no row can be stored, or one cannot and `badRows` is `refuse`; as `previewImport` does
 */
export function applyImport(workspace: Workspace, input: ApplyOptions, call: CallContext): Promise<ImportResult> {
  return importRoster(workspace, { ...input, backUp: true }, call)
}

/** The roster was changed while a file was compared with it. */
class RosterChanged extends Error {}

/** `applyImport`, with a say about the backup. */
export async function importRoster(
  workspace: Workspace,
  input: ApplyOptions & { backUp: boolean },
  call: CallContext,
): Promise<ImportResult> {
  const file = workspace.current()
  const { name, bytes, ...choices } = requestOf(workspace, input, call)
  let backUp = input.backUp
  for (;;) {
    call.progress(`Reading ${name} and comparing it with the roster`)
    const about = { path: file.path, handle: input.handle, name, bytes, choices }
    const planned = await importWorker.run('planImport', about, call.signal)
    refuseBadRows(planned, input.badRows)
    if (backUp && (planned.rows.length > 0 || input.missing)) {
      call.progress('Backing up')
      await workspace.backUp('import', call)
      backUp = false
    }
    call.signal.throwIfAborted()
    try {
      return await write(file, planned, input, call)
    } catch (error) {
      // Somebody edited the roster meanwhile, so that the plan may be wrong: it is made again.
      if (!(error instanceof RosterChanged)) throw error
    }
  }
}

function write(
  file: DataFile,
  planned: PlannedImport,
  { programId, as, missing }: ApplyOptions,
  call: CallContext,
): Promise<ImportResult> {
  const how = importKinds[as]
  const { noun } = how
  const { rows, counts, fileName } = planned
  if (rows.length > 0) call.progress(`Writing ${count(rows.length, noun.one, noun.many)}`)
  const label = ({ marked }: ImportResult): string => importLabel(noun, fileName, rows.length, marked)
  return file.write(call, { label }, async (tx, entryId) => {
    if ((await newestEntry(tx)) !== planned.asOfEntry) throw new RosterChanged()
    await rememberChoices(tx, planned, { programId, kind: as, at: call.now })
    const program = await getProgram(tx, programId, call.today)
    if (rows.length > 0) await how.apply(tx, planned, { program, fileName }, call)
    const marked = missing ? await how.markMissing(tx, planned, { programId, ...missing }, call) : 0
    if (rows.length === 0 && marked === 0) return { runId: null, entryId: null, counts, marked }
    const { create, update, unchanged, skipped, needsYou } = counts
    const runId = await logImport(tx, {
      at: call.now,
      actor: call.actor,
      file_name: fileName,
      sha256: planned.sha256,
      imported_as: as,
      program_id: program.id,
      created: create,
      updated: update,
      unchanged,
      skipped: skipped + needsYou,
      entry_id: entryId,
    })
    return { runId, entryId, counts, marked }
  })
}

/** "Import 12 learners from roster.xlsx, mark 2 who are not in it". */
function importLabel(noun: { one: string; many: string }, fileName: string, rows: number, marked: number): string {
  if (rows === 0) return `Mark ${count(marked, noun.one, noun.many)} not in ${fileName}`
  const also = marked > 0 ? `, mark ${marked.toLocaleString('en-US')} not in it` : ''
  return `Import ${count(rows, noun.one, noun.many)} from ${fileName}${also}`
}

/** A staged file with what the user says of it, as a worker takes it. */
export function requestOf(workspace: Workspace, input: ImportOptions, call: CallContext): ImportRequest {
  const { handle, ...choices } = input
  const { name, bytes } = workspace.staging.get(handle)
  return { name, bytes, input: choices, today: call.today }
}
