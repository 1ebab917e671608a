import { useMemo } from 'react'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import { differencesInWords } from './differenceWords.ts'

/** What each scenario has otherwise than the base, and why it is there. */
export function Differences({ document }: { document: BudgetDocument }) {
  const scenarios = useMemo(
    () => document.scenarios.map((scenario) => ({ scenario, own: differencesInWords(document, scenario) })),
    [document],
  )
  if (scenarios.length === 0) return null
  return (
    <section aria-labelledby="budget-differences">
      <h2 id="budget-differences">What differs</h2>
      <div className="cd-scroll-x">
        <table className="cd-table cd-figure-table">
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              <th scope="col">What</th>
              <th scope="col">Base</th>
              <th scope="col">Scenario</th>
            </tr>
          </thead>
          {scenarios.map(({ scenario, own }) => (
            <tbody key={scenario.id}>
              {own.length === 0 && (
                <tr>
                  <th scope="row">{scenario.name}</th>
                  <td colSpan={3} className="cd-quiet">
                    Nothing yet: it is as the base.
                  </td>
                </tr>
              )}
              {own.map(({ key, what, base, here }, at) => (
                <tr key={key}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={own.length}>
                      {scenario.name}
                      {scenario.note !== '' && <small>{scenario.note}</small>}
                    </th>
                  )}
                  <td>{what}</td>
                  <td>{base}</td>
                  <td>{here}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}
