import type { Expression } from '#shared/calculation/expression.ts'
import type { CellValue, Unit } from '#shared/calculation/units.ts'

/**
 * A table of a calculation without its rows: what `compile` needs, once for all scenarios and edits. Tables are known by
 * `name`, on screen and on sheets by `title`.
 */
export interface TableShape {
  name: string
  title: string
  columns: readonly Column[]
  /** The column by which rows are looked up: a text, a number or, for `asOf`, a day. Its values are all different. */
  key?: string
  /** A table of one row, whose columns are named cells: the assumptions. */
  single?: true
}

/** A column takes its values from the row (an input) or makes them by one expression. */
export interface Column {
  name: string
  /** As it stands over the column, with the unit where that is not plain: "Base salary". */
  header: string
  unit: Unit
  /** What the column means, in a sentence for the notes. */
  definition?: string
  computed?: Expression
  /** Where kinds of rows make the value differently: the expression by kind. Rows of other kinds take it as an input. */
  computedByKind?: Readonly<Record<string, Expression>>
}

/** The rows of a table, column by column: all arrays are as long as `ids`. */
export interface TableData {
  /** What a row is known by outside: the id of a position, the key of a year. */
  ids: readonly string[]
  /** The kind of each row, where the shape makes a difference between kinds. */
  kinds?: readonly string[]
  /** Input values by column name; a column that is not given is not known in all rows. */
  inputs: Readonly<Record<string, readonly CellValue[]>>
}

/** The data of every table of a calculation, by table name. A table that is not given has no rows. */
export type TablesData = Readonly<Record<string, TableData>>

/** Looks a table up by name; a name that is not there is a bug. */
export function shapeOf(shapes: ReadonlyMap<string, TableShape>, name: string): TableShape {
  const shape = shapes.get(name)
  if (!shape) throw new Error(`There is no table ${name}`)
  return shape
}

export function columnOf(shape: TableShape, name: string): Column {
  const found = shape.columns.find((column) => column.name === name)
  if (!found) throw new Error(`Table ${shape.name} has no column ${name}`)
  return found
}

export function keyOf(shape: TableShape): Column {
  if (shape.key === undefined) throw new Error(`Table ${shape.name} has no key to look rows up by`)
  return columnOf(shape, shape.key)
}

/** The data of a small table from its rows; a large one is better built column by column. */
export function fromRows(
  rows: readonly { id: string; kind?: string; values: Readonly<Record<string, CellValue>> }[],
): TableData {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.values)))]
  return {
    ids: rows.map((row) => row.id),
    kinds: rows.map((row) => row.kind ?? ''),
    inputs: Object.fromEntries(names.map((name) => [name, rows.map((row) => row.values[name] ?? null)])),
  }
}

/** The data of a table of single cells. */
export const singleRow = (values: Readonly<Record<string, CellValue>>): TableData => fromRows([{ id: 'only', values }])
