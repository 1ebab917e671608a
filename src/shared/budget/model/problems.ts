import type { Context } from '#shared/budget/model/context.ts'
import { amountProblems } from '#shared/budget/model/problems/amounts.ts'
import { fundProblems } from '#shared/budget/model/problems/funds.ts'
import { peopleProblems } from '#shared/budget/model/problems/people.ts'
import { rateProblems } from '#shared/budget/model/problems/rates.ts'
import { shareProblems } from '#shared/budget/model/problems/shares.ts'
import { staffingProblems } from '#shared/budget/model/problems/staffing.ts'
import { usedPlans } from '#shared/budget/model/problems/usedPlans.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { Results } from '#shared/calculation/results.ts'

/** What is wrong with a budget, where, and what to do: errors, which leave totals open, before warnings. */
export function findBudgetProblems(context: Context, cells: Results): BudgetProblem[] {
  const plans = usedPlans(context)
  const problems = [
    ...staffingProblems(context, cells),
    ...amountProblems(context, plans),
    ...rateProblems(context, cells),
    ...shareProblems(context, plans),
    ...peopleProblems(context),
    ...fundProblems(context, cells, plans),
  ]
  return [...problems.filter(({ level }) => level === 'error'), ...problems.filter(({ level }) => level === 'warning')]
}
