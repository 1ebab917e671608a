import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadDays, loadKnown } from '#main/features/coaching/people.ts'
import { insertCompletions, insertMeetings, loadCompletions, loadMeetings } from '#main/features/coaching/repository.ts'
import { designInForce } from '#main/features/program/design.ts'
import { getProgram, requireProgram } from '#main/features/program/service.ts'
import { findEarlierImport, logImport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { aboutList, noUsableRow, readStagedList } from '#main/jobs/stagedList.ts'
import type {
  ImportedRecords,
  RecordImportOptions,
  RecordImportResult,
  RecordPreview,
} from '#shared/coaching/importSchema.ts'
import { planRecords, type RecordPlan } from '#shared/coaching/planRecords.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/** Says what importing a staged list would add. @throws Refusal `unreadable_sheet`, `invalid_input`, `cancelled` */
export async function previewRecords(
  workspace: Workspace,
  input: RecordImportOptions,
  call: CallContext,
): Promise<RecordPreview> {
  const { db } = workspace.current()
  const read = await readStagedList(workspace.staging.get(input.handle), input.cells, call)
  const { file, sha256 } = read
  const { table, meetings: _, completions: __, ...plan } = await planAgainst(db, file, input, call)
  return {
    ...plan,
    ...aboutList(read, table),
    importedBefore: await findEarlierImport(db, { sha256, programId: input.programId, importedAs: input.as }),
  }
}

/**
 * Imports a staged list: one write after a backup, one history entry. Rows that cannot be read are left out.
 * @throws Refusal `invalid_rows` where no row can be stored; as `previewRecords` does
 */
export function applyRecords(
  workspace: Workspace,
  input: RecordImportOptions,
  call: CallContext,
): Promise<RecordImportResult> {
  return importRecords(workspace, { ...input, backUp: true }, call)
}

const words: Record<ImportedRecords, readonly [one: string, many: string]> = {
  meetings: ['meeting', 'meetings'],
  completions: ['module done', 'modules done'],
}

/** `applyRecords`, with a say about the backup. */
export async function importRecords(
  workspace: Workspace,
  { backUp, ...input }: RecordImportOptions & { backUp: boolean },
  call: CallContext,
): Promise<RecordImportResult> {
  const data = workspace.current()
  const { file, sha256 } = await readStagedList(workspace.staging.get(input.handle), input.cells, call)
  refuseUseless(file, await planAgainst(data.db, file, input, call))
  if (backUp) {
    call.progress('Backing up')
    await workspace.backUp('import', call)
  }
  call.signal.throwIfAborted()
  call.progress('Writing the records')
  const label = ({ counts }: RecordImportResult) =>
    `Import ${count(counts.create, ...words[input.as])} from ${file.name}`
  return data.write(call, { label }, async (tx, entryId) => {
    await requireProgram(tx, input.programId)
    // Planned once more, because somebody may have imported the same file meanwhile.
    const { counts, meetings, completions } = await planAgainst(tx, file, input, call)
    if (counts.create === 0) return { runId: null, entryId: null, counts }
    await insertMeetings(tx, meetings)
    await insertCompletions(tx, await withModuleNames(tx, input.programId, completions))
    const runId = await logImport(tx, {
      at: call.now,
      actor: call.actor,
      file_name: file.name,
      sha256,
      imported_as: input.as,
      program_id: input.programId,
      created: counts.create,
      updated: 0,
      unchanged: counts.unchanged,
      skipped: counts.skipped,
      entry_id: entryId,
    })
    return { runId, entryId, counts }
  })
}

async function withModuleNames(tx: Db, programId: string, completions: RecordPlan['completions']) {
  const { design } = await designInForce(tx, programId)
  const names = new Map(design.development.choices.modules.map(({ id, name }) => [id, name]))
  return completions.map((completion) => ({ ...completion, moduleName: names.get(completion.moduleId)! }))
}

async function planAgainst(
  db: Db,
  file: SheetFile,
  input: RecordImportOptions,
  call: CallContext,
): Promise<RecordPlan> {
  const { programId } = input
  const { year } = await getProgram(db, programId, call.today)
  const [{ design }, learners, coaches, { pairs }, meetings, completions] = await Promise.all([
    designInForce(db, programId),
    loadKnown(db, 'enrolment', programId),
    loadKnown(db, 'appointment', programId),
    loadDays(db, programId),
    loadMeetings(db, { programId }),
    loadCompletions(db, { programId }),
  ])
  return planRecords(file, input, {
    today: call.today,
    year,
    learners,
    coaches,
    // They were paired also while one of them was away.
    pairs: pairs.map(({ paired, ...pair }) => ({ ...pair, days: paired })),
    modules: design.development.choices.modules,
    meetings,
    completions,
  })
}

function refuseUseless(file: SheetFile, { counts, problems, table }: RecordPlan): void {
  if (counts.rows > 0 && counts.skipped === counts.rows) throw noUsableRow(file, table.sheet.name, problems)
}
