import { ArrowDown, ArrowUp, ChevronDown, Funnel } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { GridColumn, GridState } from './gridTypes.ts'
import type { GridModel } from './gridModel.ts'
import { isNumeric } from './gridValues.ts'
import type { ColumnDrag } from './useColumnDrag.ts'
import type { GridTable } from './useGridColumns.ts'

interface GridHeaderProps<Row> {
  gridId: string
  table: GridTable
  model: GridModel<Row>
  state: GridState
  pinnedCount: number
  isSelectable: boolean
  drag: ColumnDrag
  onOpenMenu: (key: string) => void
  /** After a press that is not the menu's: the focus goes to the grid. */
  onPressed: () => void
}

/**
 * The column headers. A press sorts, Shift+press adds to the sort, the arrow at the right opens sort, filter and
 * column actions (Alt+Down from a cell), the edge resizes, and a drag moves the column.
 */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { model, isSelectable } = props
  return (
    <thead className="cd-grid-head">
      <tr aria-rowindex={1} className="cd-grid-head-row">
        {isSelectable && <TickAll model={model} />}
        {model.columns.map((column, index) => (
          <HeaderCell key={column.key} {...props} column={column} index={index} />
        ))}
      </tr>
    </thead>
  )
}

/** Ticks all rows that are shown, or none. */
function TickAll<Row>({ model }: { model: GridModel<Row> }) {
  const { store, order, rows, getRowId } = model
  const count = useSyncExternalStore(store.subscribe, () => store.selected.size)
  const isTicked = (position: number) => store.selected.has(getRowId(rows[position]!))
  const isAll = order.length > 0 && count >= order.length && order.every(isTicked)
  const onPress = () => {
    store.setSelected(new Set(isAll ? [] : Array.from(order, (position) => getRowId(rows[position]!))))
  }
  return (
    <th scope="col" aria-colindex={1} className="cd-grid-tick" aria-label="Selection">
      <Button
        aria-label={isAll ? 'Select no rows' : 'Select all rows shown'}
        excludeFromTabOrder
        preventFocusOnPress
        onPress={onPress}
      >
        <span data-checked={isAll || undefined} data-some={(count > 0 && !isAll) || undefined} />
      </Button>
    </th>
  )
}

function HeaderCell<Row>(props: GridHeaderProps<Row> & { column: GridColumn<Row>; index: number }) {
  const { gridId, table, column, index, state, pinnedCount, isSelectable, drag, onOpenMenu } = props
  const leaf = table.getColumn(column.key)
  const header = table.getFlatHeaders().find(({ id }) => id === column.key)
  const sorted = leaf?.getIsSorted() ?? false
  const isFiltered = column.key in state.filters
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      id={`${gridId}-head-${column.key}`}
      className="cd-grid-head-cell"
      data-pinned={index < pinnedCount || undefined}
      data-numeric={isNumeric(column) || undefined}
      data-drop={drag.drop?.key === column.key ? drag.drop.side : undefined}
      aria-colindex={index + (isSelectable ? 2 : 1)}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      style={index < pinnedCount ? { left: `var(--cd-left-${index})` } : undefined}
      // On its way down: the button keeps to itself what it takes for a press.
      onPointerDownCapture={(event) => {
        if (!(event.target as Element).closest('.cd-grid-resize, .cd-grid-head-menu')) drag.start(event, column.key)
      }}
    >
      <Button
        className="cd-grid-head-sort"
        excludeFromTabOrder
        preventFocusOnPress
        onPress={(event) => {
          if (drag.wasDrag()) return
          leaf?.toggleSorting(undefined, event.shiftKey)
          props.onPressed()
        }}
      >
        <span className="cd-grid-head-words">{column.header}</span>
        {sorted && (
          <span className="cd-grid-head-arrow" aria-hidden>
            <Arrow size={12} />
            {state.sort.length > 1 && (leaf?.getSortIndex() ?? 0) + 1}
          </span>
        )}
      </Button>
      <Button
        className="cd-grid-head-menu"
        aria-label={`${column.header}: sort, filter and column`}
        aria-haspopup="dialog"
        data-filtered={isFiltered || undefined}
        excludeFromTabOrder
        preventFocusOnPress
        onPress={() => onOpenMenu(column.key)}
      >
        {isFiltered ? <Funnel size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
      </Button>
      <span
        className="cd-grid-resize"
        aria-hidden
        data-active={leaf?.getIsResizing() || undefined}
        onMouseDown={header?.getResizeHandler()}
        onDoubleClick={() => leaf?.resetSize()}
      />
    </th>
  )
}
