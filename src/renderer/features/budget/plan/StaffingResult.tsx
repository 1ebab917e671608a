import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
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
      title="Coaches needed, appointed and to be hired"
      note={sitesApart(result)}
      summary={headings
        .map(
          (heading, at) =>
            `${heading}: ${words(totals.coachesNeeded[at])} needed, ${words(totals.coachesAppointed[at])} appointed, ${words(totals.coachesToHire[at])} to be hired.`,
        )
        .join(' ')}
      rowHeader="Coaches"
      labels={headings}
      format={whole}
      formatShort={whole}
      series={[
        { key: 'needed', label: 'Needed', color: 4, values: totals.coachesNeeded },
        { key: 'appointed', label: 'Appointed', color: 1, values: totals.coachesAppointed },
        { key: 'toHire', label: 'To be hired', color: 2, values: totals.coachesToHire },
      ]}
      table={
        <div className="cd-scroll-x">
          <table className="cd-table cd-figure-table">
            <caption className="cd-visually-hidden">
              Coaches needed, appointed and to be hired, by year and site
            </caption>
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
  { key: 'toHire', label: 'To be hired' },
]

/** Why somebody is to be hired where as many are appointed as are needed: sites are staffed apart. */
function sitesApart({ totals, staffing, years }: BudgetResult): string | undefined {
  const { coachesNeeded, coachesAppointed, coachesToHire } = totals
  const at = years.findIndex((_, year) => {
    const gap = Math.max(0, (coachesNeeded[year] ?? 0) - (coachesAppointed[year] ?? 0))
    return (coachesToHire[year] ?? 0) > gap
  })
  const short = staffing.filter(({ year, toHire }) => year === years[at] && (toHire ?? 0) > 0)
  if (short.length === 0) return undefined
  const sites = short.map(({ site, toHire }) => `${site || 'no site'} ${toHire}`)
  return `Each site is staffed by itself. To be hired in ${formatFiscalYear(years[at]!)}: ${sites.join(', ')}.`
}

const words = (value: number | null | undefined): string => (value == null ? 'not known' : whole(value))
