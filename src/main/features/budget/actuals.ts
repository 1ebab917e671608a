import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadAccounts, loadLedger, loadNotes, putAccount, putNote } from '#main/features/budget/ledgerRepository.ts'
import { getBudget } from '#main/features/budget/service.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type { AccountMapping, LedgerEntry, PlanVsActual } from '#shared/budget/actualsSchema.ts'
import { fiscalYearEnd, fiscalYearStart } from '#shared/budget/fiscalYear.ts'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { planVsActual } from '#shared/budget/model/planVsActual.ts'
import { type BudgetCategory, budgetCategoryLabels } from '#shared/budget/categories.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/** Plan against actual for the first fiscal year of a budget: the one that the plan has by month. */
export async function getPlanVsActual(
  db: Db,
  { budgetId, year: wanted }: { budgetId: Id; year?: number | undefined },
  today: PlainDate,
): Promise<PlanVsActual> {
  const document = await getBudget(db, budgetId, today)
  const { programId, settings, assumptions } = document.budget
  const year = wanted ?? settings.firstYear
  if (year !== settings.firstYear)
    throw refuse(
      'not_found',
      `${settings.name} has its plan by month for its first fiscal year only. Open the budget that begins with the year you want.`,
    )
  const [entries, mappings, notes] = await Promise.all([
    loadLedger(db, programId, {
      from: fiscalYearStart(year, settings.startMonth),
      to: fiscalYearEnd(year, settings.startMonth),
    }),
    loadAccounts(db, programId),
    loadNotes(db, budgetId, year),
  ])
  const { result } = calculateBudget(document, null)
  return planVsActual({ year, months: result.months, entries, mappings, notes, thresholds: assumptions })
}

/** Says why a category was over or under; a locked budget takes notes too, because its year is still to come. */
export async function saveVarianceNote(
  file: DataFile,
  input: { budgetId: Id; year: number; category: BudgetCategory; note: string },
  call: CallContext,
): Promise<PlanVsActual> {
  const label = `Note on ${budgetCategoryLabels[input.category].toLowerCase()}`
  return file.write(call, { label }, async (tx) => {
    const view = await getPlanVsActual(tx, input, call.today)
    await putNote(tx, input.budgetId, input)
    return {
      ...view,
      rows: view.rows.map((row) =>
        row.category === input.category ? { ...row, note: input.note, noteDue: row.noteDue && input.note === '' } : row,
      ),
    }
  })
}

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
