import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { figures } from '../figures.ts'
import { FigureButton, type OpenFigures } from './FigureTable.tsx'

const whole = (value: number): string => value.toLocaleString('en-US')

/** Coaches that the rule needs against those who are appointed, by year and site. */
export function StaffingResult({ calculated, open, onOpen }: OpenFigures & { calculated: CalculatedBudget }) {
  const { result } = calculated
  const { years, totals, staffing } = result
  const headings = years.map(formatFiscalYear)
  const of = figures(calculated)
  return (
    <ChartWithTable
      title="Coaches needed and appointed"
      summary={headings
        .map(
          (heading, at) =>
            `${heading}: ${words(totals.coachesNeeded[at])} needed, ${words(totals.coachesAppointed[at])} appointed.`,
        )
        .join(' ')}
      rowHeader="Coaches"
      labels={headings}
      format={whole}
      formatShort={whole}
      series={[
        { key: 'needed', label: 'Needed', color: 4, values: totals.coachesNeeded },
        { key: 'appointed', label: 'Appointed', color: 1, values: totals.coachesAppointed },
      ]}
      table={
        <div className="cd-scroll-x">
          <table className="cd-figure-table">
            <caption className="cd-visually-hidden">Coaches needed and appointed, by year and site</caption>
            <thead>
              <tr>
                <th scope="col">Year and site</th>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col" data-number>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {staffing.map((row, at) => (
                <tr key={`${row.year} ${row.site}`}>
                  <th scope="row">{`${formatFiscalYear(row.year)}, ${row.site || 'no site'}`}</th>
                  {columns.map(({ key, label }) => (
                    <td key={key} data-number>
                      <FigureButton
                        label={`${label}, ${formatFiscalYear(row.year)}, ${row.site}`}
                        value={row[key]}
                        format={whole}
                        figure={of.staffing(at, key, label)}
                        open={open}
                        onOpen={onOpen}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
}

type StaffingColumn = 'learners' | 'needed' | 'appointed' | 'toHire'

const columns: readonly { key: StaffingColumn; label: string }[] = [
  { key: 'learners', label: 'Learners' },
  { key: 'needed', label: 'Needed' },
  { key: 'appointed', label: 'Appointed' },
  { key: 'toHire', label: 'To hire' },
]

const words = (value: number | null | undefined): string => (value == null ? 'not known' : whole(value))
