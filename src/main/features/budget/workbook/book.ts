import { columnLetters } from '#main/spreadsheets/references.ts'
import type { SheetRange } from '#main/spreadsheets/cellModel.ts'
import type { CellModel, CellStyle } from '#main/spreadsheets/gridModel.ts'
import { cellModel, columnType } from '#main/features/budget/workbook/cellModel.ts'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import type { Expression } from '#shared/calculation/expression.ts'
import { type CellsPlace, formulaFor, quoteSheet, type TablePlace } from '#shared/calculation/formula.ts'
import { type Column, columnOf, shapeOf, type TableData, type TableShape } from '#shared/calculation/table.ts'
import type { CellValue } from '#shared/calculation/units.ts'

/** One calculation in the workbook: the base or a scenario, and where its tables stand. */
export class Book {
  readonly calculated: CalculatedBudget
  /** Empty for the base; "S1" for the first scenario: what its named cells begin with. */
  readonly prefix: string
  readonly places: Record<string, TablePlace | CellsPlace> = {}
  /** The inputs that a figure needs and nobody has entered. */
  readonly #missing = new Map<string, Map<string, Set<string>>>()
  /** Written once for all rows of a table that are made alike. */
  readonly #formulas = new Map<string, Map<Expression, (row: number) => string>>()
  readonly #rows = new Map<string, Map<string, number>>()

  constructor(calculated: CalculatedBudget, prefix: string) {
    this.calculated = calculated
    this.prefix = prefix
    for (const missing of calculated.cells.missing()) {
      if (missing.reason !== 'empty') continue
      const columns = getOrMake(this.#missing, missing.table, () => new Map<string, Set<string>>())
      getOrMake(columns, missing.column, () => new Set<string>()).add(missing.id ?? onlyRow)
    }
  }

  get name(): string {
    return this.calculated.result.scenario
  }

  shape(table: string): TableShape {
    return shapeOf(this.calculated.shapes, table)
  }

  column(table: string, name: string): Column {
    return columnOf(this.shape(table), name)
  }

  data(table: string): TableData {
    return this.calculated.rows.data[table] ?? { ids: [], inputs: {} }
  }

  value(table: string, row: number | string, column: string): CellValue {
    return this.calculated.cells.value(table, row, column)
  }

  /** Whether a figure needs this input and nobody has entered it. */
  lacks(table: string, id: string, column: string): boolean {
    return this.#missing.get(table)?.get(column)?.has(id) ?? false
  }

  /** The number of a row by its id; undefined where the table has none. */
  rowOf(table: string, id: string): number | undefined {
    const rows = getOrMake(this.#rows, table, () => new Map(this.data(table).ids.map((id, row) => [id, row])))
    return rows.get(id)
  }

  tablePlace(table: string): TablePlace {
    const place = this.places[table]
    if (!place || 'cells' in place) throw new Error(`Table ${table} of ${this.name} has no place in the workbook`)
    return place
  }

  /** Leaves out a table without rows: formulas over it are sums of nothing. */
  placeNowhere(table: string): void {
    this.places[table] = { sheet: '', columns: {}, headerRow: 0, firstRow: 1, lastRow: 0 }
  }

  /** The formula of a cell of a table. */
  formula(table: string, row: number, expression: Expression): string {
    const ofTable = getOrMake(this.#formulas, table, () => new Map<Expression, (row: number) => string>())
    const { shapes } = this.calculated
    return getOrMake(ofTable, expression, () => formulaFor(expression, this.shape(table), shapes, this.places))(row)
  }

  /** How a formula in another sheet calls a cell. */
  reference(table: string, row: number | string, column: string): string {
    const place = this.places[table]
    if (place && 'cells' in place) {
      const { name, address } = place.cells[column]!
      return name ?? `${quoteSheet(place.sheet)}!${address}`
    }
    const { sheet, columns, firstRow } = this.tablePlace(table)
    const at = typeof row === 'string' ? this.rowOf(table, row) : row
    if (at === undefined) throw new Error(`Table ${table} of ${this.name} has no row ${row}`)
    return `${quoteSheet(sheet)}!${columns[column]}${firstRow + at}`
  }

  /** A column of a table, as charts and sums call it. */
  range(table: string, column: string): SheetRange {
    const { sheet, columns, firstRow, lastRow } = this.tablePlace(table)
    const number = columnNumber(columns[column]!)
    return { sheet, top: firstRow, bottom: lastRow, left: number, right: number }
  }

  /** A cell elsewhere that shows this one. */
  show(table: string, row: number | string, column: string, style: CellStyle = 'body'): CellModel {
    const { unit } = this.column(table, column)
    const type = columnType(table, this.column(table, column))
    return cellModel(this.reference(table, row, column), this.value(table, row, column), unit, type, style)
  }
}

/** The id of the row of a table of single cells. */
const onlyRow = 'only'

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

export const letterAt = columnLetters
