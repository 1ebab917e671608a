import type { Context } from '#shared/budget/model/context.ts'
import type { UsedPlan } from '#shared/budget/model/problems/usedPlans.ts'
import { itemName } from '#shared/budget/model/problems/itemName.ts'
import { doubtful, wrong } from '#shared/budget/model/problems/problem.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { BudgetItem, FundShares } from '#shared/budget/itemSchemas.ts'

/** Who pays: shares that do not make 100 %, funds that are not there, costs that no fund pays. */
export function shareProblems(context: Context, used: readonly UsedPlan[]): BudgetProblem[] {
  const plans = new Set(used.map(({ plan }) => plan.key))
  return context.inputs.items.flatMap((item) => {
    if (!('funds' in item.content)) return []
    const name = itemName(item, context)
    const place = { itemKey: item.key, field: 'funds' }
    if (item.content.funds.length > 0) return sharesOf(item.content.funds, name, place, context)
    return costs(item, plans) ? [doubtful('noFund', `No fund pays for ${name}. Choose who pays.`, place)] : []
  })
}

function sharesOf(
  shares: FundShares,
  name: string,
  place: { itemKey: string; field: string },
  { funds }: Context,
): BudgetProblem[] {
  const sum = shares.reduce((total, { share }) => total + share, 0)
  return [
    ...(sum === 10_000
      ? []
      : [wrong('sharesNotWhole', `The fund shares of ${name} make ${sum / 100} %. Make them 100 %.`, place)]),
    ...(shares.every(({ fund }) => funds.has(fund))
      ? []
      : [wrong('unknownFund', `${name} is paid by a fund that is not in the budget. Choose another one.`, place)]),
  ]
}

/** Whether an item without funds leaves a cost that nobody pays. A coach’s own pay is paid as the plan says. */
function costs(item: BudgetItem, plans: ReadonlySet<string>): boolean {
  switch (item.kind) {
    case 'position':
      return item.content.effort > 0 && item.content.baseSalary !== 0
    case 'line':
      return item.content.unitCost !== 0 && item.content.quantity > 0
    case 'payPlan':
      return plans.has(item.key) && item.content.model !== 'volunteer'
    default:
      return false
  }
}
