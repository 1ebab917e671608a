import { useRead } from '#renderer/app/api.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { dollars, signedDollars } from '../budgetWords.ts'
import type { BudgetWork } from '../useBudgetWork.ts'

/** The total by ratio and effort, and what moves it most. */
export function SensitivityPart({ work }: { work: BudgetWork }) {
  const { document, scenario } = work
  const read = useRead('budget.sensitivity', { budgetId: document.budget.id, scenarioId: scenario?.id ?? null })
  const found = read.data
  if (!found) return read.error ? null : <Skeleton label="What the total depends on" lines={6} />
  const { year, ratios, efforts, totals, drivers } = found
  const of = `${scenario ? scenario.name : 'the base'}, ${formatFiscalYear(year)}`
  const largest = Math.max(...drivers.map(({ change }) => Math.abs(change ?? 0)), 1)
  return (
    <div className="cd-sensitivity">
      <section aria-labelledby="budget-grid">
        <h2 id="budget-grid">{`Total cost by ratio and effort: ${of}`}</h2>
        <p id="budget-grid-about" className="cd-quiet">
          Each cell counts as many coaches as the ratio needs, each with that effort, whoever is appointed and whatever
          limits class years have.
        </p>
        <div className="cd-scroll-x">
          <table className="cd-table cd-figure-table" aria-describedby="budget-grid-about">
            <thead>
              <tr>
                <th scope="col">Learners per coach</th>
                {efforts.map((effort) => (
                  <th key={effort} scope="col" data-number>
                    {`${formatEffort(effort)} FTE`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ratios.map((ratio, row) => (
                <tr key={ratio}>
                  <th scope="row">{`1:${ratio}`}</th>
                  {efforts.map((effort, column) => {
                    const total = totals[row]?.[column] ?? null
                    return (
                      <td key={effort} data-number>
                        {total === null ? <span className="cd-quiet">not known</span> : dollars(total)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="budget-drivers">
        <h2 id="budget-drivers">What moves the total most</h2>
        <p id="budget-drivers-about" className="cd-quiet">
          Each from the plan as it stands, with coaches counted as it counts them and its limits of class years.
        </p>
        <table className="cd-table cd-figure-table cd-drivers" aria-describedby="budget-drivers-about">
          <thead>
            <tr>
              <th scope="col">One step of</th>
              <th scope="col" data-number>
                Total cost changes by
              </th>
              <th scope="col">
                <span className="cd-visually-hidden">Drawn</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drivers.map(({ assumption, change }) => (
              <tr key={assumption}>
                <th scope="row">{assumption}</th>
                <td data-number>{change === null ? 'not known' : signedDollars(change)}</td>
                <td aria-hidden>
                  <span style={{ width: `${(Math.abs(change ?? 0) / largest) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
