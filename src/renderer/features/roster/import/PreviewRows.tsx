import { useMemo } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import type { GridState } from '#renderer/ui/grid/gridTypes.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { type PreviewRow, previewColumns, previewRows } from './previewModel.ts'

interface PreviewRowsProps {
  preview: ImportPreview
  kind: RosterKind
  state: GridState
  onStateChange: (state: GridState) => void
}

const rowId = ({ id }: PreviewRow): string => id
const noun = { one: 'row', many: 'rows' }

/** The rows of the file with their own numbers, as they will be stored. */
export function PreviewRows({ preview, kind, state, onStateChange }: PreviewRowsProps) {
  const rows = useMemo(() => previewRows(preview, kind), [preview, kind])
  const columns = useMemo(() => previewColumns(preview, kind), [preview, kind])
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={columns}
      label="Rows of the file"
      noun={noun}
      state={state}
      onStateChange={onStateChange}
      empty={<p className="cd-quiet cd-import-none">No rows with people were found under the header row.</p>}
    />
  )
}
