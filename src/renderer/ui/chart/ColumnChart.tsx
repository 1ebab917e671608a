import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { columnHeights, ticksUpTo, totalsOf } from './axis.ts'
import { chartColor, type ChartProps } from './chartTypes.ts'

interface Props extends ChartProps {
  /** The chart for somebody who does not see it. */
  label: string
  /** In px. */
  height?: number
}

const axisText = { fill: 'var(--ink-2)', fontSize: 12 }
const labelText = { fill: 'var(--ink)', fontSize: 12 }
const total = 'total of all'

/**
 * Columns that start at zero, side by side or stacked, and lines over them. It is a tab stop: the arrow keys move
 * through the labels of the axis. In a file of its own, because the charts of Recharts are loaded when first needed.
 */
export function ColumnChart({
  labels,
  series,
  isStacked = false,
  format,
  formatShort,
  end,
  label,
  height = 220,
}: Props) {
  const columns = series.filter(({ shape = 'column' }) => shape === 'column')
  const lines = series.filter(({ shape }) => shape === 'line')
  const totals = totalsOf(columns, labels.length)
  const rows = labels.map((name, at) => ({
    name,
    ...Object.fromEntries(series.map(({ key, values }) => [key, values[at] ?? null])),
    [total]: totals[at],
  }))
  const highest = Math.max(
    ...(isStacked ? columnHeights(columns, labels.length, 1) : []),
    ...series.flatMap(({ values }) => values.map((value) => value ?? 0)),
  )
  const least = Math.min(
    0,
    ...(isStacked ? columnHeights(columns, labels.length, -1) : []),
    ...series.flatMap(({ values }) => values.map((value) => value ?? 0)),
  )
  const ticks = end === undefined ? ticksUpTo(highest) : ticksUpTo(end).filter((tick) => tick <= end)
  const short = (value: unknown): string => (typeof value === 'number' ? formatShort(value) : '')
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
      <ComposedChart
        data={rows}
        margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
        stackOffset="sign"
        barCategoryGap="28%"
        barGap={2}
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="name" tick={axisText} tickLine={false} axisLine={false} interval="preserveStartEnd" />
        <YAxis
          tick={axisText}
          tickLine={false}
          axisLine={false}
          width={56}
          tickFormatter={formatShort}
          domain={[least, end ?? ticks.at(-1)!]}
          ticks={ticks}
        />
        <ReferenceLine y={0} stroke="var(--line-3)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-3)', opacity: 0.5 }}
          formatter={(value) => (typeof value === 'number' ? format(value) : 'not known')}
          contentStyle={{
            background: 'var(--surface-float)',
            border: '1px solid var(--line-2)',
            borderRadius: 4,
            color: 'var(--ink)',
          }}
          itemStyle={{ color: 'var(--ink)', padding: 0 }}
          labelStyle={{ color: 'var(--ink-2)' }}
        />
        {columns.map(({ key, label: name, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            fill={chartColor(color)}
            stroke="var(--surface)"
            strokeWidth={isStacked ? 1 : 0}
            maxBarSize={56}
            isAnimationActive={false}
            {...(isStacked && { stackId: 'all' })}
          >
            {!isStacked && labels.length <= 5 && (
              <LabelList dataKey={key} position="top" formatter={short} style={labelText} />
            )}
          </Bar>
        ))}
        {isStacked && (
          <Line
            dataKey={total}
            stroke="none"
            dot={false}
            activeDot={false}
            tooltipType="none"
            legendType="none"
            isAnimationActive={false}
          >
            <LabelList dataKey={total} position="top" formatter={short} style={labelText} />
          </Line>
        )}
        {lines.map(({ key, label: name, color }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            stroke={chartColor(color)}
            strokeWidth={2}
            dot={{ r: 3, fill: 'var(--surface)', strokeWidth: 2 }}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
