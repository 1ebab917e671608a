import './results.css'
import { ChartColumn } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { Results } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { InstrumentBar } from '../InstrumentBar.tsx'
import { Part } from '../Part.tsx'
import { Reading } from '../Reading.tsx'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import { useShownInstrument } from '../useShownInstrument.ts'
import { Distributions } from './Distributions.tsx'
import { Scores } from './Scores.tsx'
import { Statements } from './Statements.tsx'

/** The figures of one instrument: scores by wave and group, what changed, how the answers are spread. */
export function ResultsTab({ programId }: { programId: Id }) {
  const { audience, by, measure, show } = useEvaluationSearch()
  const { used, shown: instrument } = useShownInstrument(programId)
  const results = useRead(
    'evaluation.results',
    { programId, audience, instrumentKey: instrument ?? '', groupBy: by },
    { enabled: instrument !== undefined },
  )
  if (used && instrument === undefined)
    return (
      <EmptyState icon={ChartColumn} title="No results yet">
        Add a wave and import its responses; they are scored as they come in.
      </EmptyState>
    )
  return (
    <Reading of={results} label="Results">
      {(found) => {
        const shown = found.measures.find(({ key }) => key === measure) ?? found.measures[0]
        return (
          <Part label="Results">
            <InstrumentBar used={used ?? []} instrument={instrument ?? ''}>
              {shown && (
                <Select
                  label="Scale or item"
                  choices={found.measures.map(({ key, name, kind }) => ({
                    id: key,
                    label: kind === 'item' ? `Item: ${name}` : name,
                  }))}
                  value={shown.key}
                  onChange={(key) => show({ measure: key })}
                />
              )}
            </InstrumentBar>
            {!shown && <p>{nothingToShow(found)}</p>}
            {shown && (
              <>
                <Scores results={found} measure={shown} />
                <Statements results={found} measure={shown} />
                <Distributions results={found} />
                <Method results={found} />
              </>
            )}
          </Part>
        )
      }}
    </Reading>
  )
}

const nothingToShow = ({ access }: Results): string =>
  access === 'aggregated' || access === 'named'
    ? 'No wave of this instrument has figures yet.'
    : 'The sharing rules do not let this audience see figures of this instrument.'

/** What was held back, and by which rules the figures were made. */
function Method({ results: { suppressed, notes, looks } }: { results: Results }) {
  const all = [looks.note, ...suppressed, ...notes].filter((note) => note !== '')
  if (all.length === 0) return null
  return (
    <section>
      <h2>Method and what was held back</h2>
      <ul className="cd-method">
        {all.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}
