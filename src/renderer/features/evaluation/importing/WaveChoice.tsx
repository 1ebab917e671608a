import { useState } from 'react'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { isPlainDate } from '#shared/kernel/plainDate.ts'
import type { ResponseReading } from './useResponseImport.ts'

const newWave = 'new'

interface Props {
  preview: ResponsePreview
  reading: ResponseReading
  waves: readonly Administration[]
  onReading: (reading: ResponseReading) => void
}

/** The wave that the responses are counted in: one of the instrument's, or a new one with the days of the file. */
export function WaveChoice({ preview: { instrument, administrationId, rows }, reading, waves, onReading }: Props) {
  const { administrationId: _, wave, ...others } = reading
  const fitting = waves.filter(({ instrumentKey }) => instrumentKey === instrument?.key)
  const month = monthOf(rows)
  // Without days in the file nobody knows when the wave was open.
  const canBeNew = instrument !== null && month !== null
  const choices = [
    ...fitting.map(({ id, name }) => ({ id, label: name })),
    ...(canBeNew ? [{ id: newWave, label: 'A new wave' }] : []),
  ]
  return (
    <div>
      <Select
        label="Wave"
        description={
          wave
            ? 'It is made with the import, open on the days of the file.'
            : administrationId !== null
              ? 'The responses are counted in this wave.'
              : choices.length > 0
                ? 'No wave has the dates of this file. Choose one.'
                : 'There is none of this instrument. Cancel and add a wave first.'
        }
        choices={choices}
        value={wave ? newWave : administrationId}
        onChange={(id) =>
          onReading(id === newWave ? { ...others, wave: { name: month ?? '' } } : { ...others, administrationId: id })
        }
      />
      {wave && <NewWaveName name={wave.name} onName={(name) => onReading({ ...others, wave: { name } })} />}
    </div>
  )
}

/** Read again once the field is left: each reading of a large file takes a moment. */
function NewWaveName({ name, onName }: { name: string; onName: (name: string) => void }) {
  const [typed, setTyped] = useState(name)
  const isMissing = typed.trim() === ''
  return (
    <TextField
      label="Name of the new wave"
      value={typed}
      onChange={(text) => setTyped(text.slice(0, 120))}
      onBlur={() => {
        if (!isMissing && typed.trim() !== name) onName(typed.trim())
      }}
      error={isMissing ? 'Name the wave.' : undefined}
    />
  )
}

/** "September 2026": when the first response came in; null where the file does not say. */
function monthOf(rows: ResponsePreview['rows']): string | null {
  const days = rows.map(({ response }) => response.recordedAt.slice(0, 10)).filter(isPlainDate)
  const [first] = days.toSorted()
  if (first === undefined) return null
  return new Date(`${first}T12:00:00`).toLocaleDateString('en-US', { month: 'long', year: 'numeric' })
}
