import type { Program } from '#shared/program/schema.ts'
import type { CohortRow, Figure, HomeFigures } from './homeFigures.ts'
import { PeopleLink } from './PeopleLink.tsx'

/** Learners by cohort and status; every number opens its people. */
export function CohortTable({ program, figures }: { program: Program; figures: HomeFigures }) {
  const { columns, cohorts, total } = figures
  const cell = (figure: Figure) =>
    figure.count === 0 ? (
      <span className="cd-quiet">0</span>
    ) : (
      <PeopleLink program={program} who="learners" conditions={figure.conditions}>
        {figure.count.toLocaleString('en-US')}
      </PeopleLink>
    )
  const line = (row: CohortRow) => (
    <tr key={row.id ?? row.name}>
      <th scope="row">{row.name}</th>
      {row.cells.map((figure, index) => (
        <td key={columns[index]?.status} data-number>
          {cell(figure)}
        </td>
      ))}
      <td data-number>{cell(row.total)}</td>
    </tr>
  )
  return (
    <section>
      <h2>Learners by cohort and status</h2>
      <div className="cd-scroll-x">
        <table className="cd-count-table">
          <thead>
            <tr>
              <th scope="col">Cohort</th>
              {columns.map(({ status, label }) => (
                <th key={status} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>{cohorts.map(line)}</tbody>
          <tfoot>{line(total)}</tfoot>
        </table>
      </div>
    </section>
  )
}
