import { useMemo, useState } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'

interface FileRow {
  sheet: string
  row: number
  action: string
}

/** A row with an id of its own: a file may hold the same row of a sheet twice, such as an entry that is split. */
type WithId<Row> = Row & { id: string }

interface ImportRowsProps<Row extends FileRow> {
  rows: readonly Row[]
  /** What each action is called. */
  actions: Readonly<Record<Row['action'], { label: string; tone: Tone }>>
  /** What is shown of a row, after its number and what happens to it. */
  columns: readonly GridColumn<Row>[]
  label: string
  noun: { one: string; many: string }
}

const rowId = ({ id }: { id: string }): string => id

/** The rows of a file, and what becomes of each. */
export function ImportRows<Row extends FileRow>({ rows, actions, columns, label, noun }: ImportRowsProps<Row>) {
  const [state, setState] = useState(initialGridState)
  const withIds = useMemo(
    () => rows.map((row, at): WithId<Row> => ({ ...row, id: `${row.sheet} ${row.row} ${at}` })),
    [rows],
  )
  const allColumns = useMemo((): GridColumn<WithId<Row>>[] => {
    const action = (row: Row): Row['action'] => row.action
    const choices = Object.entries<{ label: string }>(actions).map(([id, { label }]) => ({ id, label }))
    return [
      { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
      {
        key: 'action',
        header: 'What happens',
        kind: 'choice',
        width: 132,
        value: action,
        choices,
        tone: (row) => actions[action(row)].tone,
      },
      ...columns,
    ]
  }, [actions, columns])
  return (
    <DataGrid
      rows={withIds}
      getRowId={rowId}
      columns={allColumns}
      label={label}
      noun={noun}
      state={state}
      onStateChange={setState}
    />
  )
}
