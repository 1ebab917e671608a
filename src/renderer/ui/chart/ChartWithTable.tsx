import './chart.css'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Button } from '../Button.tsx'
import { totalsOf } from './axis.ts'
import { ChartLegend } from './ChartLegend.tsx'
import type { ChartProps } from './chartTypes.ts'

const ColumnChart = lazy(async () => ({ default: (await import('./ColumnChart.tsx')).ColumnChart }))

interface ChartWithTableProps extends ChartProps {
  title: string
  /** What it shows, in a sentence: the chart for somebody who does not see it. */
  summary: string
  /** What is to be known to read it. */
  note?: string | undefined
  /** What the rows of its table are: "Category". */
  rowHeader: string
  /** A table that can do more than show the numbers takes the place of the plain one. */
  table?: ReactNode
}

/** A chart and its twin, the table of the same numbers. */
export function ChartWithTable({ title, summary, note, rowHeader, table, ...chart }: ChartWithTableProps) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const isUnknown = chart.series.every(({ values }) => values.every((value) => value === null))
  return (
    <section className="cd-chart" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <Button kind="quiet" onPress={() => setTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
          <span className="cd-visually-hidden">: {title}</span>
        </Button>
      </header>
      {note && <p className="cd-quiet">{note}</p>}
      {isTable ? (
        (table ?? <ChartTable {...chart} rowHeader={rowHeader} caption={title} />)
      ) : (
        <div className="cd-chart-body">
          {isUnknown ? (
            <p className="cd-quiet">Nothing can be drawn before its values are known.</p>
          ) : (
            <div className="cd-chart-drawing">
              <Suspense fallback={null}>
                <ColumnChart {...chart} label={`${title}. ${summary}`} />
              </Suspense>
            </div>
          )}
          {!isUnknown && chart.series.length > 1 && <ChartLegend {...chart} />}
        </div>
      )}
    </section>
  )
}

interface ChartTableProps extends ChartProps {
  rowHeader: string
  caption: string
}

function ChartTable({ labels, series, isStacked = false, format, rowHeader, caption }: ChartTableProps) {
  const cells = (values: readonly (number | null)[]) =>
    labels.map((label, at) => {
      const value = values[at] ?? null
      return (
        <td key={label} data-number>
          {value === null ? <span className="cd-quiet">not known</span> : format(value)}
        </td>
      )
    })
  return (
    <div className="cd-scroll-x">
      <table className="cd-table cd-chart-table">
        <caption className="cd-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeader}</th>
            {labels.map((label) => (
              <th key={label} scope="col" data-number>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ key, label, values }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells(values)}
            </tr>
          ))}
          {isStacked && (
            <tr data-total>
              <th scope="row">Total</th>
              {cells(totalsOf(series, labels.length))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
