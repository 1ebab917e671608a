import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import type { ChartColor } from '#renderer/ui/chart/chartTypes.ts'
import type { Measure, Results, Wave } from '#shared/evaluation/resultSchema.ts'
import { figure } from '../evaluationWords.ts'
import { HiddenFigures } from './HiddenFigures.tsx'
import { ScoreTable } from './ScoreTable.tsx'

interface Props {
  results: Results
  measure: Measure
}

type Group = Results['groups'][number]

// Beyond these, colours would repeat; the table has every group.
const mostDrawn = 8

/** The means of one scale by wave and group; what is hidden is named under the drawing and stands in the table. */
export function Scores({ results, measure }: Props) {
  const { waves, groups } = results
  const cells = results.cells.filter((cell) => cell.measure === measure.key)
  const at = (wave: string, group: string) =>
    cells.find((cell) => cell.administrationId === wave && cell.group === group)
  const held = waves.filter(({ administrationId }) => at(administrationId, groups[0]?.key ?? '') !== undefined)
  const meanOf = (wave: Wave, group: Group) => at(wave.administrationId, group.key)?.summary?.mean ?? null
  const shown = groups.filter((group) => held.some((wave) => meanOf(wave, group) !== null))
  const drawn = shown.slice(0, mostDrawn)
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
          values: held.map((wave) => meanOf(wave, group)),
        }))}
        format={figure}
        formatShort={short}
        end={measure.range?.max}
        table={<ScoreTable results={results} cells={cells} />}
      />
      <p className="cd-quiet">
        {rangeWords(measure)}
        {shown.length > mostDrawn && ` ${mostDrawn} of ${shown.length} groups are drawn; the table has all.`}
      </p>
      <HiddenFigures results={results} cells={cells} />
    </section>
  )
}

const short = (value: number): string => (Number.isInteger(value) ? String(value) : figure(value))

function rangeWords({ range, better }: Measure): string {
  const reach = range ? `From ${range.min} to ${range.max}` : 'Without a fixed range'
  return `${reach}${better === null ? '.' : `; ${better} is better.`}`
}
