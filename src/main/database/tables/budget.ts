import type { LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { BudgetCategory } from '#shared/budget/categories.ts'
import type { ItemKind } from '#shared/budget/itemSchemas.ts'
import type { Budget } from '#shared/budget/schema.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** Budgets in versions, and the ledger beside them. */
export interface BudgetTables {
  budget: BudgetTable
  budget_scenario: BudgetScenarioTable
  budget_item: BudgetItemTable
  budget_difference: BudgetDifferenceTable
  budget_note: BudgetNoteTable
  ledger_entry: LedgerEntryTable
  ledger_account: LedgerAccountTable
}

/** One version of a program's budget; at most one is approved. */
export interface BudgetTable extends Tracked {
  program_id: string
  number: number
  status: Budget['status']
  /** JSON */
  settings: string
  /** JSON */
  assumptions: string
  approved_on: string | null
  approved_by: string
  /** JSON: what the roster and the design said when it was approved; null while it is a draft, which reads them live. */
  facts: string | null
  changed_at: string
}

export interface BudgetScenarioTable extends Tracked {
  budget_id: string
  name: string
  note: string
  position: number
}

/** A position, line, fund, rate or pay plan. */
export interface BudgetItemTable extends Tracked {
  budget_id: string
  /** The one scenario it is in; null: all. */
  scenario_id: string | null
  /** The same in every version of the budget. */
  key: string
  kind: ItemKind
  position: number
  /** JSON, by kind */
  content: string
  /** Whom it is about, so that their history can be scrubbed: the holder of a position, or a coach with pay of their own. */
  person_id: string | null
}

/** One field that a scenario has otherwise than the base. */
export interface BudgetDifferenceTable extends Tracked {
  scenario_id: string
  /** Empty: the assumptions. */
  item_key: string
  field: string
  /** JSON */
  value: string
}

/** Why a category was over or under in a fiscal year. */
export interface BudgetNoteTable extends Tracked {
  budget_id: string
  fiscal_year: number
  category: BudgetCategory
  note: string
}

/** One line of the ledger, in cents; negative for a credit. */
export interface LedgerEntryTable extends Tracked {
  program_id: string
  posted_on: string
  kind: LedgerEntry['kind']
  account: string
  fund_code: string
  description: string
  reference: string
  amount: number
}

/** Where the entries of an account belong in the budget. */
export interface LedgerAccountTable extends Tracked {
  program_id: string
  account: string
  /** Empty: whatever the fund. */
  fund_code: string
  /** Null: not of this program. */
  category: BudgetCategory | null
  item_key: string | null
}
