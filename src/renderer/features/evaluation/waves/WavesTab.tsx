import './waves.css'
import { ClipboardList } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { Overview, Wave } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { dayRange } from '../evaluationWords.ts'
import { Part } from '../Part.tsx'
import { Reading } from '../Reading.tsx'
import { RowButton } from '../RowButton.tsx'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import type { ChosenYear } from '../useEvaluationYear.ts'
import { RateCells } from './RateCells.tsx'
import { WaveInspector } from './WaveInspector.tsx'

interface Props {
  programId: Id
  chosenYear: ChosenYear
  overview: React.ComponentProps<typeof Reading<Overview>>['of']
}

/** Each wave of each instrument in a year, newest first: who was asked, who answered. */
export function WavesTab({ programId, chosenYear, overview }: Props) {
  const { wave: asked, show } = useEvaluationSearch()
  const administrations = useRead('evaluation.listAdministrations', { programId }).data ?? []
  return (
    <Reading of={overview} label="Waves">
      {({ waves }) => {
        const chosen = waves.find(({ administrationId }) => administrationId === asked)
        const administration = administrations.find(({ id }) => id === asked)
        if (waves.length === 0) return <NoWaves chosenYear={chosenYear} />
        return (
          <div className="cd-evaluation-split">
            <Part label="Waves">
              <WaveTable waves={waves.toReversed()} chosen={asked} onChoose={(wave) => show({ wave })} />
              <OtherYears chosenYear={chosenYear} />
            </Part>
            {chosen && administration && (
              <WaveInspector
                key={administration.id}
                programId={programId}
                wave={chosen}
                administration={administration}
                onClose={() => show({ wave: undefined })}
              />
            )}
          </div>
        )
      }}
    </Reading>
  )
}

function NoWaves({ chosenYear }: { chosenYear: ChosenYear }) {
  const { year, years } = chosenYear
  if (years.every(({ waves }) => waves === 0))
    return (
      <EmptyState icon={ClipboardList} title="No waves yet">
        A wave is one time that an instrument is sent out. Add one to make codes for the survey tool, or import the
        export of a survey that is over.
      </EmptyState>
    )
  if (years.some((one) => one.year === year && one.waves > 0))
    return (
      <EmptyState icon={ClipboardList} title="Not shared with this audience">
        Question 8 of the design does not let this audience see who takes part. Choose another audience.
      </EmptyState>
    )
  return (
    <EmptyState icon={ClipboardList} title={`No waves in ${formatAcademicYear(year)}`}>
      {`${otherYears(chosenYear)} Choose the academic year above.`}
    </EmptyState>
  )
}

function OtherYears({ chosenYear }: { chosenYear: ChosenYear }) {
  const words = otherYears(chosenYear)
  return words === '' ? null : <p className="cd-quiet">{words}</p>
}

/** "Waves of other years: 2025-26 (6)." */
function otherYears({ year, years }: ChosenYear): string {
  const others = years.filter((one) => one.year !== year && one.waves > 0)
  if (others.length === 0) return ''
  return `Waves of other years: ${others.map((one) => `${formatAcademicYear(one.year)} (${one.waves})`).join(', ')}.`
}

interface TableProps {
  waves: readonly Wave[]
  chosen: string | undefined
  onChoose: (id: Id) => void
}

function WaveTable({ waves, chosen, onChoose }: TableProps) {
  return (
    <table className="cd-table cd-evaluation-table">
      <caption className="cd-visually-hidden">Waves, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Wave</th>
          <th scope="col">Instrument</th>
          <th scope="col">Open</th>
          <th scope="col" data-number>
            Asked
          </th>
          <th scope="col" data-number>
            Answered
          </th>
          <th scope="col" data-number>
            Rate
          </th>
          <th scope="col">To know</th>
        </tr>
      </thead>
      <tbody>
        {waves.map((wave) => (
          <tr key={wave.administrationId} data-chosen={wave.administrationId === chosen || undefined}>
            <th scope="row" data-name>
              <RowButton
                label={`${wave.name}, ${wave.instrument}`}
                isOpen={wave.administrationId === chosen}
                onPress={() => onChoose(wave.administrationId)}
              >
                {wave.name}
              </RowButton>
            </th>
            <td>{wave.instrument}</td>
            <td data-name>{dayRange(wave.opensOn, wave.closesOn)}</td>
            <RateCells rate={wave.rates[0]} />
            <td>{toKnow(wave)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function toKnow({ rates: [all], leftOut, notes }: Wave) {
  if (all?.received === 0) return <StatusDot tone="neutral">Nothing received yet</StatusDot>
  if (leftOut.unknownCode || leftOut.outOfRange) return <StatusDot tone="needs">Responses to check</StatusDot>
  if (notes.length > 0) return <StatusDot tone="info">Read the notes</StatusDot>
  return <StatusDot tone="done">Counted</StatusDot>
}
