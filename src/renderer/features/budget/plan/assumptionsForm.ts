import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import { fieldsThatDiffer } from '../differences.ts'
import type { BudgetWork } from '../useBudgetWork.ts'

export type AssumptionName = keyof Assumptions

/** The assumptions as fields: each with its value, and the way to change it. */
export interface AssumptionsForm {
  readonly values: Assumptions
  /** What the base says, while a scenario is edited. */
  readonly base: Assumptions | null
  readonly differing: ReadonlySet<string>
  readonly items: readonly BudgetItem[]
  readonly isLocked: boolean
  /** What a typed field takes: stored when it is left. */
  readonly typed: <K extends AssumptionName>(
    name: K,
  ) => { value: Assumptions[K]; onChange: (value: Assumptions[K]) => void; isDisabled: boolean }
  /** Takes a choice, which is stored at once. */
  readonly choose: <K extends AssumptionName>(name: K, value: Assumptions[K]) => void
}

export function assumptionsForm({ assumptions, document, items, scenario, isLocked }: BudgetWork): AssumptionsForm {
  const values = assumptions.value
  const set = <K extends AssumptionName>(name: K, value: Assumptions[K]): void =>
    assumptions.edit({ ...values, [name]: value })
  return {
    values,
    base: scenario ? document.budget.assumptions : null,
    differing: fieldsThatDiffer(scenario, null),
    items,
    isLocked,
    typed: (name) => ({ value: values[name], onChange: (value) => set(name, value), isDisabled: isLocked }),
    choose: (name, value) => {
      set(name, value)
      assumptions.flush()
    },
  }
}

/** A record by fiscal year with one year set, or (null) left out: a year that is not there is not known. */
export function withYear(
  record: Readonly<Record<string, number>>,
  year: number,
  value: number | null,
): Record<string, number> {
  const { [String(year)]: _, ...others } = record
  return value === null ? others : { ...others, [String(year)]: value }
}
