import type { ReactNode } from 'react'
import { Select } from '#renderer/ui/form/Select.tsx'
import { type Grouping, groupings } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { useRead } from '#renderer/app/api.ts'
import { groupingLabels } from './evaluationWords.ts'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

/** The instruments that a program has used, the one with the most waves first. */
export function useUsedInstruments(programId: Id): { id: string; label: string }[] | undefined {
  const waves = useRead('evaluation.listAdministrations', { programId }).data
  const instruments = useRead('evaluation.listInstruments', {}).data
  if (!waves || !instruments) return undefined
  const held = [...Map.groupBy(waves, ({ instrumentKey }) => instrumentKey)]
  held.sort(([, a], [, b]) => b.length - a.length)
  return held.map(([id]) => ({ id, label: instruments.find(({ key }) => key === id)?.name ?? id }))
}

interface Props {
  used: readonly { id: string; label: string }[]
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
