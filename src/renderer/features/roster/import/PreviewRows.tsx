import { type ReactNode, useMemo } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import type { GridState } from '#renderer/ui/grid/gridTypes.ts'
import { Switch } from '#renderer/ui/form/Switch.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { cellEdits } from './cellEdits.ts'
import { previewColumns } from './previewColumns.ts'
import { type PreviewRow, previewRows, problemFilters } from './previewModel.ts'
import { decideRows, type Reading } from './reading.ts'
import { RowDecisions } from './RowDecisions.tsx'

interface PreviewRowsProps {
  preview: ImportPreview
  programId: string
  kind: PeopleKind
  reading: Reading
  state: GridState
  onStateChange: (state: GridState) => void
  onReading: (reading: Reading) => void
  /** Resolves when what was typed is in the preview. */
  onCells: (cells: Record<string, string>) => Promise<void>
  /** The button that saves the rows with problems. */
  save: ReactNode
}

const rowId = ({ id }: PreviewRow): string => id
const noun = { one: 'row', many: 'rows' }

/** The rows of the file with their own numbers, as they will be stored. Typing into a cell puts the file right. */
export function PreviewRows({ preview, programId, kind, reading, state, onStateChange, ...props }: PreviewRowsProps) {
  const rows = useMemo(() => previewRows(preview, kind), [preview, kind])
  const onlyProblems = JSON.stringify(state.filters) === JSON.stringify(problemFilters)
  // What is wrong with a row stands beside its name while that is what is looked for.
  const columns = useMemo(
    () => previewColumns(preview, kind, { problemsFirst: onlyProblems }),
    [preview, kind, onlyProblems],
  )
  const decisions = reading.rows ?? {}
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={columns}
      label="Rows of the file"
      noun={noun}
      state={state}
      onStateChange={onStateChange}
      onEdit={async (edits) => {
        const { cells, rejected } = cellEdits(edits, rows, preview.columns, kind)
        if (Object.keys(cells).length > 0) await props.onCells(cells)
        return { rejected }
      }}
      toolbarExtra={
        <div className="cd-import-tools">
          <Switch
            label="Only rows with problems"
            value={onlyProblems}
            isDisabled={preview.counts.toCheck === 0 && !onlyProblems}
            onChange={(isOn) => onStateChange({ ...state, filters: isOn ? problemFilters : {} })}
          />
          {props.save}
        </div>
      }
      renderSelectedRowActions={(ids) => (
        <RowDecisions
          programId={programId}
          kind={kind}
          ids={ids}
          isDecided={ids.some((id) => decisions[id] !== undefined)}
          onDecide={(decision) => props.onReading({ ...reading, rows: decideRows(decisions, ids, decision) })}
        />
      )}
      empty={<p className="cd-quiet cd-import-none">No rows with people were found under the header row.</p>}
    />
  )
}
