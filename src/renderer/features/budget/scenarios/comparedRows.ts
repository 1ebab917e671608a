import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { type BudgetCategory, budgetCategories, budgetCategoryLabels } from '#shared/budget/categories.ts'
import { dollars, jobs, signedDollars, signedPercent } from '../budgetWords.ts'

export interface ComparedRow {
  key: string
  label: string
  /** The base first. */
  values: (number | null)[]
  format: (value: number) => string
  /** A difference with its sign. */
  formatDifference: (value: number) => string
  isTotal: boolean
  /** Whether a scenario has another value than the base. */
  differs: boolean
}

const whole = (value: number): string => value.toLocaleString('en-US')
const signedWhole = (value: number): string => `${value > 0 ? '+' : ''}${whole(value)}`
const signedEffort = (value: number): string => `${value > 0 ? '+' : value < 0 ? '-' : ''}${jobs(Math.abs(value))}`

/** What is compared of scenarios in one fiscal year: people, cost by category, who pays, cost per learner. */
export function comparedRows(results: readonly BudgetResult[], at: number): ComparedRow[] {
  const row = (
    key: string,
    label: string,
    read: (result: BudgetResult) => readonly (number | null)[] | undefined,
    kind: 'money' | 'count' | 'effort' = 'money',
    isTotal = false,
  ): ComparedRow => {
    // A category that a scenario does not have costs nothing in it.
    const values = results.map((result) => {
      const figures = read(result)
      return figures === undefined ? 0 : (figures[at] ?? null)
    })
    return {
      key,
      label,
      values,
      format: kind === 'money' ? dollars : kind === 'effort' ? jobs : whole,
      formatDifference: kind === 'money' ? signedDollars : kind === 'effort' ? signedEffort : signedWhole,
      isTotal,
      differs: values.some((value) => value !== values[0]),
    }
  }
  const costOf = (category: BudgetCategory) => (result: BudgetResult) =>
    result.byCategory.find((one) => one.category === category)?.cost
  return [
    row('learners', 'Learners', ({ totals }) => totals.learners, 'count'),
    row('number', 'Number of coaches', ({ totals }) => totals.coaches, 'count'),
    row('toHire', 'Coaches to be hired', ({ totals }) => totals.coachesToHire, 'count'),
    row('fte', 'FTE', ({ totals }) => totals.fte, 'effort'),
    ...budgetCategories
      .map((category) => row(category, budgetCategoryLabels[category], costOf(category)))
      .filter(({ values }) => values.some((value) => value !== 0)),
    row('total', 'Total cost', ({ totals }) => totals.total, 'money', true),
    row('perLearner', 'Cost per learner', ({ totals }) => totals.costPerLearner),
    row('unfunded', 'Unfunded', ({ byFund }) => byFund.find(({ fund }) => fund === null)?.cost),
  ]
}

/** "+$12,300 (+3.1 %)"; nothing where one of the two is not known. */
export function differenceText(row: ComparedRow, base: number | null, value: number | null): string {
  if (base === null || value === null) return ''
  const difference = value - base
  if (difference === 0) return 'none'
  const share = base === 0 ? '' : ` (${signedPercent(Math.round((difference * 10_000) / Math.abs(base)))})`
  return `${row.formatDifference(difference)}${share}`
}
