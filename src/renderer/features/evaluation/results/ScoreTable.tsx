import type { Cell, Measure, Results } from '#shared/evaluation/resultSchema.ts'
import { studentInterval, withinScale } from '#shared/evaluation/statistics/interval.ts'
import { figure, percent } from '../evaluationWords.ts'
import { Hidden } from '../Hidden.tsx'

/** The figures of one scale by wave and group, with how sure they are. */
export function ScoreTable({ results, cells }: { results: Results; cells: readonly Cell[] }) {
  const name = (id: string) => results.waves.find(({ administrationId }) => administrationId === id)?.name ?? ''
  const label = (key: string) => results.groups.find((group) => group.key === key)?.label ?? key
  const rangeOf = (measure: string) => results.measures.find(({ key }) => key === measure)?.range ?? null
  return (
    <div className="cd-scroll-x">
      <table className="cd-table cd-evaluation-table">
        <caption className="cd-visually-hidden">Scores by wave and group</caption>
        <thead>
          <tr>
            <th scope="col">Wave</th>
            <th scope="col">Group</th>
            {['n', 'Mean', '95 % interval', 'SD', 'Median', 'Quartiles', 'Beyond a cut or favourable'].map((head) => (
              <th key={head} scope="col" data-number>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.administrationId} ${cell.group}`}>
              <th scope="row">{name(cell.administrationId)}</th>
              <td>{label(cell.group)}</td>
              <Figures cell={cell} range={rangeOf(cell.measure)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figures({ cell: { n, hidden, summary }, range }: { cell: Cell; range: Measure['range'] }) {
  if (hidden)
    return (
      <td colSpan={7} data-number>
        <Hidden reason={hidden} />
      </td>
    )
  if (n === null || summary === null)
    return (
      <td colSpan={7} data-number>
        <span className="cd-quiet">nobody answered</span>
      </td>
    )
  const { mean, sd, median, lowerQuartile, upperQuartile, topShare, cuts } = summary
  const interval = sd === null || n < 2 ? null : withinScale(studentInterval(mean, sd / Math.sqrt(n), n - 1), range)
  const beyond = [
    ...(topShare === null ? [] : [`favourable ${percent(topShare)}`]),
    ...cuts.map((cut) => `${cut.name} ${percent(cut.share)}`),
  ]
  return (
    <>
      <td data-number>{n}</td>
      <td data-number>{figure(mean)}</td>
      <td data-number>{interval ? `${figure(interval.low)} to ${figure(interval.high)}` : ''}</td>
      <td data-number>{sd === null ? '' : figure(sd)}</td>
      <td data-number>{figure(median)}</td>
      <td data-number>{`${figure(lowerQuartile)} to ${figure(upperQuartile)}`}</td>
      <td data-number>{beyond.join(', ')}</td>
    </>
  )
}
