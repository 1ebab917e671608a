import type { ChartColor, ChartSeries } from '#renderer/ui/chart/chartTypes.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { type BudgetCategory, budgetCategoryLabels } from '#shared/budget/schema.ts'

interface Group {
  label: string
  color: ChartColor
  categories: readonly BudgetCategory[]
}

/** More than eight colours cannot be told apart: the small lines share one. Each has its colour on every screen. */
const groups: readonly Group[] = [
  { label: budgetCategoryLabels.coaches, color: 1, categories: ['coaches'] },
  { label: budgetCategoryLabels.leadership, color: 3, categories: ['leadership'] },
  { label: budgetCategoryLabels.administration, color: 4, categories: ['administration'] },
  { label: budgetCategoryLabels.training, color: 2, categories: ['training'] },
  { label: budgetCategoryLabels.evaluation, color: 6, categories: ['evaluation'] },
  {
    label: 'Other lines',
    color: 8,
    categories: ['materials', 'events', 'travel', 'recognition', 'software', 'other', 'contingency'],
  },
  { label: 'F&A', color: 7, categories: ['indirect'] },
  { label: budgetCategoryLabels.vacancy, color: 5, categories: ['vacancy'] },
]

/** Cost by category over the years, as stacked columns; what costs nothing in any year is left out. */
export function categorySeries({ byCategory, years }: BudgetResult): ChartSeries[] {
  return groups
    .map(({ label, color, categories }) => {
      const own = byCategory.filter(({ category }) => categories.includes(category))
      const values = years.map((_, at) => sumKnown(own.map(({ cost }) => cost[at] ?? null)))
      return { key: label, label, color, values }
    })
    .filter(({ values }) => values.some((value) => value !== 0))
}

const fundColors: readonly ChartColor[] = [1, 4, 3, 2, 6, 8, 7]
const unfundedColor: ChartColor = 5

/** Cost by fund over the years; what no fund pays is last, and always has the same colour. */
export function fundSeries({ byFund }: BudgetResult): ChartSeries[] {
  let named = 0
  return byFund
    .map(({ fund, name, cost }) => {
      const color = fund === null ? unfundedColor : fundColors[named++ % fundColors.length]!
      return { key: fund ?? 'unfunded', label: fund === null ? 'Unfunded' : name, color, values: cost }
    })
    .filter(({ values }) => values.some((value) => value !== 0))
}

export function sumKnown(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
