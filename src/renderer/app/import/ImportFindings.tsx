import { useMemo, useState } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'

interface Finding {
  row: number
  /** Its letter; empty where the whole row is meant. */
  column: string
  /** What stands in the file. */
  value: string
  message: string
}
type FindingRow = Finding & { id: string }

const columns: GridColumn<FindingRow>[] = [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  { key: 'column', header: 'Column', kind: 'text', width: 80, value: ({ column }) => column || null, pinned: true },
  { key: 'value', header: 'In the file', kind: 'text', width: 160, value: ({ value }) => value || null },
  { key: 'message', header: 'What it means', kind: 'text', width: 720, value: ({ message }) => message },
]

const rowId = ({ id }: FindingRow): string => id

/** What is wrong in the file, cell by cell. */
export function ImportFindings({ findings }: { findings: readonly Finding[] }) {
  const [state, setState] = useState(initialGridState)
  const rows = useMemo(() => findings.map((finding, at) => ({ ...finding, id: String(at) })), [findings])
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={columns}
      label="What was found in the file"
      noun={{ one: 'finding', many: 'findings' }}
      state={state}
      onStateChange={setState}
      empty={<p className="cd-quiet">Nothing in the file needs attention.</p>}
    />
  )
}
