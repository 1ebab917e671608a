import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import type { ChartColor } from '#renderer/ui/chart/chartTypes.ts'
import type { Cell, Measure, Results } from '#shared/evaluation/resultSchema.ts'
import { studentInterval } from '#shared/evaluation/statistics/interval.ts'
import { figure, percent } from '../evaluationWords.ts'
import { Hidden } from '../Hidden.tsx'

interface Props {
  results: Results
  measure: Measure
}

// Beyond these, colours would repeat; the table has every group.
const mostDrawn = 8

/** The means of one scale by wave and group; what is hidden is named under the drawing and stands in the table. */
export function Scores({ results, measure }: Props) {
  const { waves, groups } = results
  const cells = results.cells.filter((cell) => cell.measure === measure.key)
  const at = (wave: string, group: string) =>
    cells.find((cell) => cell.administrationId === wave && cell.group === group)
  const drawn = groups.slice(0, mostDrawn)
  const held = waves.filter(({ administrationId }) => at(administrationId, groups[0]?.key ?? '') !== undefined)
  const hidden = held.flatMap((wave) =>
    drawn.flatMap((group) => {
      const reason = at(wave.administrationId, group.key)?.hidden
      return reason
        ? [{ key: `${wave.administrationId} ${group.key}`, label: `${wave.name}, ${group.label}`, reason }]
        : []
    }),
  )
  return (
    <section className="cd-scores">
      <h2 className="cd-visually-hidden">Scores</h2>
      <ChartWithTable
        title={`${measure.name}: mean by wave`}
        summary={rangeWords(measure)}
        rowHeader="Group"
        labels={held.map(({ name }) => name)}
        series={drawn.map((group, index) => ({
          key: group.key,
          label: group.label,
          color: (index + 1) as ChartColor,
          values: held.map((wave) => at(wave.administrationId, group.key)?.summary?.mean ?? null),
        }))}
        format={figure}
        formatShort={short}
        table={<ScoreTable results={results} measure={measure} cells={cells} />}
      />
      <p className="cd-quiet">
        {rangeWords(measure)}
        {groups.length > mostDrawn && ` ${mostDrawn} of ${groups.length} groups are drawn; the table has all.`}
      </p>
      {hidden.length > 0 && (
        <ul className="cd-hidden-list" aria-label="Hidden figures">
          {hidden.map(({ key, label, reason }) => (
            <li key={key}>
              {label} <Hidden reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const short = (value: number): string => (Number.isInteger(value) ? String(value) : figure(value))

function rangeWords({ range, better }: Measure): string {
  const reach = range ? `From ${range.min} to ${range.max}` : 'Without a fixed range'
  return `${reach}${better === null ? '.' : `; ${better} is better.`}`
}

function ScoreTable({ results, cells }: Props & { cells: readonly Cell[] }) {
  const name = (id: string) => results.waves.find(({ administrationId }) => administrationId === id)?.name ?? ''
  const label = (key: string) => results.groups.find((group) => group.key === key)?.label ?? key
  return (
    <div className="cd-scroll-x">
      <table className="cd-evaluation-table">
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
              <Figures cell={cell} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figures({ cell: { n, hidden, summary } }: { cell: Cell }) {
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
  const interval = sd === null || n < 2 ? null : studentInterval(mean, sd / Math.sqrt(n), n - 1)
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
