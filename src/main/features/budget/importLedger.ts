import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  deleteEntries,
  insertEntries,
  loadAccounts,
  loadLedger,
  putAccount,
} from '#main/features/budget/ledgerRepository.ts'
import { loadBudgets } from '#main/features/budget/repository.ts'
import { getProgram, requireProgram } from '#main/features/program/service.ts'
import { findEarlierImport, logImport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { aboutList, noUsableRow, readStagedList } from '#main/jobs/stagedList.ts'
import { type LedgerPlan, planLedger } from '#shared/budget/ledger.ts'
import type { LedgerImportOptions, LedgerImportResult, LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/** Says what importing a staged ledger export would add. @throws Refusal `unreadable_sheet`, `invalid_input`, `cancelled` */
export async function previewLedger(
  workspace: Workspace,
  input: LedgerImportOptions,
  call: CallContext,
): Promise<LedgerPreview> {
  const { db } = workspace.current()
  const read = await readStagedList(workspace.staging.get(input.handle), input.cells, call)
  const { file, sha256 } = read
  const { table, added: _, released: __, ...plan } = await planAgainst(db, file, input, call)
  return {
    ...plan,
    ...aboutList(read, table),
    importedBefore: await findEarlierImport(db, { sha256, programId: input.programId, importedAs: 'ledger' }),
  }
}

/**
 * Imports a staged ledger export: one write after a backup, one history entry. Rows that cannot be read are left out.
 * @throws Refusal `invalid_rows` where no row can be stored; as `previewLedger` does
 */
export async function applyLedger(
  workspace: Workspace,
  input: LedgerImportOptions,
  call: CallContext,
): Promise<LedgerImportResult> {
  return importLedger(workspace, { ...input, backUp: true }, call)
}

/** `applyLedger`, with a say about the backup. */
export async function importLedger(
  workspace: Workspace,
  input: LedgerImportOptions & { backUp: boolean },
  call: CallContext,
): Promise<LedgerImportResult> {
  const data = workspace.current()
  const { file, sha256 } = await readStagedList(workspace.staging.get(input.handle), input.cells, call)
  refuseUseless(file, await planAgainst(data.db, file, input, call))
  if (input.backUp) {
    call.progress('Backing up')
    await workspace.backUp('import', call)
  }
  call.signal.throwIfAborted()
  call.progress('Writing the entries')
  const label = ({ counts: { create, released } }: LedgerImportResult) =>
    create === 0 && released > 0
      ? `Release ${count(released, 'commitment')} that ${file.name} does not name`
      : `Import ${count(create, 'ledger entry', 'ledger entries')} from ${file.name}`
  return data.write(call, { label }, async (tx, entryId) => {
    await requireProgram(tx, input.programId)
    // Planned once more, because somebody may have imported the same file meanwhile.
    const { counts, added, released } = await planAgainst(tx, file, input, call)
    for (const mapping of input.accounts) await putAccount(tx, input.programId, mapping)
    if (added.length === 0 && released.length === 0) return { runId: null, entryId: null, counts }
    await deleteEntries(
      tx,
      released.map(({ id }) => id),
    )
    await insertEntries(tx, input.programId, added)
    const runId = await logImport(tx, {
      at: call.now,
      actor: call.actor,
      file_name: file.name,
      sha256,
      imported_as: 'ledger',
      program_id: input.programId,
      created: counts.create,
      updated: 0,
      unchanged: counts.repeats,
      skipped: Math.max(0, counts.skipped - counts.repeats),
      entry_id: entryId,
    })
    return { runId, entryId, counts }
  })
}

async function planAgainst(
  db: Db,
  file: SheetFile,
  input: LedgerImportOptions,
  call: CallContext,
): Promise<LedgerPlan> {
  const { year } = await getProgram(db, input.programId, call.today)
  const [entries, accounts] = [await loadLedger(db, input.programId), await loadAccounts(db, input.programId)]
  const [budget] = await loadBudgets(db, input.programId)
  const { startMonth } = budget?.settings ?? { startMonth: 7 }
  return planLedger(file, input, { entries, accounts, year, startMonth })
}

function refuseUseless(file: SheetFile, { counts, rows, problems, table }: LedgerPlan): void {
  const hasErrors = problems.some(({ level }) => level === 'error')
  if (counts.rows === 0 || !hasErrors || rows.some(({ entry }) => entry.amount !== undefined)) return
  throw noUsableRow(file, table.sheet.name, problems)
}
