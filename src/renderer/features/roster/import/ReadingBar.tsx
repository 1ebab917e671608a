import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { useState } from 'react'
import type { Reading } from './useImport.ts'

interface ReadingBarProps {
  preview: ImportPreview
  kind: RosterKind
  onKind: (kind: RosterKind) => void
  onReading: (reading: Reading) => void
}

const kinds = [
  { id: 'learners' as const, label: 'Learners' },
  { id: 'coaches' as const, label: 'Coaches' },
]

/** How the file was read, and the places to say otherwise: whose roster, which sheet, which row has the names. */
export function ReadingBar({ preview, kind, onKind, onReading }: ReadingBarProps) {
  const { sheets, sheet, headerRow, format, encoding } = preview
  const [typedRow, setTypedRow] = useState(rowOrNone(headerRow))
  const [readRow, setReadRow] = useState(headerRow)
  if (readRow !== headerRow) {
    setReadRow(headerRow)
    setTypedRow(rowOrNone(headerRow))
  }
  const readFromRow = (): void => {
    if (typedRow !== null && typedRow !== headerRow) onReading({ sheet, headerRow: typedRow })
  }
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
        <Select
          label="Sheet"
          value={sheet}
          choices={sheets.map(({ name, hidden }) => ({ id: name, label: hidden ? `${name} (hidden)` : name }))}
          onChange={(name) => onReading({ sheet: name })}
        />
      )}
      <NumberField label="Column names in row" value={typedRow} onChange={setTypedRow} onBlur={readFromRow} min={1} />
      <p className="cd-quiet">
        {sheets.length === 1 ? `Sheet ${sheet}, ` : ''}
        {format}
        {encoding && encoding !== 'utf-8' ? `, ${encoding}` : ''}
      </p>
    </form>
  )
}

/** 0 stands for a sheet in which no row names the columns. */
const rowOrNone = (row: number): number | null => (row === 0 ? null : row)
