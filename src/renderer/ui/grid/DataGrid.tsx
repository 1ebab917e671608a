import '../Button.css'
import '../Popover.css'
import '../form/field.css'
import '../form/toggles.css'
import './grid.css'
import { type CSSProperties, type ReactNode, useCallback, useContext, useId, useRef, useState } from 'react'
import { DensityContext } from './density.ts'
import { dropColumn } from './dropColumn.ts'
import { GridColumnMenu } from './GridColumnMenu.tsx'
import type { ColumnsAction } from './GridColumnsMenu.tsx'
import { GridFooter } from './GridFooter.tsx'
import { GridHeader } from './GridHeader.tsx'
import { type GridModel, nextRejected } from './gridModel.ts'
import { moveCell } from './gridMove.ts'
import { GridRows } from './GridRows.tsx'
import { GridStore } from './gridStore.ts'
import { GridToolbar } from './GridToolbar.tsx'
import { type ColumnFilter, type GridColumn, type GridState, type Noun, rowHeights } from './gridTypes.ts'
import { reveal } from './reveal.ts'
import { useActiveRow } from './useActiveRow.ts'
import { columnStyle, useGridColumns, usePlacedColumns } from './useGridColumns.ts'
import { useGridClipboard } from './useGridClipboard.ts'
import { type CellEditing, type GridEdits, type OnEdit, useGridEdits } from './useGridEdits.ts'
import { useGridKeyboard } from './useGridKeyboard.ts'
import { useGridPointer } from './useGridPointer.ts'
import { useGivenActiveRow } from './useGivenActiveRow.ts'
import { useGridView } from './useGridView.ts'
import { useFindShortcut } from './useFindShortcut.ts'
import { useLatest } from './useLatest.ts'
import { useSortAnnouncement } from './useSortAnnouncement.ts'
import { useColumnDrag } from './useColumnDrag.ts'
import { usePrunedSelection } from './usePrunedSelection.ts'

export interface DataGridProps<Row> {
  /** The rows, by identity: a row that changed is another object, one that did not is the same. */
  rows: readonly Row[]
  /** Constant: defined outside the component. */
  getRowId: (row: Row) => string
  /** Constant: defined outside the component, or memoised. */
  columns: readonly GridColumn<Row>[]
  /** What the grid holds, for screen readers: "Learners". */
  label: string
  noun: Noun
  /** How it is looked at; keep it in the URL or in a saved view. Start with `initialGridState`. */
  state: GridState
  onStateChange: (state: GridState) => void
  /**
   * Saves edits; they show at once. Resolves when they are saved, with those that were refused; a thrown Refusal
   * refuses all. The new values are expected in the `rows` that follow.
   */
  onEdit?: OnEdit
  /** The row to make active, when it becomes another one: of a person just added, or in the address. */
  activeRowId?: string | undefined
  /** Called a moment after another row became active, so that moving through rows stays fast. */
  onActiveRowChange?: (row: Row | null) => void
  /** Ctrl+Enter, or a double click on a cell that cannot be edited. */
  onOpenRow?: (row: Row) => void
  /** More buttons beside Columns: saved views, export. */
  toolbarExtra?: ReactNode
  /** In the Columns menu, under the columns. */
  columnsAction?: ColumnsAction
  /** Buttons for the rows that are ticked; without it rows cannot be ticked. */
  renderSelectedRowActions?: (rowIds: string[]) => ReactNode
  /** What stands in place of rows when there are none at all: an EmptyState. */
  empty?: ReactNode
  /** What the rows come to, at the end of the footer. */
  totals?: ReactNode
}

const headerHeight = 32
const tickWidth = 32

