import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { type PeopleKind, peopleKinds } from '#shared/roster/schema.ts'
import { useState } from 'react'
import { peopleWords } from './peopleWords.ts'
import type { Reading } from './reading.ts'

interface ReadingBarProps {
  preview: ImportPreview
  kind: PeopleKind
  reading: Reading
  /** The academic year of the program, by the year it starts in. */
  year: number
  onKind: (kind: PeopleKind) => void
  onReading: (reading: Reading) => void
}

const kinds = peopleKinds.map((id) => ({ id, label: peopleWords[id].label }))

const together = '(together)'

/** How the file was read, and the places to say otherwise: whose roster, which sheets, which row has the names. */
export function ReadingBar({ preview, kind, reading, year, onKind, onReading }: ReadingBarProps) {
  const { sheets, sheet, headerRow } = preview
  const [typedRow, setTypedRow] = useState(rowOrNone(headerRow))
  const [readRow, setReadRow] = useState(headerRow)
  if (readRow !== headerRow) {
    setReadRow(headerRow)
    setTypedRow(rowOrNone(headerRow))
  }
  const readFromRow = (): void => {
    if (typedRow !== null && typedRow !== headerRow) onReading({ ...reading, sheet, headerRow: typedRow })
  }
  const { sheet: _, headerRow: __, ...asRecognised } = reading
  return (
    <form
      className="cd-import-reading"
      onSubmit={(event) => {
        event.preventDefault()
        readFromRow()
      }}
    >
      <Select label="Read as" value={kind} choices={kinds} onChange={onKind} />
      {sheets.length > 1 && (
        <div className="cd-import-sheet">
          <Select
            label="Sheet"
            value={reading.sheet ?? together}
            choices={[
              { id: together, label: 'Every sheet that looks like a roster' },
              ...sheets.map(({ name, hidden }) => ({ id: name, label: hidden ? `${name} (hidden)` : name })),
            ]}
            onChange={(name) => onReading(name === together ? asRecognised : { ...asRecognised, sheet: name })}
          />
        </div>
      )}
      <NumberField label="Column names in row" value={typedRow} onChange={setTypedRow} onBlur={readFromRow} min={1} />
      {kind === 'learners' && (
        <Select
          label="Levels are those of"
          value={String(reading.year ?? year)}
          choices={[year - 1, year, year + 1].map((start) => ({ id: String(start), label: yearName(start) }))}
          onChange={(start) => onReading({ ...reading, year: Number(start) })}
        />
      )}
    </form>
  )
}

/** "2026-27" */
const yearName = (start: number): string => `${start}-${String((start + 1) % 100).padStart(2, '0')}`

/** 0 stands for a sheet in which no row names the columns. */
const rowOrNone = (row: number): number | null => (row === 0 ? null : row)
