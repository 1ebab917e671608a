import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Where a problem is: an item or the assumptions (null), the field of it, the fiscal year. */
interface Place {
  itemKey?: Id | null
  field?: string
  year?: number
}

const problem = (
  level: BudgetProblem['level'],
  code: BudgetProblem['code'],
  message: string,
  { itemKey = null, field, year }: Place = {},
): BudgetProblem => ({ code, level, message, itemKey, field: field ?? null, year: year ?? null })

/** Something without which a total is not known, or is not what it seems. */
export const wrong = (code: BudgetProblem['code'], message: string, place?: Place): BudgetProblem =>
  problem('error', code, message, place)

/** Something to look at before the budget is handed over. */
export const doubtful = (code: BudgetProblem['code'], message: string, place?: Place): BudgetProblem =>
  problem('warning', code, message, place)
