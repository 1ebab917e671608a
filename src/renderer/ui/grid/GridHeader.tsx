import { ArrowDown, ArrowUp, ChevronDown, Funnel } from 'lucide-react'
import { memo, type PointerEvent, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { Drop } from './dropColumn.ts'
import type { GridState } from './gridTypes.ts'
import type { GridModel } from './gridModel.ts'
import { isNumeric } from './gridValues.ts'
import type { ColumnDrag } from './useColumnDrag.ts'
import type { GridTable } from './useGridColumns.ts'
import { useLatest } from './useLatest.ts'

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
  const { gridId, table, model, state, pinnedCount, isSelectable, drag } = props
  const actions = useLatest<HeaderActions>({
    drag: (key, event) => drag.start(event, key),
    sort: (key, isAdded) => {
      if (drag.wasDrag()) return
      table.getColumn(key)?.toggleSorting(undefined, isAdded)
      props.onPressed()
    },
    openMenu: props.onOpenMenu,
    resize: (key, event) => {
      const header = table.getFlatHeaders().find(({ id }) => id === key)
      header?.getResizeHandler()(event)
    },
    resetWidth: (key) => table.getColumn(key)?.resetSize(),
  })
  return (
    <thead className="cd-grid-head">
      <tr aria-rowindex={1} className="cd-grid-head-row">
        {isSelectable && <TickAll model={model} />}
        {model.columns.map((column, index) => {
          const leaf = table.getColumn(column.key)
          return (
            <HeaderCell
              key={column.key}
              id={`${gridId}-head-${column.key}`}
              columnKey={column.key}
              words={column.header}
              index={index}
              colIndex={index + (isSelectable ? 2 : 1)}
              isPinned={index < pinnedCount}
              isNumeric={isNumeric(column)}
              sorted={leaf?.getIsSorted() ?? false}
              sortPlace={state.sort.length > 1 ? (leaf?.getSortIndex() ?? 0) + 1 : null}
              isFiltered={column.key in state.filters}
              isResizing={leaf?.getIsResizing() ?? false}
              dropSide={drag.drop?.key === column.key ? drag.drop.side : undefined}
              actions={actions}
            />
          )
        })}
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

/** What the parts of a header cell do to its column, by the column's key. */
interface HeaderActions {
  drag: (key: string, event: PointerEvent<HTMLElement>) => void
  sort: (key: string, isAdded: boolean) => void
  openMenu: (key: string) => void
  resize: (key: string, event: unknown) => void
  resetWidth: (key: string) => void
}

interface HeaderCellProps {
  id: string
  columnKey: string
  words: string
  index: number
  colIndex: number
  isPinned: boolean
  isNumeric: boolean
  sorted: 'asc' | 'desc' | false
  /** Its place among the columns that are sorted by, from 1; null where it is the only one. */
  sortPlace: number | null
  isFiltered: boolean
  isResizing: boolean
  dropSide: Drop['side'] | undefined
  /** Reads the present actions; constant, so that a letter in the search renders no header. */
  actions: () => HeaderActions
}

const HeaderCell = memo(function HeaderCell({ columnKey, words, sorted, actions, ...props }: HeaderCellProps) {
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      id={props.id}
      className="cd-grid-head-cell"
      data-pinned={props.isPinned || undefined}
      data-numeric={props.isNumeric || undefined}
      data-drop={props.dropSide}
      // Of its own: what its buttons are called would be read with every cell.
      aria-label={words}
      aria-colindex={props.colIndex}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      style={props.isPinned ? { left: `var(--cd-left-${props.index})` } : undefined}
      // On its way down: the button keeps to itself what it takes for a press.
      onPointerDownCapture={(event) => {
        if (!(event.target as Element).closest('.cd-grid-resize, .cd-grid-head-menu')) actions().drag(columnKey, event)
      }}
    >
      <Button
        className="cd-grid-head-sort"
        excludeFromTabOrder
        preventFocusOnPress
        onPress={(event) => actions().sort(columnKey, event.shiftKey)}
      >
        <span className="cd-grid-head-words">{words}</span>
        {sorted && (
          <span className="cd-grid-head-arrow" aria-hidden>
            <Arrow size={12} />
            {props.sortPlace}
          </span>
        )}
      </Button>
      <Button
        className="cd-grid-head-menu"
        aria-label={`${words}: sort, filter and column`}
        aria-haspopup="dialog"
        data-filtered={props.isFiltered || undefined}
        excludeFromTabOrder
        preventFocusOnPress
        onPress={() => actions().openMenu(columnKey)}
      >
        {props.isFiltered ? <Funnel size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
      </Button>
      <span
        className="cd-grid-resize"
        aria-hidden
        data-active={props.isResizing || undefined}
        onMouseDown={(event) => actions().resize(columnKey, event)}
        onDoubleClick={() => actions().resetWidth(columnKey)}
      />
    </th>
  )
})
