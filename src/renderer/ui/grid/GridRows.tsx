import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useRef, useSyncExternalStore } from 'react'
import { GridCell } from './GridCell.tsx'
import { GridCellEditor } from './GridCellEditor.tsx'
import { type GridModel, rowAt } from './gridModel.ts'
import type { GridStore } from './gridStore.ts'
import type { CellEditing } from './useGridEdits.ts'

export interface GridRowsProps<Row> {
  gridId: string
  model: GridModel<Row>
  /** Reads the present edits; constant, so that rows do not render when the data around them changes. */
  edits: () => CellEditing
  scrollElement: HTMLElement | null
  rowHeight: number
  pinnedCount: number
  isSelectable: boolean
}

// What the eye sees of a blank is shorter than a frame; each row more is styled and laid out with every turn of the wheel.
const overscan = 4

/** The rows in sight. Only this part renders while scrolling. */
export function GridRows<Row>(props: GridRowsProps<Row>) {
  const { gridId, model, edits, scrollElement, rowHeight, pinnedCount, isSelectable } = props
  const { store, order } = model
  const withActive = useActiveInRange(store)
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scrollElement,
    estimateSize: () => rowHeight,
    getItemKey: (at) => at,
    overscan,
    rangeExtractor: withActive,
  })
  return (
    <tbody className="cd-grid-body" style={{ height: order.length * rowHeight }}>
      {virtualizer.getVirtualItems().map(({ index }) => {
        const row = rowAt(model, index)
        return (
          row !== undefined && (
            <MemoRow
              key={model.getRowId(row)}
              gridId={gridId}
              row={row}
              at={index}
              columns={model.columns}
              getRowId={model.getRowId}
              store={store}
              edits={edits}
              top={index * rowHeight}
              pinnedCount={pinnedCount}
              isSelectable={isSelectable}
            />
          )
        )
      })}
    </tbody>
  )
}

/**
 * Keeps the active row rendered wherever the view scrolls, or aria-activedescendant would point at nothing. Renders
 * only when the active row leaves what is rendered, not with every arrow key.
 */
function useActiveInRange(store: GridStore) {
  const rendered = useRef({ first: 0, last: 0 })
  const outside = useSyncExternalStore(store.subscribe, () => {
    const { row } = store.active
    return row >= rendered.current.first && row <= rendered.current.last ? null : row
  })
  return useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      rendered.current = { first: seen[0] ?? 0, last: seen.at(-1) ?? 0 }
      const row = outside ?? store.active.row
      return row >= range.count || seen.includes(row) ? seen : [...seen, row].sort((a, b) => a - b)
    },
    [store, outside],
  )
}

interface RowProps<Row> extends Pick<GridModel<Row>, 'columns' | 'getRowId' | 'store'> {
  gridId: string
  row: Row
  at: number
  edits: () => CellEditing
  top: number
  pinnedCount: number
  isSelectable: boolean
}

function GridRow<Row>({ gridId, row, at, columns, getRowId, store, edits, top, ...rest }: RowProps<Row>) {
  const { pinnedCount, isSelectable } = rest
  const rowId = getRowId(row)
  useSyncExternalStore(store.subscribe, () => store.rowSnapshot(at, rowId))
  const { range, active, editing } = store
  const isSelected = store.selected.has(rowId)
  const isInRange = at >= range.top && at <= range.bottom
  const first = isSelectable ? 2 : 1
  return (
    <tr
      className="cd-grid-row"
      data-at={at}
      data-active={active.row === at || undefined}
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      style={{ top }}
    >
      {isSelectable && (
        <td aria-colindex={1} className="cd-grid-tick" data-tick aria-label="Select row">
          <span data-checked={isSelected || undefined} />
        </td>
      )}
      {columns.map((column, index) => (
        <GridCell
          key={column.key}
          id={`${gridId}-${at}-${index}`}
          row={row}
          rowId={rowId}
          column={column}
          index={index}
          colIndex={index + first}
          isPinned={index < pinnedCount}
          isActive={active.row === at && active.column === index}
          isInRange={isInRange && index >= range.left && index <= range.right}
          store={store}
        >
          {editing?.rowId === rowId && editing.column === index && (
            <GridCellEditor column={column} editing={editing} store={store} edits={edits} />
          )}
        </GridCell>
      ))}
    </tr>
  )
}

const MemoRow = memo(GridRow) as typeof GridRow
