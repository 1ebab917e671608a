import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetItem, ItemKind, ItemOf } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, BudgetSettings } from '#shared/budget/schema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Everything one calculation is made from: the base, or a scenario with its differences applied. */
export interface BudgetInputs {
  budgetId: Id
  /** null: the base. */
  scenarioId: Id | null
  scenario: string
  settings: BudgetSettings
  assumptions: Assumptions
  items: readonly BudgetItem[]
  facts: StaffingFacts
}

/** "Base": what a budget is called where it stands beside its scenarios. */
export const baseName = 'Base'

export function baseOf({ budget, items, facts }: BudgetDocument): BudgetInputs {
  return {
    budgetId: budget.id,
    scenarioId: null,
    scenario: baseName,
    settings: budget.settings,
    assumptions: budget.assumptions,
    items: items.filter(({ scenarioId }) => scenarioId === null),
    facts,
  }
}

/** The items of one kind, in the order of their grid. */
export const itemsOf = <K extends ItemKind>({ items }: Pick<BudgetInputs, 'items'>, kind: K): ItemOf<K>[] =>
  items.filter((item): item is ItemOf<K> => item.kind === kind)

/** The fiscal years of a budget, by the calendar year they end in. */
export const yearsOf = ({ firstYear, years }: BudgetSettings): number[] =>
  Array.from({ length: years }, (_, index) => firstYear + index)
