import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { BudgetCategory } from '#shared/budget/categories.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

type Db = Kysely<Tables>

/** The ledger of a program between two days, the last included, in the order of the days. */
export async function loadLedger(
  db: Db,
  programId: Id,
  { from, to }: { from?: PlainDate | undefined; to?: PlainDate | undefined } = {},
): Promise<LedgerEntry[]> {
  let query = db
    .selectFrom('ledger_entry')
    .select(['id', 'posted_on as postedOn', 'kind', 'account', 'fund_code as fundCode'])
    .select(['description', 'reference', 'amount'])
    .where('program_id', '=', programId)
    .orderBy('posted_on')
    .orderBy('id')
  if (from !== undefined) query = query.where('posted_on', '>=', from)
  if (to !== undefined) query = query.where('posted_on', '<=', to)
  return query.execute()
}

export async function insertEntries(db: Db, programId: Id, entries: readonly Omit<LedgerEntry, 'id'>[]): Promise<void> {
  for (const { postedOn, kind, account, fundCode, description, reference, amount } of entries)
    await db
      .insertInto('ledger_entry')
      .values({
        id: newId(),
        revision: 1,
        program_id: programId,
        posted_on: postedOn,
        kind,
        account,
        fund_code: fundCode,
        description,
        reference,
        amount,
      })
      .execute()
}

/** Takes entries out, because a newer export does not say them any more. */
export async function deleteEntries(db: Db, ids: readonly Id[]): Promise<void> {
  for (const id of ids) await db.deleteFrom('ledger_entry').where('id', '=', id).execute()
}

/** Where the accounts of a program's ledger belong, in the order of the accounts. */
export async function loadAccounts(db: Db, programId: Id): Promise<AccountMapping[]> {
  return db
    .selectFrom('ledger_account')
    .select(['account', 'fund_code as fundCode', 'category', 'item_key as itemKey'])
    .where('program_id', '=', programId)
    .orderBy('account')
    .orderBy('fund_code')
    .execute()
}

/** Says where an account belongs, in place of where it belonged before. */
export async function putAccount(db: Db, programId: Id, mapping: AccountMapping): Promise<void> {
  const { account, fundCode, category, itemKey } = mapping
  const row = await db
    .selectFrom('ledger_account')
    .select(['id', 'category', 'item_key'])
    .where('program_id', '=', programId)
    .where('account', '=', account)
    .where('fund_code', '=', fundCode)
    .executeTakeFirst()
  if (row === undefined)
    await db
      .insertInto('ledger_account')
      .values({
        id: newId(),
        revision: 1,
        program_id: programId,
        account,
        fund_code: fundCode,
        category,
        item_key: itemKey,
      })
      .execute()
  else if (row.category !== category || row.item_key !== itemKey)
    await db
      .updateTable('ledger_account')
      .set((eb) => ({ category, item_key: itemKey, revision: eb('revision', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

/** Why categories were over or under in a fiscal year, by category. */
export async function loadNotes(db: Db, budgetId: Id, year: number): Promise<ReadonlyMap<BudgetCategory, string>> {
  const rows = await db
    .selectFrom('budget_note')
    .select(['category', 'note'])
    .where('budget_id', '=', budgetId)
    .where('fiscal_year', '=', year)
    .execute()
  return new Map(rows.map(({ category, note }) => [category, note]))
}

/** Keeps a note in place of the one there was; an empty one takes it away. */
export async function putNote(
  db: Db,
  budgetId: Id,
  { year, category, note }: { year: number; category: BudgetCategory; note: string },
): Promise<void> {
  const row = await db
    .selectFrom('budget_note')
    .select(['id', 'note'])
    .where('budget_id', '=', budgetId)
    .where('fiscal_year', '=', year)
    .where('category', '=', category)
    .executeTakeFirst()
  if (row === undefined && note !== '')
    await db
      .insertInto('budget_note')
      .values({ id: newId(), revision: 1, budget_id: budgetId, fiscal_year: year, category, note })
      .execute()
  else if (row && note === '') await db.deleteFrom('budget_note').where('id', '=', row.id).execute()
  else if (row && row.note !== note)
    await db
      .updateTable('budget_note')
      .set((eb) => ({ note, revision: eb('revision', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}