/**
 * A grid for tens of thousands of rows that works as Excel does: type to edit, ranges, copy and paste, sort by
 * several columns, filter, search; by mouse, by keyboard and with a screen reader.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, getRowId, columns, label, noun, state, onStateChange, onOpenRow, renderSelectedRowActions } = props
  const gridId = useId()
  const [store] = useState(() => new GridStore())
  const scroller = useRef<HTMLTableElement>(null)
  // The rows render before the element that scrolls them is in place: as state, it has them rendered again once it is.
  const [scrollElement, setScrollElement] = useState<HTMLTableElement | null>(null)
  const attach = useCallback((element: HTMLTableElement | null) => {
    scroller.current = element
    setScrollElement(element)
  }, [])
  const searchRef = useRef<HTMLInputElement>(null)
  const settledRowId = useRef<string | undefined>(undefined)
  const [announcement, announce] = useState('')
  const [menuKey, setMenuKey] = useState<string | null>(null)

  const { density, setDensity } = useContext(DensityContext)

  const change = (part: Partial<GridState>) => onStateChange({ ...state, ...part })
  const table = useGridColumns(columns, state, change)
  const placed = usePlacedColumns(columns, table)
  const { order, isStale, sortAgain } = useGridView(rows, columns, getRowId, state)
  const model: GridModel<Row> = { rows, order, columns: placed.columns, getRowId, store }

  const rowHeight = rowHeights[density]
  const isSelectable = renderSelectedRowActions !== undefined
  const offset = isSelectable ? tickWidth : 0
  const pinnedWidth = offset + table.getStartTotalSize()

  const focusGrid = () => scroller.current?.focus({ preventScroll: true })
  const revealActive = () => {
    const element = scroller.current
    if (!element) return
    const columnSpan = (index: number) => {
      const leaf = table.getColumn(placed.columns[index]?.key ?? '')
      if (!leaf || index < placed.pinnedCount) return null
      return { start: pinnedWidth + leaf.getStart('center'), size: leaf.getSize() }
    }
    reveal(element, store.active, { rowHeight, headerHeight, pinnedWidth, columnSpan })
  }
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1)

  const edits = useGridEdits(model, props.onEdit, announce)
  const pointer = useGridPointer(model, { openRow: onOpenRow, revealActive, rowHeight })
  const keyboard = useGridKeyboard({
    model,
    edits,
    page,
    revealActive,
    tick: isSelectable ? pointer.tick : null,
    openRow: onOpenRow,
    openColumnMenu: (column) => setMenuKey(placed.columns[column]?.key ?? null),
    announce,
  })
  const step: CellEditing['step'] = (byRow, byColumn) => {
    const size = { rows: order.length, columns: placed.columns.length, page: 1 }
    focusGrid()
    store.moveTo(
      moveCell(store.active, { do: 'move', rows: byRow, columns: byColumn, by: 'cell', extend: false }, size),
    )
    revealActive()
  }
  const editing = useLatest<GridEdits & CellEditing>({ ...edits, step })
  useGridClipboard(scroller, editing)

  useActiveRow(model, gridId, scroller, (row) => {
    settledRowId.current = row === null ? undefined : getRowId(row)
    props.onActiveRowChange?.(row)
  })
  useGivenActiveRow(model, props.activeRowId, settledRowId, revealActive)
  useFindShortcut(searchRef)
  usePrunedSelection(store, rows, getRowId)
  useSortAnnouncement(columns, state.sort, announce)

  const setFilter = (key: string, filter: ColumnFilter | undefined) => {
    const { [key]: _, ...others } = state.filters
    change({ filters: filter ? { ...others, [key]: filter } : others })
  }
  const onMoved = (order: string[], moved: string, neighbour: string) => {
    change({ order })
    announce(`${moved} moved beside ${neighbour}`)
  }
  const move = (key: string, by: -1 | 1) => {
    const { columns: shown, pinnedCount } = placed
    const at = shown.findIndex((column) => column.key === key)
    const [moved, neighbour] = [shown[at], shown[at + by]]
    if (!moved || !neighbour || at < pinnedCount !== at + by < pinnedCount) return announce('It cannot move further')
    const keys = placed.all.map((column) => column.key)
    const order = dropColumn(keys, key, { key: neighbour.key, side: by < 0 ? 'before' : 'after' })
    if (order) onMoved(order, moved.header, neighbour.header)
  }
  const drag = useColumnDrag(scroller, placed, onMoved)
  const goToRejected = () => {
    const cell = nextRejected(model)
    if (!cell) return announce('The rejected cells are not among the rows shown')
    store.moveTo(cell)
    focusGrid()
    revealActive()
  }

  return (
    <section className="cd-grid-frame" aria-label={label}>
      <GridToolbar
        noun={noun}
        columns={placed.all}
        shown={placed.shown}
        state={state}
        density={density}
        store={store}
        searchRef={searchRef}
        onStateChange={change}
        onDensityChange={setDensity}
        onFilter={setFilter}
        extra={props.toolbarExtra}
        columnsAction={props.columnsAction}
        renderSelectedRowActions={renderSelectedRowActions}
      />
      {rows.length === 0 && props.empty ? (
        props.empty
      ) : (
        <table
          ref={attach}
          role="grid"
          className="cd-grid"
          aria-label={label}
          aria-rowcount={order.length + 1}
          aria-colcount={placed.columns.length + (isSelectable ? 1 : 0)}
          aria-multiselectable
          tabIndex={0}
          style={{ '--cd-row': `${rowHeight}px`, ...columnStyle(table, offset) } as CSSProperties}
          {...pointer.handlers}
          {...keyboard}
        >
          <GridHeader
            gridId={gridId}
            table={table}
            model={model}
            state={state}
            pinnedCount={placed.pinnedCount}
            isSelectable={isSelectable}
            drag={drag}
            onOpenMenu={setMenuKey}
            onPressed={focusGrid}
          />
          <GridRows
            gridId={gridId}
            model={model}
            edits={editing}
            scrollElement={scrollElement}
            rowHeight={rowHeight}
            pinnedCount={placed.pinnedCount}
            isSelectable={isSelectable}
          />
        </table>
      )}
      {order.length === 0 && rows.length > 0 && (
        <p className="cd-grid-none">{`No ${noun.one} fits the search and filters`}</p>
      )}
      <GridColumnMenu
        column={placed.columns.find(({ key }) => key === menuKey) ?? null}
        anchorId={`${gridId}-head-${menuKey}`}
        table={table}
        state={state}
        onStateChange={change}
        onFilter={setFilter}
        onMove={move}
        onClose={() => {
          setMenuKey(null)
          focusGrid()
        }}
      />
      <GridFooter
        noun={noun}
        model={model}
        isStale={isStale}
        onSortAgain={sortAgain}
        onClearFilters={() => change({ search: '', filters: {} })}
        onNextRejected={goToRejected}
        totals={props.totals}
      />
      <output className="cd-visually-hidden">{announcement}</output>
    </section>
  )
}
