import { ExactReader, stored } from '#shared/calculation/exact.ts'
import type { Read } from '#shared/calculation/numbers.ts'
import { columnsOf, inOrder, type Needed, type Step } from '#shared/calculation/order.ts'
import { FoundCells } from '#shared/calculation/foundCells.ts'
import { Results } from '#shared/calculation/results.ts'
import { RunningTable } from '#shared/calculation/run.ts'
import { columnOf, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { Texts } from '#shared/calculation/texts.ts'
import { scaleOf } from '#shared/calculation/units.ts'
import { Spill, type Vector } from '#shared/calculation/vector.ts'
import { Vectoriser } from '#shared/calculation/vectorise.ts'

/**
 * Tables made ready to be calculated: done once for a set of shapes, then evaluated for every scenario and edit. Throws
 * where a column is unknown, units do not fit, a figure is not rounded or a figure needs itself.
 */
export class Calculation {
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly #texts = new Texts()
  readonly #steps: ReadyStep[]

  constructor(shapes: readonly TableShape[]) {
    this.shapes = new Map(shapes.map((shape) => [shape.name, shape]))
    const steps = inOrder(this.shapes)
    this.#steps = steps.map((step, at) => ({
      ...step,
      read: new Vectoriser(step.table, this.shapes, this.#texts).compile(
        step.expression,
        columnOf(step.table, step.column).unit,
      ),
      needed: columnsOf(step, this.shapes),
      isLast: !steps.slice(at + 1).some(({ table, column }) => table === step.table && column === step.column),
    }))
  }

  /**
   * Calculates every computed column. The arrays of `data` are read, not kept in step: change them and evaluate again.
   * What an earlier run of this calculation made is used again where nothing it needs has changed.
   */
  evaluate(data: TablesData, like: Results | null = null): Results {
    const earlier = like?.shapes === this.shapes ? like : null
    const tables = new Map(
      [...this.shapes.keys()].map((name) => [
        name,
        new RunningTable(data[name] ?? { ids: [], inputs: {} }, this.#texts, earlier?.table(name) ?? null),
      ]),
    )
    const cells = new FoundCells(this.shapes, tables, this.#texts)
    for (const step of this.#steps) run(step, tables, cells, this.#texts)
    for (const table of tables.values()) table.finish()
    return new Results(this.shapes, tables, cells)
  }
}

interface ReadyStep extends Step {
  read: Read
  needed: readonly Needed[]
  /** The column is whole after it. */
  isLast: boolean
}

function run(step: ReadyStep, tables: ReadonlyMap<string, RunningTable>, cells: FoundCells, texts: Texts): void {
  const own = tables.get(step.table.name)!
  const ofKind = step.kind === null ? null : own.rowsOfKind(step.kind)
  if (ofKind?.length !== 0) {
    const rows = ofKind?.length === own.length ? null : ofKind
    if (own.isRepeated && isUnchanged(step, rows, tables)) own.keep(step.column, rows)
    else {
      const values = read(step, rows, tables, cells, texts)
      if (rows === null) own.setVector(step.column, values)
      else own.setRows(step.column, rows, values)
    }
  }
  if (step.isLast) own.settle(step.column)
}

/** Whether everything a step reads is as in the earlier run. */
function isUnchanged(
  { table, needed }: ReadyStep,
  rows: Int32Array | null,
  tables: ReadonlyMap<string, RunningTable>,
): boolean {
  return needed.every((each) =>
    each.own ? tables.get(table.name)!.isSame(each.column, rows) : tables.get(each.table)!.isSame(each.column),
  )
}

function read(
  { table, column, expression, read }: ReadyStep,
  rows: Int32Array | null,
  tables: ReadonlyMap<string, RunningTable>,
  cells: FoundCells,
  texts: Texts,
): Vector {
  const own = tables.get(table.name)!
  const spill = new Spill()
  const vector = read({ tables, own, rows, length: rows?.length ?? own.length, spill })
  const scale = scaleOf(columnOf(table, column).unit)
  for (const at of spill.rows) {
    const value = new ExactReader(table, rows?.[at] ?? at, cells).read(expression)
    vector[at] = typeof value === 'string' ? texts.code(value) : value === null ? NaN : stored(value, scale)!
  }
  return vector
}
