import type { Cell, Range, Rejection } from './gridStore.ts'
import type { GridColumn, GridEdit } from './gridTypes.ts'
import { parseValue } from './gridValues.ts'

export interface PastePlan {
  edits: GridEdit[]
  rejected: ({ rowId: string; key: string } & Rejection)[]
  /** Cells that would stand beyond the last row or column. */
  outside: number
  /** The block that was pasted into. */
  range: Range
}

interface Target<Row> {
  columns: readonly GridColumn<Row>[]
  rowCount: number
  rowIdAt: (row: number) => string
}

/**
 * Lays a block of cells over the grid. A single cell fills the whole range, as in Excel; any other block starts at the
 * range's first cell. What a column cannot read is rejected with the reason, and the rest is kept.
 */
export function planPaste<Row>(cells: readonly string[][], range: Range, target: Target<Row>): PastePlan {
  const isFill = cells.length === 1 && cells[0]!.length === 1
  const height = isFill ? range.bottom - range.top + 1 : cells.length
  const width = isFill ? range.right - range.left + 1 : Math.max(0, ...cells.map((row) => row.length))
  const last: Cell = {
    row: Math.min(range.top + height, target.rowCount) - 1,
    column: Math.min(range.left + width, target.columns.length) - 1,
  }
  const plan: PastePlan = {
    edits: [],
    rejected: [],
    outside: height * width - (last.row - range.top + 1) * (last.column - range.left + 1),
    range: { top: range.top, left: range.left, bottom: last.row, right: last.column },
  }
  for (let row = range.top; row <= last.row; row += 1) {
    for (let at = range.left; at <= last.column; at += 1) {
      const text = isFill ? cells[0]![0]! : cells[row - range.top]![at - range.left]
      // A ragged block leaves the cells it does not have as they are.
      if (text === undefined) continue
      const column = target.columns[at]!
      const cell = { rowId: target.rowIdAt(row), key: column.key }
      const read = readCell(column, text)
      if (read.ok) plan.edits.push({ ...cell, value: read.value })
      else plan.rejected.push({ ...cell, text, message: read.message })
    }
  }
  return plan
}

/** What a text becomes in a column, or why it cannot stand there. */
export function readCell<Row>(column: GridColumn<Row>, text: string) {
  if (!column.editable) return { ok: false as const, message: `${column.header} cannot be changed here` }
  return parseValue(column, text)
}
