import { Info } from 'lucide-react'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { ignoredGroups } from './previewModel.ts'
import { ReadingBar } from './ReadingBar.tsx'
import type { Reading } from './reading.ts'

interface FilePanelProps {
  preview: ImportPreview
  program: Program
  kind: PeopleKind
  reading: Reading
  onKind: (kind: PeopleKind) => void
  onReading: (reading: Reading) => void
}

/** What was read of the file, and what was not: sheets, header, rows that hold nobody, whatever else was noticed. */
export function FilePanel({ preview, program, kind, reading, onKind, onReading }: FilePanelProps) {
  const { format, encoding, delimiter, headerRow, headerRows, dataRows, ignoredRows, notes } = preview
  const sheets = [...new Set(preview.columns.map(({ sheet }) => sheet))]
  const reasons = ignoredGroups(ignoredRows)
  const facts: [string, string][] = [
    ['Format', [formats[format] ?? format, encoding, delimiter && separators[delimiter]].filter(Boolean).join(', ')],
    [sheets.length > 1 ? 'Sheets read' : 'Sheet read', sheets.join(', ')],
    ['Column names', headerRow === 0 ? 'None found' : rowSpan(headerRow, headerRows)],
    ['Rows with people', dataRows.toLocaleString('en-US')],
  ]
  return (
    <div className="cd-import-file">
      <ReadingBar
        preview={preview}
        kind={kind}
        reading={reading}
        year={program.year}
        onKind={onKind}
        onReading={onReading}
      />
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(notes.length > 0 || reasons.length > 0) && (
        <ul className="cd-import-notices">
          {notes.map(({ code, message }) => (
            <li key={code + message} data-tone="info">
              <Info size={16} aria-hidden />
              {message}
            </li>
          ))}
          {reasons.map((rows) => {
            const { sheet, reason } = rows[0]!
            const where = sheets.length > 1 ? ` of sheet ${sheet}` : ''
            return (
              <li key={sheet + reason} data-tone="info">
                <Info size={16} aria-hidden />
                Not read: {rowList(rows.map(({ row }) => row))}
                {where} ({reason.charAt(0).toLowerCase() + reason.slice(1)}).
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

const formats: Readonly<Record<string, string>> = {
  xlsx: 'Excel',
  xlsm: 'Excel with macros',
  csv: 'Text (CSV)',
  tsv: 'Text (tabs)',
  txt: 'Text',
  pasted: 'Pasted cells',
}
const separators: Readonly<Record<string, string>> = {
  ',': 'separated by commas',
  ';': 'separated by semicolons',
  '\t': 'separated by tabs',
  '|': 'separated by bars',
}

const rowSpan = (last: number, rows: number): string =>
  rows > 1 ? `Rows ${last - rows + 1} to ${last}` : `Row ${last}`

const shownRows = 6

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, shownRows).join(', ')
  const more = rows.length - shownRows
  return `${count(rows.length, 'row').replace(/^[\d,]+ /, '')} ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
