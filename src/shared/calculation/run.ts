import type { TableData } from '#shared/calculation/table.ts'
import { Texts } from '#shared/calculation/texts.ts'
import type { CellValue } from '#shared/calculation/units.ts'
import type { Vector } from '#shared/calculation/vector.ts'

/** The rows of one table while a calculation runs: its columns as vectors, and what is found by value in them. */
export class RunningTable {
  readonly data: TableData
  readonly length: number
  readonly #texts: Texts
  readonly #vectors = new Map<string, Vector>()
  readonly #rowsByValue = new Map<string, Map<number, number>>()
  #rowsByKind: ReadonlyMap<string, Int32Array> | null = null
  readonly #groupings = new Map<string, Grouping>()

  constructor(data: TableData, texts: Texts) {
    this.data = data
    this.length = data.ids.length
    this.#texts = texts
  }

  /** The column as it stands: computed, or read from the input. Not to be written into. */
  vector(column: string): Vector {
    const known = this.#vectors.get(column)
    if (known) return known
    const made = vectorOf(this.data.inputs[column], this.length, this.#texts)
    this.#vectors.set(column, made)
    return made
  }

  setVector(column: string, vector: Vector): void {
    this.#vectors.set(column, vector)
  }

  /** The row of each value of a column. */
  rowsByValue(column: string): ReadonlyMap<number, number> {
    const known = this.#rowsByValue.get(column)
    if (known) return known
    const made = new Map<number, number>()
    const vector = this.vector(column)
    for (let row = this.length - 1; row >= 0; row -= 1) made.set(vector[row]!, row)
    made.delete(NaN)
    this.#rowsByValue.set(column, made)
    return made
  }

  rowsOfKind(kind: string): Int32Array {
    this.#rowsByKind ??= rowsByKind(this.data.kinds ?? [])
    return this.#rowsByKind.get(kind) ?? noRows
  }

  grouping(columns: readonly string[]): Grouping {
    const name = columns.join('\u0000')
    const known = this.#groupings.get(name)
    if (known) return known
    const made = new Grouping(columns.map((column) => this.vector(column)))
    this.#groupings.set(name, made)
    return made
  }
}

/** Rows put together by their values in some columns, for sums by group. */
export class Grouping {
  /** The group of each row; -1 where a value is not known. */
  readonly groups: Int32Array
  readonly count: number
  readonly #steps: { dense: Map<number, number>; pairs: Map<number, number> }[] = []

  constructor(vectors: readonly Vector[]) {
    this.groups = new Int32Array(vectors[0]!.length)
    let count = 1
    for (const vector of vectors) {
      const dense = new Map<number, number>()
      const pairs = new Map<number, number>()
      for (let row = 0; row < vector.length; row += 1) {
        if (this.groups[row] === -1) continue
        const value = vector[row]!
        if (Number.isNaN(value)) this.groups[row] = -1
        else this.groups[row] = numbered(pairs, this.groups[row]! * spread + numbered(dense, value))
      }
      this.#steps.push({ dense, pairs })
      count = pairs.size
    }
    this.count = count
  }

  /** The group of each of these values taken together; -1 where no row has them. Values that are not known have none. */
  find(vectors: readonly Vector[]): Int32Array {
    const found = new Int32Array(vectors[0]!.length)
    vectors.forEach((vector, at) => {
      const { dense, pairs } = this.#steps[at]!
      for (let row = 0; row < vector.length; row += 1) {
        if (found[row] === -1) continue
        const value = dense.get(vector[row]!)
        found[row] = value === undefined ? -1 : (pairs.get(found[row]! * spread + value) ?? -1)
      }
    })
    return found
  }
}

const noRows = new Int32Array(0)

function rowsByKind(kinds: readonly string[]): Map<string, Int32Array> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < kinds.length; row += 1) {
    const known = rows.get(kinds[row]!)
    if (known) known.push(row)
    else rows.set(kinds[row]!, [row])
  }
  return new Map([...rows].map(([kind, some]) => [kind, Int32Array.from(some)]))
}

/** More than the rows of any table, so that a group and a value make one number. */
const spread = 2 ** 26

function numbered(numbers: Map<number, number>, value: number): number {
  const known = numbers.get(value)
  if (known !== undefined) return known
  numbers.set(value, numbers.size)
  return numbers.size - 1
}

function vectorOf(values: readonly CellValue[] | undefined, length: number, texts: Texts): Vector {
  const vector = new Float64Array(length).fill(NaN)
  if (values === undefined) return vector
  for (let row = 0; row < length; row += 1) {
    const value = values[row]
    if (typeof value === 'number') vector[row] = value
    else if (typeof value === 'string') vector[row] = texts.code(value)
  }
  return vector
}
