import { isSame } from '#renderer/app/useAutosave.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetDocument, Difference, Scenario } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

export interface DifferenceChange {
  set: Difference[]
  clear: Omit<Difference, 'value'>[]
}

/**
 * What has to be said so that a scenario holds `after`, and nothing more: a field that is as in the base again is
 * cleared, one that was said before is not said again.
 */
export function differenceChange<T extends object>(itemKey: Id | null, base: T, before: T, after: T): DifferenceChange {
  const change: DifferenceChange = { set: [], clear: [] }
  for (const field of Object.keys(after) as (keyof T & string)[]) {
    const value = after[field]
    if (isSame(value, before[field])) continue
    if (isSame(value, base[field])) change.clear.push({ itemKey, field })
    else change.set.push({ itemKey, field, value: value as Difference['value'] })
  }
  return change
}

/** The fields in which a scenario says something else than the base about an item, or (null) about the assumptions. */
export function fieldsThatDiffer(scenario: Scenario | null, itemKey: Id | null): ReadonlySet<string> {
  const own = scenario?.differences.filter((difference) => difference.itemKey === itemKey) ?? []
  return new Set(own.map(({ field }) => field))
}

/** The budget as it would be with these assumptions, in the base or in one scenario: what is typed, before it is stored. */
export function withAssumptions(document: BudgetDocument, scenarioId: Id | null, typed: Assumptions): BudgetDocument {
  const { budget, scenarios } = document
  if (scenarioId === null) return { ...document, budget: { ...budget, assumptions: typed } }
  const { set } = differenceChange(null, budget.assumptions, budget.assumptions, typed)
  const withTyped = (scenario: Scenario): Scenario => ({
    ...scenario,
    differences: [...scenario.differences.filter(({ itemKey }) => itemKey !== null), ...set],
  })
  return { ...document, scenarios: scenarios.map((one) => (one.id === scenarioId ? withTyped(one) : one)) }
}
