import type { ReactNode } from 'react'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { type Grouping, groupings } from '#shared/evaluation/resultSchema.ts'
import { groupingLabels } from './evaluationWords.ts'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

interface Props {
  used: readonly Choice[]
  instrument: string
  children?: ReactNode
}

/** Which instrument is shown, and for which groups. */
export function InstrumentBar({ used, instrument, children }: Props) {
  const { by, show } = useEvaluationSearch()
  return (
    <div className="cd-instrument-bar">
      <Select
        label="Instrument"
        choices={used}
        value={instrument}
        onChange={(id) => show({ instrument: id, measure: undefined })}
      />
      <Select<Grouping>
        label="Groups"
        choices={groupings.map((id) => ({ id, label: groupingLabels[id] }))}
        value={by}
        onChange={(id) => show({ by: id })}
      />
      {children}
      <p className="cd-quiet">Waves of all years, so that change is seen.</p>
    </div>
  )
}
