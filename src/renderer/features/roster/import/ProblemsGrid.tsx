import { type ReactNode, useMemo, useState } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { ImportPreview, ImportProblem } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { levelLabels, meaningOf } from './previewModel.ts'

interface Found extends ImportProblem {
  id: string
}

const tones: Record<ImportProblem['level'], Tone> = { error: 'wrong', warning: 'needs', info: 'info' }
const noun = { one: 'finding', many: 'findings' }
const foundId = ({ id }: Found): string => id

const columnsOf = (kind: PeopleKind, sheets: number): GridColumn<Found>[] => [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  { key: 'column', header: 'Column', kind: 'text', width: 80, value: ({ column }) => column || null, pinned: true },
  {
    key: 'sheet',
    header: 'Sheet',
    kind: 'text',
    width: 104,
    value: ({ sheet }) => sheet,
    hiddenByDefault: sheets < 2,
  },
  {
    key: 'level',
    header: 'Effect',
    kind: 'choice',
    width: 130,
    value: ({ level }) => level,
    choices: (['error', 'warning', 'info'] as const).map((id) => ({ id, label: levelLabels[id] })),
    tone: ({ level }) => tones[level],
  },
  {
    key: 'field',
    header: 'Field',
    kind: 'text',
    width: 120,
    value: ({ field }) => field && fieldLabel(kind, field as FieldKey),
  },
  {
    key: 'value',
    header: 'In the file',
    kind: 'text',
    width: 180,
    value: ({ value }) => value || null,
    editable: true,
  },
  { key: 'message', header: 'What it means', kind: 'text', width: 780, value: meaningOf },
]

interface ProblemsGridProps {
  preview: ImportPreview
  kind: PeopleKind
  onCells: (cells: Record<string, string>) => Promise<void>
  /** The button that saves the rows with problems. */
  save: ReactNode
}

/** Everything that was found in the file, cell by cell, with what it means; what a cell says can be put right here. */
export function ProblemsGrid({ preview, kind, onCells, save }: ProblemsGridProps) {
  const [state, setState] = useState(initialGridState)
  const sheets = new Set(preview.rows.map(({ sheet }) => sheet)).size
  const columns = useMemo(() => columnsOf(kind, sheets), [kind, sheets])
  const rows = useMemo(() => withIds(preview.problems), [preview.problems])
  return (
    <DataGrid
      rows={rows}
      getRowId={foundId}
      columns={columns}
      label="What was found in the file"
      noun={noun}
      state={state}
      onStateChange={setState}
      onEdit={async (edits) => {
        const byId = new Map(rows.map((row) => [row.id, row]))
        const found = edits.flatMap(({ rowId, value }) => {
          const at = byId.get(rowId)
          return at ? [{ at, rowId, text: value === null ? '' : String(value) }] : []
        })
        const isCell = ({ at }: (typeof found)[number]): boolean => at.column !== ''
        const cells = found.filter(isCell).map(({ at, text }) => [`${at.sheet}!${at.column}${at.row}`, text])
        if (cells.length > 0) await onCells(Object.fromEntries(cells))
        const message = 'This is about the whole row; correct it under Rows'
        return {
          rejected: found.filter((one) => !isCell(one)).map(({ rowId }) => ({ rowId, key: 'value', message })),
        }
      }}
      toolbarExtra={save}
      empty={<p className="cd-quiet cd-import-none">Nothing in the file needs attention.</p>}
    />
  )
}

/** A finding keeps its id while others come and go, so that the grid stays where it was. */
function withIds(problems: readonly ImportProblem[]): Found[] {
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const { sheet, row, column, code, field } = problem
    const place = [sheet, row, column, code, field].join(' ')
    const n = (seen.get(place) ?? 0) + 1
    seen.set(place, n)
    return { ...problem, id: `${place} ${n}` }
  })
}
