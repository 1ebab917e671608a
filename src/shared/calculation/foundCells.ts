import type { Cells } from '#shared/calculation/exact.ts'
import type { RunningTable } from '#shared/calculation/run.ts'
import { columnOf, keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import type { Texts } from '#shared/calculation/texts.ts'
import type { CellValue } from '#shared/calculation/units.ts'

/** The cells of a running calculation, one at a time. */
export class FoundCells implements Cells {
  readonly #shapes: ReadonlyMap<string, TableShape>
  readonly #tables: ReadonlyMap<string, RunningTable>
  readonly #texts: Texts

  constructor(shapes: ReadonlyMap<string, TableShape>, tables: ReadonlyMap<string, RunningTable>, texts: Texts) {
    this.#shapes = shapes
    this.#tables = tables
    this.#texts = texts
  }

  shape(table: string): TableShape {
    return shapeOf(this.#shapes, table)
  }

  value(table: string, row: number, name: string): CellValue {
    const column = columnOf(this.shape(table), name)
    const value = this.#tables.get(table)!.vector(name)[row] ?? NaN
    if (Number.isNaN(value)) return null
    // Zero times a negative is "-0" to a double.
    return column.unit === 'text' ? this.#texts.text(value) : value + 0
  }

  rowOf(table: string, key: number | string): number | null {
    const rows = this.#tables.get(table)!.rowsByValue(keyOf(this.shape(table)).name)
    return rows.get(this.#code(key)) ?? null
  }

  rowInForce(table: string, day: number): number | null {
    const from = this.#tables.get(table)!.vector(keyOf(this.shape(table)).name)
    const row = from.findLastIndex((start) => start <= day)
    return row < 0 ? null : row
  }

  rowsWhere(table: string, where: readonly { column: string; value: number | string }[]): number[] {
    const target = this.#tables.get(table)!
    const wanted = where.map(({ column, value }) => ({ vector: target.vector(column), code: this.#code(value) }))
    return target.data.ids.flatMap((_, row) => (wanted.every(({ vector, code }) => vector[row] === code) ? [row] : []))
  }

  divisionByZero(): void {
    // The result is not known, which is all there is to say here.
  }

  #code(value: number | string): number {
    return typeof value === 'string' ? this.#texts.code(value) : value
  }
}
