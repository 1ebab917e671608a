import type { Expression } from '#shared/calculation/expression.ts'
import type { FoundCells } from '#shared/calculation/foundCells.ts'
import type { RunningTable } from '#shared/calculation/run.ts'
import { type Column, columnOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import { type CellPlace, type Missing, Trace } from '#shared/calculation/trace.ts'
import type { CellValue, Unit } from '#shared/calculation/units.ts'
import { toWords } from '#shared/calculation/words.ts'

/** How one figure was made. */
export interface Explanation {
  /** The expression in words; null where the cell is an input. */
  words: string | null
  /** The cells it was made from, in the order in which it reads them. */
  inputs: ReadInput[]
}

export interface ReadInput extends CellPlace {
  /** The id of its row. */
  id: string
  header: string
  unit: Unit
  value: CellValue
}

/** Every figure of a calculation that has run. */
export class Results {
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly #tables: ReadonlyMap<string, RunningTable>
  readonly #cells: FoundCells
  readonly #rowsById = new Map<string, Map<string, number>>()

  constructor(shapes: ReadonlyMap<string, TableShape>, tables: ReadonlyMap<string, RunningTable>, cells: FoundCells) {
    this.shapes = shapes
    this.#tables = tables
    this.#cells = cells
  }

  /** A table as it ran, for a later run to use again what nothing has changed in. */
  table(name: string): RunningTable {
    shapeOf(this.shapes, name)
    return this.#tables.get(name)!
  }

  /** The ids of a table's rows, in order. */
  ids(table: string): readonly string[] {
    return this.table(table).data.ids
  }

  /** A cell, by the number of its row (from 0) or its row's id; null is not known. A row that is not there is a bug. */
  value(table: string, row: number | string, column: string): CellValue {
    return this.#cells.value(table, this.#row(table, row), column)
  }

  /** A cell that holds a number. */
  amount(table: string, row: number | string, column: string): number | null {
    const value = this.value(table, row, column)
    if (typeof value === 'string') throw new Error(`Column ${column} of table ${table} is text`)
    return value
  }

  /** The value of a named cell, in a table of single cells. */
  cell(table: string, name: string): number | null {
    return this.amount(table, 0, name)
  }

  /** A column's sum; not known where one of its cells is not. */
  total(table: string, column: string): number | null {
    const { unit } = columnOf(shapeOf(this.shapes, table), column)
    if (unit === 'text') throw new Error(`Column ${column} of table ${table} is text`)
    const total = this.table(table)
      .vector(column)
      .reduce((sum, value) => sum + value, 0)
    return Number.isNaN(total) ? null : total + 0
  }

  /** How a figure was made: what is said about it when it is opened. */
  explain(table: string, row: number | string, column: string): Explanation {
    const at = this.#row(table, row)
    const expression = this.#expression(table, at, column)
    if (!expression) return { words: null, inputs: [] }
    const trace = this.#trace(table, at, expression)
    const inputs = trace.read.map((place) => {
      const { header, unit } = columnOf(shapeOf(this.shapes, place.table), place.column)
      const id = this.table(place.table).data.ids[place.row]!
      return { ...place, id, header, unit, value: this.#cells.value(place.table, place.row, place.column) }
    })
    return { words: toWords(expression, shapeOf(this.shapes, table), this.shapes), inputs }
  }

  /** What nobody has entered although a figure needs it, each once: the reasons why totals are not known. */
  missing(): Missing[] {
    const found = new Map<string, Missing>()
    const seen = new Set<string>()
    for (const [name, { columns }] of this.shapes) {
      for (const column of columns) {
        if (!isComputed(column)) continue
        const vector = this.table(name).vector(column.name)
        for (let row = 0; row < vector.length; row += 1) {
          // Rows of a kind that takes the value as an input need it only where another figure does.
          if (!Number.isNaN(vector[row]) || !this.#expression(name, row, column.name)) continue
          this.#trackDown({ table: name, row, column: column.name }, seen, found)
        }
      }
    }
    return [...found.values()]
  }

  #trackDown(place: CellPlace, seen: Set<string>, found: Map<string, Missing>): void {
    const name = `${place.table}|${place.row}|${place.column}`
    if (seen.has(name)) return
    seen.add(name)
    const expression = this.#expression(place.table, place.row, place.column)
    if (!expression) {
      const id = this.table(place.table).data.ids[place.row] ?? null
      found.set(name, { reason: 'empty', table: place.table, column: place.column, id })
      return
    }
    const trace = this.#trace(place.table, place.row, expression)
    for (const absent of trace.absent) found.set(JSON.stringify(absent), absent)
    if (trace.dividedByZero) {
      const id = this.table(place.table).data.ids[place.row]!
      found.set(name, { reason: 'zeroDivisor', table: place.table, column: place.column, id })
    }
    for (const input of trace.read) {
      if (this.#cells.value(input.table, input.row, input.column) === null) this.#trackDown(input, seen, found)
    }
  }

  #trace(table: string, row: number, expression: Expression): Trace {
    const trace = new Trace(this.#cells)
    trace.follow(expression, shapeOf(this.shapes, table), row)
    return trace
  }

  #expression(table: string, row: number, name: string): Expression | null {
    const { computed, computedByKind } = columnOf(shapeOf(this.shapes, table), name)
    return computedByKind?.[this.table(table).data.kinds?.[row] ?? ''] ?? computed ?? null
  }

  #row(table: string, row: number | string): number {
    const { data, length } = this.table(table)
    if (typeof row === 'string' && !this.#rowsById.has(table)) {
      this.#rowsById.set(table, new Map(data.ids.map((id, at) => [id, at])))
    }
    const at = typeof row === 'string' ? this.#rowsById.get(table)!.get(row) : row
    if (at === undefined || at < 0 || at >= length) throw new Error(`Table ${table} has no row ${row}`)
    return at
  }
}

const isComputed = ({ computed, computedByKind }: Column): boolean => Boolean(computed ?? computedByKind)
