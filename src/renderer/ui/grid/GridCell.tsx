import type { ReactNode } from 'react'
import { StatusDot } from '../StatusDot.tsx'
import { CellMessage } from './CellMessage.tsx'
import type { GridStore } from './gridStore.ts'
import type { GridColumn } from './gridTypes.ts'
import { formatValue, isNumeric } from './gridValues.ts'

interface GridCellProps<Row> {
  id: string
  row: Row
  rowId: string
  column: GridColumn<Row>
  index: number
  colIndex: number
  isPinned: boolean
  isActive: boolean
  isInRange: boolean
  store: GridStore
  /** The editor, while the cell is edited. */
  children: ReactNode
}

/** An id, a year, a phone number: they stand above one another, and have no letters that would be set apart. */
const isFigures = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text)

/** One cell: its value, an edit on its way, or a refused text with its reason. */
export function GridCell<Row>({ row, rowId, column, index, store, children, ...props }: GridCellProps<Row>) {
  const refused = store.rejection(rowId, column.key)
  const pending = store.pending(rowId, column.key)
  const text = refused ? refused.text : formatValue(column, pending === undefined ? column.value(row) : pending)
  const tone = refused || text === '' ? undefined : column.tone
  return (
    <td
      id={props.id}
      className="cd-grid-cell"
      // A name that stays at the left says whose row it is, and is read with every other cell of it.
      role={props.isPinned && column.kind === 'text' && text !== '' ? 'rowheader' : undefined}
      data-column={index}
      data-pinned={props.isPinned || undefined}
      data-numeric={isNumeric(column) || undefined}
      data-figures={column.kind === 'date' || isFigures(text) || undefined}
      data-active={props.isActive || undefined}
      data-in-range={props.isInRange || undefined}
      aria-colindex={props.colIndex}
      aria-selected={props.isInRange}
      aria-readonly={!column.editable || undefined}
      aria-invalid={refused !== undefined || undefined}
      style={props.isPinned ? { left: `var(--cd-left-${index})` } : undefined}
    >
      {children || (tone ? <StatusDot tone={tone(row)}>{text}</StatusDot> : text)}
      {refused && props.isActive && !children && <CellMessage message={refused.message} />}
    </td>
  )
}
