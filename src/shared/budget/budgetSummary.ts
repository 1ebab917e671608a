import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import type { Budget } from '#shared/budget/schema.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'

/** A budget in a dozen lines of words, for a charter: totals, never anybody's salary. */
export interface BudgetSummary {
  /** "FY27 request, approved on Mar 3, 2027, by Dean Park". */
  standing: string
  /** "FY27" */
  years: string[]
  rows: { label: string; values: string[] }[]
}

/** The budget that stands for a program: the approved one, or else the newest draft. */
export function budgetInForce(budgets: readonly Budget[]): Budget | undefined {
  return budgets.find(({ status }) => status === 'approved') ?? budgets[0]
}

type Figures = readonly (number | null)[]

export function summariseBudget(
  { settings, status, approvedOn, approvedBy }: Budget,
  result: BudgetResult,
): BudgetSummary {
  const { totals, byCategory, byFund } = result
  const words = (figures: Figures, say: (figure: number) => string) =>
    figures.map((figure) => (figure === null ? 'Not known' : say(figure)))
  // To the cent: whole dollars that were rounded one by one would not add up to their total.
  const money = (cents: number) => formatMoney(cents)
  const spent = (figures: Figures) => figures.some((figure) => figure !== 0)
  return {
    standing:
      status === 'draft'
        ? `${settings.name}, a draft`
        : `${settings.name}, approved on ${formatDate(approvedOn!)}, by ${approvedBy}`,
    years: result.years.map(formatFiscalYear),
    rows: [
      { label: 'Number of learners', values: words(totals.learners, String) },
      { label: 'Number of coaches', values: words(totals.coaches, String) },
      { label: 'Effort of all (FTE)', values: words(totals.fte, formatEffort) },
      ...byCategory
        .filter(({ cost }) => spent(cost))
        .map(({ category, cost }) => ({ label: budgetCategoryLabels[category], values: words(cost, money) })),
      { label: 'Total', values: words(totals.total, money) },
      ...byFund
        .filter(({ cost }) => spent(cost))
        .map(({ fund, name, cost }) => ({
          label: fund === null ? 'Without a fund' : `Paid by ${name}`,
          values: words(cost, money),
        })),
      { label: 'Cost for each learner', values: words(totals.costPerLearner, money) },
    ],
  }
}
