import type { Context } from '#shared/budget/model/context.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { Results } from '#shared/calculation/results.ts'

export function findBudgetProblems(_context: Context, _cells: Results): BudgetProblem[] {
  return []
}
