import type { ReactNode } from 'react'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'

interface Props<K extends string> {
  caption: string
  years: readonly number[]
  rows: readonly { key: K; label: string }[]
  /** The field of a row in a year; its label says both. */
  children: (key: K, year: number, label: string) => ReactNode
}

/** Fields for each fiscal year, the years across. */
export function YearFields<K extends string>({ caption, years, rows, children }: Props<K>) {
  return (
    <div className="cd-scroll-x">
      <table className="cd-year-fields">
        <thead>
          <tr>
            <th scope="col">
              <span className="cd-visually-hidden">{caption}</span>
            </th>
            {years.map((year) => (
              <th key={year} scope="col">
                {formatFiscalYear(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {years.map((year) => (
                <td key={year}>{children(key, year, `${label}, ${formatFiscalYear(year)}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
