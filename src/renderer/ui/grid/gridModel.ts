import type { Cell, GridStore, Range } from './gridStore.ts'
import type { GridColumn, GridValue } from './gridTypes.ts'
import { formatValue } from './gridValues.ts'

/** The grid as it is shown: its rows in their order, its columns from left to right. */
export interface GridModel<Row> {
  rows: readonly Row[]
  /** Positions in `rows`, in the order shown. */
  order: Uint32Array
  /** The columns that are shown, pinned ones first. */
  columns: readonly GridColumn<Row>[]
  getRowId: (row: Row) => string
  store: GridStore
}

/** The row at a place in the view. */
export function rowAt<Row>({ rows, order }: GridModel<Row>, at: number): Row | undefined {
  const position = order[at]
  return position === undefined ? undefined : rows[position]
}

/** The row with an id, most likely the active one; undefined where it is gone. */
export function rowById<Row>(model: GridModel<Row>, rowId: string): Row | undefined {
  const isIt = (row: Row): boolean => model.getRowId(row) === rowId
  const active = rowAt(model, model.store.active.row)
  return active !== undefined && isIt(active) ? active : model.rows.find(isIt)
}

/** What a cell holds, with an edit that is still being saved. */
export function cellValue<Row>({ store, getRowId }: GridModel<Row>, row: Row, column: GridColumn<Row>): GridValue {
  const pending = store.pending(getRowId(row), column.key)
  return pending === undefined ? column.value(row) : pending
}

/** What a cell shows: the refused text where it was refused, else the value. */
export function cellText<Row>(model: GridModel<Row>, row: Row, column: GridColumn<Row>): string {
  const refused = model.store.rejection(model.getRowId(row), column.key)
  return refused ? refused.text : formatValue(column, cellValue(model, row, column))
}

/** The texts of a block of cells, for the clipboard. */
export function rangeTexts<Row>(model: GridModel<Row>, { top, bottom, left, right }: Range): string[][] {
  const texts: string[][] = []
  for (let at = top; at <= bottom; at += 1) {
    const row = rowAt(model, at)
    if (row === undefined) break
    texts.push(model.columns.slice(left, right + 1).map((column) => cellText(model, row, column)))
  }
  return texts
}

/** The next rejected cell after the active one, in reading order, and around; null where none is shown. */
export function nextRejected<Row>(model: GridModel<Row>): Cell | null {
  const { store, order, columns, getRowId } = model
  const start = store.active.row * columns.length + store.active.column
  const cells = order.length * columns.length
  for (let ahead = 1; ahead <= cells; ahead += 1) {
    const at = (start + ahead) % cells
    const cell = { row: Math.floor(at / columns.length), column: at % columns.length }
    const row = rowAt(model, cell.row)
    const column = columns[cell.column]
    if (row !== undefined && column && store.rejection(getRowId(row), column.key)) return cell
  }
  return null
}
