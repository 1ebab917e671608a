import { type Cells, ExactReader } from '#shared/calculation/exact.ts'
import type { Expression } from '#shared/calculation/expression.ts'
import type { TableShape } from '#shared/calculation/table.ts'
import { type CellValue, formatCell } from '#shared/calculation/units.ts'

export interface CellPlace {
  table: string
  /** From 0. */
  row: number
  column: string
}

/** Why a figure is not known. */
export type Missing =
  /** An input nobody has entered; `id` is null where the whole row is not there. */
  | { reason: 'empty'; table: string; column: string; id: string | null }
  /** A table has no row for a key that is used: no fringe rate for a class. */
  | { reason: 'noRow'; table: string; column: string; key: string }
  /** A figure divides by zero. */
  | { reason: 'zeroDivisor'; table: string; column: string; id: string }

/** Follows how one figure is made and notes each cell it reads, once, and what it looks for without finding it. */
export class Trace implements Cells {
  readonly read: CellPlace[] = []
  readonly absent: Missing[] = []
  dividedByZero = false
  readonly #cells: Cells
  readonly #seen = new Set<string>()

  constructor(cells: Cells) {
    this.#cells = cells
  }

  follow(expression: Expression, shape: TableShape, row: number): void {
    new ExactReader(shape, row, this).read(expression)
  }

  shape(table: string): TableShape {
    return this.#cells.shape(table)
  }

  value(table: string, row: number, column: string): CellValue {
    const name = `${table}|${row}|${column}`
    if (!this.#seen.has(name)) this.read.push({ table, row, column })
    this.#seen.add(name)
    return this.#cells.value(table, row, column)
  }

  rowOf(table: string, key: number | string, column: string): number | null {
    return this.#found(this.#cells.rowOf(table, key, column), table, key, column)
  }

  rowInForce(table: string, day: number, column: string): number | null {
    return this.#found(this.#cells.rowInForce(table, day, column), table, day, column)
  }

  rowsWhere(table: string, where: readonly { column: string; value: number | string }[]): readonly number[] {
    return this.#cells.rowsWhere(table, where)
  }

  divisionByZero(): void {
    this.dividedByZero = true
  }

  #found(row: number | null, table: string, key: number | string, column: string): number | null {
    if (row !== null) return row
    const { columns, key: keyName } = this.shape(table)
    const unit = columns.find(({ name }) => name === keyName)?.unit ?? 'text'
    this.absent.push({ reason: 'noRow', table, column, key: formatCell(key, unit) })
    return null
  }
}
