import type { GridIntent } from './gridKeys.ts'
import type { Cell } from './gridStore.ts'

export interface GridSize {
  rows: number
  columns: number
  /** Rows that fit on the screen. */
  page: number
}

type Move = Extract<GridIntent, { do: 'move' | 'moveTo' }>

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** Where a key leads from a cell; never out of the grid. */
export function moveCell(from: Cell, move: Move, { rows, columns, page }: GridSize): Cell {
  if (move.do === 'moveTo') {
    return move.corner === 'start' ? { row: 0, column: 0 } : { row: clamp(rows - 1, rows), column: columns - 1 }
  }
  const stride = move.by === 'cell' ? 1 : move.by === 'page' ? page : Number.MAX_SAFE_INTEGER
  return {
    row: clamp(from.row + move.rows * stride, rows),
    column: clamp(from.column + move.columns * stride, columns),
  }
}
