import { useRead } from '#renderer/app/api.ts'
import { budgetInForce, summariseBudget } from '#shared/budget/budgetSummary.ts'

/** What the program costs, year by year, where it has a budget. */
export function BudgetInCharter({ programId }: { programId: string }) {
  const budgets = useRead('budget.list', { programId })
  const budget = budgetInForce(budgets.data ?? [])
  const result = useRead('budget.show', { budgetId: budget?.id ?? '' }, { enabled: budget !== undefined })
  if (!budget || !result.data) return null
  const { standing, years, rows } = summariseBudget(budget, result.data)
  return (
    <section>
      <h3>Budget</h3>
      <p className="cd-quiet">{standing}.</p>
      <table className="cd-charter-budget">
        <thead>
          <tr>
            <th scope="row">In US dollars</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={years[index]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
