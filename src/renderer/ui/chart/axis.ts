import type { ChartSeries } from './chartTypes.ts'

/** The sum of the series at each label; null where one of them is not known. */
export function totalsOf(series: readonly ChartSeries[], length: number): (number | null)[] {
  return Array.from({ length }, (_, at) => {
    const values = series.map(({ values }) => values[at] ?? null)
    return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  })
}

/** How far stacked columns reach above zero (sign 1) or below it (-1), at each label. */
export const columnHeights = (series: readonly ChartSeries[], length: number, sign: 1 | -1): number[] =>
  Array.from({ length }, (_, at) =>
    series.reduce((sum, { values }) => sum + sign * Math.max(0, sign * (values[at] ?? 0)), 0),
  )

/** Round values from zero to the first one that is not below the highest: 0, 250, 500, 750, 1000 for 980. */
export function ticksUpTo(highest: number): number[] {
  if (highest <= 0) return [0]
  const rough = highest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough)! * power)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step)
}
