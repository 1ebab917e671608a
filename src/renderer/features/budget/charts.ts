import type { ChartSeries } from '#renderer/ui/chart/chartTypes.ts'
import { costGroups, fundColor, unfundedColor } from '#shared/budget/costGroups.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'

/** Cost by category over the years, as stacked columns; what costs nothing in any year is left out. */
export function categorySeries({ byCategory, years }: BudgetResult): ChartSeries[] {
  return costGroups
    .map(({ label, color, categories }) => {
      const own = byCategory.filter(({ category }) => categories.includes(category))
      const values = years.map((_, at) => sumKnown(own.map(({ cost }) => cost[at] ?? null)))
      return { key: label, label, color, values }
    })
    .filter(({ values }) => values.some((value) => value !== 0))
}

/** Cost by fund over the years; what no fund pays is last, and always has the same colour. */
export function fundSeries({ byFund }: BudgetResult): ChartSeries[] {
  let named = 0
  return byFund
    .map(({ fund, name, cost }) => {
      const color = fund === null ? unfundedColor : fundColor(named++)
      return { key: fund ?? 'unfunded', label: fund === null ? 'Unfunded' : name, color, values: cost }
    })
    .filter(({ values }) => values.some((value) => value !== 0))
}

export function sumKnown(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
