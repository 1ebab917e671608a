import type { TableData } from '#shared/calculation/table.ts'
import { Texts } from '#shared/calculation/texts.ts'
import type { CellValue } from '#shared/calculation/units.ts'
import { taken, type Vector } from '#shared/calculation/vector.ts'

/** The rows of one table while a calculation runs: its columns as vectors, and what is found by value in them. */
export class RunningTable {
  readonly data: TableData
  readonly length: number
  readonly #texts: Texts
  readonly #inputs = new Map<string, Vector>()
  readonly #vectors = new Map<string, Vector>()
  readonly #rowsByValue = new Map<string, ReadonlyMap<number, number>>()
  #rowsByKind: ReadonlyMap<string, Int32Array> | null = null
  readonly #groupings = new Map<string, Grouping>()
  readonly #sums = new Map<string, Vector>()
  /** The same table in an earlier run, where its rows are the same in number and kind. */
  #like: RunningTable | null

  constructor(data: TableData, texts: Texts, like: RunningTable | null) {
    this.data = data
    this.length = data.ids.length
    this.#texts = texts
    this.#like = like && like.length === this.length && sameValues(like.data.kinds, data.kinds) ? like : null
  }

  /** The column as it stands: computed, or read from the input. Not to be written into. */
  vector(column: string): Vector {
    return this.#vectors.get(column) ?? this.#start(column)
  }

  setVector(column: string, vector: Vector): void {
    this.#vectors.set(column, vector)
  }

  /** Puts the values of some rows into the column. */
  setRows(column: string, rows: Int32Array, values: Vector): void {
    const known = this.vector(column)
    // Neither inputs nor what belongs to the earlier run is written into.
    const isOwn = this.#vectors.has(column) && known !== this.#like?.vector(column)
    const all = isOwn ? known : known.slice()
    for (let at = 0; at < rows.length; at += 1) all[rows[at]!] = values[at]!
    this.#vectors.set(column, all)
  }

  /** Whether there is an earlier run to take columns from. */
  get isRepeated(): boolean {
    return this.#like !== null
  }

  /** Takes the column, or some rows of it, from the earlier run. */
  keep(column: string, rows: Int32Array | null): void {
    const earlier = this.#like!.vector(column)
    if (rows === null) this.#vectors.set(column, earlier)
    // Where the column starts out as it was, these rows are in it.
    else if (this.#start(column) !== earlier) this.setRows(column, rows, taken(earlier, rows))
  }

  /** Whether a column is as it was in the earlier run: in all rows (null), or in some. */
  isSame(column: string, rows: Int32Array | null = null): boolean {
    const [before, now] = [this.#like?.vector(column), this.vector(column)]
    if (before === undefined || before === now) return before === now
    return rows !== null && sameRows(before, now, rows)
  }

  /** Takes a column that came out as in the earlier run for the same: what needs it need not be made again. */
  settle(column: string): void {
    const [before, now] = [this.#like?.vector(column), this.vector(column)]
    if (before && (before === now || sameNumbers(before, now))) this.#vectors.set(column, before)
  }

  /** Ends the run: the earlier one is let go. */
  finish(): void {
    this.#like = null
  }

  /** The row of each value of a column. */
  rowsByValue(column: string): ReadonlyMap<number, number> {
    const known = this.#rowsByValue.get(column)
    if (known) return known
    const made = (this.isSame(column) ? this.#like?.rowsByValue(column) : null) ?? rowsByValue(this.vector(column))
    this.#rowsByValue.set(column, made)
    return made
  }

  rowsOfKind(kind: string): Int32Array {
    const like = this.#like
    this.#rowsByKind ??= (like && like.#rowsByKind) ?? rowsByKind(this.data.kinds ?? [])
    return this.#rowsByKind.get(kind) ?? noRows
  }

  grouping(columns: readonly string[]): Grouping {
    const name = columns.join('\u0000')
    const known = this.#groupings.get(name)
    if (known) return known
    const earlier = columns.every((column) => this.isSame(column)) ? this.#like?.grouping(columns) : null
    const made = earlier ?? new Grouping(columns.map((column) => this.vector(column)))
    this.#groupings.set(name, made)
    return made
  }

  /** The sums of a column by the groups of others. */
  sums(columns: readonly string[], column: string): Vector {
    const name = [...columns, column].join('\u0000')
    const known = this.#sums.get(name)
    if (known) return known
    const grouping = this.grouping(columns)
    const isSame = this.isSame(column) && this.#like?.grouping(columns) === grouping
    const made = (isSame ? this.#like?.sums(columns, column) : null) ?? grouping.sum(this.vector(column))
    this.#sums.set(name, made)
    return made
  }

  /** What a column is before anything is computed into it: as it was, where its input is; its input otherwise. */
  #start(column: string): Vector {
    const [input, like] = [this.#input(column), this.#like]
    return like && like.#input(column) === input ? like.vector(column) : input
  }

  #input(column: string): Vector {
    const known = this.#inputs.get(column)
    if (known) return known
    const values = this.data.inputs[column]
    const like = this.#like
    const made =
      like && sameValues(like.data.inputs[column], values)
        ? like.#input(column)
        : vectorOf(values, this.length, this.#texts)
    this.#inputs.set(column, made)
    return made
  }
}

function sameValues(one: readonly CellValue[] | undefined, other: readonly CellValue[] | undefined): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && one.every((value, at) => value === other[at])
}

const sameNumber = (one: number, other: number): boolean => one === other || (Number.isNaN(one) && Number.isNaN(other))

function sameNumbers(one: Vector, other: Vector): boolean {
  for (let row = 0; row < one.length; row += 1) if (!sameNumber(one[row]!, other[row]!)) return false
  return true
}

function sameRows(one: Vector, other: Vector, rows: Int32Array): boolean {
  for (const row of rows) if (!sameNumber(one[row]!, other[row]!)) return false
  return true
}

function rowsByValue(vector: Vector): Map<number, number> {
  const rows = new Map<number, number>()
  for (let row = vector.length - 1; row >= 0; row -= 1) rows.set(vector[row]!, row)
  rows.delete(NaN)
  return rows
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

  /** The sum of each group; not known where one of its values is not. */
  sum(values: Vector): Vector {
    const sums = new Float64Array(this.count)
    for (let row = 0; row < values.length; row += 1) {
      const group = this.groups[row]!
      if (group >= 0) sums[group] = sums[group]! + values[row]!
    }
    return sums
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
