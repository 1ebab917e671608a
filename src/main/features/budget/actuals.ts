import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadAccounts, loadLedger, putAccount } from '#main/features/budget/ledgerRepository.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

export async function listLedger(
  db: Db,
  input: { programId: Id; from?: PlainDate | undefined; to?: PlainDate | undefined },
): Promise<LedgerEntry[]> {
  await requireProgram(db, input.programId)
  return loadLedger(db, input.programId, input)
}

export async function listAccounts(db: Db, programId: Id): Promise<AccountMapping[]> {
  await requireProgram(db, programId)
  return loadAccounts(db, programId)
}

export async function mapAccounts(
  file: DataFile,
  { programId, accounts }: { programId: Id; accounts: readonly AccountMapping[] },
  call: CallContext,
): Promise<AccountMapping[]> {
  return file.write(call, { label: `Place ${count(accounts.length, 'account')} of the ledger` }, async (tx) => {
    await requireProgram(tx, programId)
    for (const mapping of accounts) await putAccount(tx, programId, mapping)
    return loadAccounts(tx, programId)
  })
}
