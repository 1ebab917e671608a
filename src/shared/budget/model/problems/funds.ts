import { isVolunteer } from '#shared/budget/model/coaches.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { runsIn } from '#shared/budget/model/funding.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { doubtful } from '#shared/budget/model/problems/problem.ts'
import type { UsedPlan } from '#shared/budget/model/problems/usedPlans.ts'
import { balanceColumn } from '#shared/budget/model/tables/fundCosts.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { BudgetLine, FundShares, ItemOf } from '#shared/budget/itemSchemas.ts'
import type { Results } from '#shared/calculation/results.ts'
import { toDay } from '#shared/calculation/units.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

/** Funds that do not reach, have no amount for a year, or are counted on after their last day. */
export function fundProblems(context: Context, cells: Results, used: readonly UsedPlan[]): BudgetProblem[] {
  const costs = fundedCosts(context, used)
  return itemsOf(context.inputs, 'fund').flatMap((fund) => [
    ...context.spans.flatMap(({ year, label }) => balanceProblems(fund, year, label, context, cells)),
    ...endProblems(fund, costs, context),
  ])
}

function balanceProblems(
  { key }: ItemOf<'fund'>,
  year: number,
  label: string,
  { labels }: Context,
  cells: Results,
): BudgetProblem[] {
  const name = labels.fund.get(key)!
  const figure = (of: keyof typeof balanceColumn): number | null =>
    cells.amount('fundBalances', key, balanceColumn[of](year))
  const place = { itemKey: key, field: 'amounts', year }
  if (figure('amount') === null)
    return figure('cost') === 0
      ? []
      : [
          doubtful(
            'amountMissing',
            `What ${name} gives in ${label} is not known. Enter it; 0 where it gives nothing.`,
            place,
          ),
        ]
  const left = figure('left')
  if (left === null || left >= 0) return []
  const over = formatMoney(-left, { cents: false })
  return [
    doubtful(
      'fundOverspent',
      `${name} is overspent by ${over} in ${label}. Move costs, or raise what it gives.`,
      place,
    ),
  ]
}

/** What a fund is to pay a part of, from a day to a day (included). */
interface FundedCost {
  funds: FundShares
  from: number
  to: number
}

function endProblems(
  { key, content }: ItemOf<'fund'>,
  costs: readonly FundedCost[],
  context: Context,
): BudgetProblem[] {
  const { starts, ends, label } = context.funds.get(key)!
  const ofFund = costs.filter(({ funds }) => funds.some(({ fund, share }) => fund === key && share > 0))
  const after = ofFund.filter(({ to }) => ends !== null && to > ends).length
  const before = ofFund.filter(({ from }) => starts !== null && from < starts).length
  return [
    ...(after === 0
      ? []
      : [
          doubtful(
            'fundEnded',
            `${label} ends on ${formatDate(content.endsOn!)}, and is to pay for ${count(after, 'item')} after that: their part is without a fund. Choose who pays then.`,
            { itemKey: key, field: 'endsOn' },
          ),
        ]),
    ...(before === 0
      ? []
      : [
          doubtful(
            'fundEnded',
            `${label} starts on ${formatDate(content.startsOn!)}, and is to pay for ${count(before, 'item')} before that: their part is without a fund. Choose who pays until then.`,
            { itemKey: key, field: 'startsOn' },
          ),
        ]),
  ]
}

/** Positions, plans and own pay of coaches, and lines, with the days on which they cost something. */
function fundedCosts(context: Context, used: readonly UsedPlan[]): FundedCost[] {
  const plans = new Set(used.map(({ plan }) => plan.key))
  const [first, last] = [context.spans[0]!.first, context.spans.at(-1)!.last]
  return context.inputs.items.flatMap((item): FundedCost[] => {
    switch (item.kind) {
      case 'position': {
        const { funds, startsOn, endsOn, effort } = item.content
        const from = startsOn === null ? first : Math.max(first, toDay(startsOn))
        const to = endsOn === null ? last : Math.min(last, toDay(endsOn))
        return effort > 0 && from <= to ? [{ funds, from, to }] : []
      }
      case 'payPlan':
        return plans.has(item.key) && !isVolunteer(item.content)
          ? [{ funds: item.content.funds, from: first, to: last }]
          : []
      case 'coachPay':
        return [{ funds: item.content.funds, from: first, to: last }]
      case 'line':
        return [lineDays(item.content, context)].flatMap((days) =>
          days ? [{ ...days, funds: item.content.funds }] : [],
        )
      default:
        return []
    }
  })
}

/** A fund pays its part of a line for the whole of a year in which it runs: a year in which it ends is not counted. */
function lineDays({ firstYear, lastYear, funds }: BudgetLine, context: Context): { from: number; to: number } | null {
  const years = context.spans.filter(({ year }) => year >= (firstYear ?? year) && year <= (lastYear ?? year))
  const unpaid = years.filter((span) =>
    funds.some(({ fund }) => {
      const terms = context.funds.get(fund)
      return terms !== undefined && !runsIn(terms, span)
    }),
  )
  return unpaid.length === 0 ? null : { from: unpaid[0]!.first, to: unpaid.at(-1)!.last }
}
