import './chart.css'
import { chartColor, type ChartProps } from './chartTypes.ts'

/** Beside the drawing, in the order of the columns from the top. */
export function ChartLegend({ series, isStacked = false }: Pick<ChartProps, 'series' | 'isStacked'>) {
  const shown = isStacked ? series.toReversed() : series
  return (
    <ul className="cd-chart-legend">
      {shown.map(({ key, label, color, shape = 'column' }) => (
        <li key={key}>
          <span data-shape={shape} style={{ background: chartColor(color) }} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  )
}
