import { ExactReader, stored } from '#shared/calculation/exact.ts'
import type { Read } from '#shared/calculation/numbers.ts'
import { inOrder, type Step } from '#shared/calculation/order.ts'
import { FoundCells } from '#shared/calculation/foundCells.ts'
import { Results } from '#shared/calculation/results.ts'
import { RunningTable } from '#shared/calculation/run.ts'
import { columnOf, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { Texts } from '#shared/calculation/texts.ts'
import { scaleOf } from '#shared/calculation/units.ts'
import { Spill } from '#shared/calculation/vector.ts'
import { Vectoriser } from '#shared/calculation/vectorise.ts'

/**
 * Tables made ready to be calculated: done once for a set of shapes, then evaluated for every scenario and edit. Throws
 * where a column is unknown, units do not fit, a figure is not rounded or a figure needs itself.
 */
export class Calculation {
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly #texts = new Texts()
  readonly #steps: (Step & { read: Read })[]

  constructor(shapes: readonly TableShape[]) {
    this.shapes = new Map(shapes.map((shape) => [shape.name, shape]))
    this.#steps = inOrder(this.shapes).map((step) => ({
      ...step,
      read: new Vectoriser(step.table, this.shapes, this.#texts).compile(
        step.expression,
        columnOf(step.table, step.column).unit,
      ),
    }))
  }

  /** Calculates every computed column. The arrays of `data` are read, not kept in step: change them and evaluate again. */
  evaluate(data: TablesData): Results {
    const tables = new Map(
      [...this.shapes.keys()].map((name) => [
        name,
        new RunningTable(data[name] ?? { ids: [], inputs: {} }, this.#texts),
      ]),
    )
    const cells = new FoundCells(this.shapes, tables, this.#texts)
    for (const step of this.#steps) run(step, tables, cells, this.#texts)
    return new Results(this.shapes, tables, cells)
  }
}

function run(
  { table, column, kind, expression, read }: Step & { read: Read },
  tables: ReadonlyMap<string, RunningTable>,
  cells: FoundCells,
  texts: Texts,
): void {
  const own = tables.get(table.name)!
  const ofKind = kind === null ? null : own.rowsOfKind(kind)
  if (ofKind?.length === 0) return
  const rows = ofKind?.length === own.length ? null : ofKind
  const spill = new Spill()
  const vector = read({ tables, own, rows, length: rows?.length ?? own.length, spill })
  const scale = scaleOf(columnOf(table, column).unit)
  for (const at of spill.rows) {
    const value = new ExactReader(table, rows?.[at] ?? at, cells).read(expression)
    vector[at] = typeof value === 'string' ? texts.code(value) : value === null ? NaN : stored(value, scale)!
  }
  if (rows === null) return own.setVector(column, vector)
  const all = own.vector(column)
  rows.forEach((row, at) => (all[row] = vector[at]!))
}
