import { useMemo, useState } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import { type FieldKey, fieldLabel } from '#shared/imports/fields.ts'
import type { ImportPreview, ImportProblem } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { levelLabels } from './previewModel.ts'

interface Found extends ImportProblem {
  id: string
}

const tones: Record<ImportProblem['level'], Tone> = { error: 'wrong', warning: 'needs', info: 'info' }
const noun = { one: 'finding', many: 'findings' }
const foundId = ({ id }: Found): string => id

const columnsOf = (kind: RosterKind): GridColumn<Found>[] => [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  { key: 'column', header: 'Column', kind: 'text', width: 80, value: ({ column }) => column || null, pinned: true },
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
  { key: 'value', header: 'In the file', kind: 'text', width: 180, value: ({ value }) => value || null },
  { key: 'message', header: 'What it means', kind: 'text', width: 780, value: ({ message }) => message },
]

/** Everything that was found in the file, cell by cell, with what it means. */
export function ProblemsGrid({ preview, kind }: { preview: ImportPreview; kind: RosterKind }) {
  const [state, setState] = useState(initialGridState)
  const columns = useMemo(() => columnsOf(kind), [kind])
  const rows = useMemo(() => preview.problems.map((problem, index) => ({ ...problem, id: String(index) })), [preview])
  return (
    <DataGrid
      rows={rows}
      getRowId={foundId}
      columns={columns}
      label="What was found in the file"
      noun={noun}
      state={state}
      onStateChange={setState}
      empty={<p className="cd-quiet cd-import-none">Nothing in the file needs attention.</p>}
    />
  )
}
