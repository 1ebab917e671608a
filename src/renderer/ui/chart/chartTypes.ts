/** One of eight colours that stay apart for colour-blind readers; what it stands for is the same on every screen. */
export type ChartColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface ChartSeries {
  key: string
  label: string
  color: ChartColor
  /** One for each label of the axis; null is not known, and nothing is drawn for it. */
  values: readonly (number | null)[]
  /** `column` unless told. */
  shape?: 'column' | 'line'
}

export interface ChartProps {
  /** What stands along the axis: years, months. */
  labels: readonly string[]
  series: readonly ChartSeries[]
  /** Columns on top of one another, with their total above. */
  isStacked?: boolean
  /** A value in full: "$412,300". */
  format: (value: number) => string
  /** A value at the axis and above a column, where there is little room: "$412k". */
  formatShort: (value: number) => string
  /** Where the axis ends, such as the highest answer of a scale; by the values where left out. */
  end?: number | undefined
}

export const chartColor = (color: ChartColor): string => `var(--chart-${color})`
