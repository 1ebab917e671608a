import type { Comparison, Condition, Expression, Where } from '#shared/calculation/expression.ts'
import { type Column, columnOf, keyOf, type TableShape } from '#shared/calculation/table.ts'
import { type CellValue, plainNumber, scaleOf } from '#shared/calculation/units.ts'

/** An exact number in natural units (dollars, shares of one): `n / d`, with `d` above zero. */
export interface Fraction {
  n: bigint
  d: bigint
}

export type Exact = Fraction | string | null

/** Where an expression finds its cells while it is read for one row. */
export interface Cells {
  shape: (table: string) => TableShape
  value: (table: string, row: number, column: string) => CellValue
  /** The row whose key is this, or null where there is none. */
  rowOf: (table: string, key: number | string, column: string) => number | null
  /** The last row that begins on or before the day, or null where none does. */
  rowInForce: (table: string, day: number, column: string) => number | null
  /** The rows whose columns hold these values. */
  rowsWhere: (table: string, where: readonly { column: string; value: number | string }[]) => readonly number[]
  /** A division by zero was met: the result is not known. */
  divisionByZero: () => void
}

/**
 * Reads an expression for one row with integers of any size. The slow and plain way: it backs up the fast one where a
 * number outgrows a double, says which cells a figure was made from, and is what tests hold the fast one against.
 * It reads every part it needs even where one is not known, so that all that is missing can be named.
 */
export class ExactReader {
  readonly #shape: TableShape
  readonly #row: number
  readonly #cells: Cells

  constructor(shape: TableShape, row: number, cells: Cells) {
    this.#shape = shape
    this.#row = row
    this.#cells = cells
  }

  read(expression: Expression): Exact {
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'string' ? expression.value : natural(expression.value, expression)
      case 'column':
        return this.#value(this.#shape.name, this.#row, expression.column)
      case 'cell':
        return this.#value(expression.table, 0, expression.column)
      case 'lookup': {
        const { table, column } = expression
        const key = this.#key(expression.key, keyOf(this.#cells.shape(table)))
        const row = key === null ? null : this.#cells.rowOf(table, key, column)
        return row === null ? null : this.#value(table, row, column)
      }
      case 'matrix': {
        const shape = this.#cells.shape(expression.table)
        const heading = this.read(expression.heading)
        const column = expression.columns.find((name) => columnOf(shape, name).header === heading)
        const key = this.#key(expression.row, keyOf(shape))
        const row = key === null ? null : this.#cells.rowOf(shape.name, key, column ?? expression.columns[0]!)
        return row === null || column === undefined ? null : this.#value(shape.name, row, column)
      }
      case 'asOf': {
        const { table, column } = expression
        const day = this.#key(expression.day, keyOf(this.#cells.shape(table)))
        const row = typeof day === 'number' ? this.#cells.rowInForce(table, day, column) : null
        return row === null ? null : this.#value(table, row, column)
      }
      case 'sum':
        return this.#sum(expression.table, expression.column, expression.where)
      case 'join':
        return this.#join(expression.parts)
      case 'if': {
        const holds = this.#holds(expression.test)
        return holds === null ? null : this.read(holds ? expression.ifTrue : expression.ifFalse)
      }
      case 'round':
        return map(this.#number(expression.of), (value) => roundTo(value, scaleOf(expression.to)))
      case 'ceiling':
        return map(this.#number(expression.of), awayFromZero)
      case 'subtract':
        return this.#fold([expression.left, expression.right], (a, b) => plus(a, { n: -b.n, d: b.d }))
      case 'divide':
        return this.#divide(expression.left, expression.right)
      case 'add':
        return this.#fold(expression.parts, plus)
      case 'multiply':
        return this.#fold(expression.parts, (a, b) => ({ n: a.n * b.n, d: a.d * b.d }))
      case 'min':
        return this.#fold(expression.parts, (a, b) => (order(b, a) < 0 ? b : a))
      case 'max':
        return this.#fold(expression.parts, (a, b) => (order(b, a) > 0 ? b : a))
    }
  }

  #value(table: string, row: number, column: string): Exact {
    const value = this.#cells.value(table, row, column)
    return typeof value === 'number' ? natural(value, columnOf(this.#cells.shape(table), column)) : value
  }

  #number(expression: Expression): Fraction | null {
    const value = this.read(expression)
    if (typeof value === 'string') throw new Error(`"${value}" is text where a number is needed`)
    return value
  }

  #fold(parts: readonly Expression[], join: (a: Fraction, b: Fraction) => Fraction): Fraction | null {
    const numbers = parts.map((part) => this.#number(part))
    return numbers.reduce((a, b) => (a === null || b === null ? null : join(a, b)))
  }

  #divide(left: Expression, right: Expression): Fraction | null {
    const [dividend, divisor] = [this.#number(left), this.#number(right)]
    if (divisor?.n === 0n) this.#cells.divisionByZero()
    if (dividend === null || divisor === null || divisor.n === 0n) return null
    const sign = divisor.n < 0n ? -1n : 1n
    return { n: sign * dividend.n * divisor.d, d: sign * dividend.d * divisor.n }
  }

  #sum(table: string, column: string, where: readonly Where[]): Exact {
    const shape = this.#cells.shape(table)
    const values = where.map(({ column, equals }) => ({ column, value: this.#key(equals, columnOf(shape, column)) }))
    const known = values.flatMap(({ column, value }) => (value === null ? [] : [{ column, value }]))
    if (known.length < values.length) return null
    const numbers = this.#cells.rowsWhere(table, known).map((row) => this.#value(table, row, column) as Fraction | null)
    return numbers.reduce<Fraction | null>((a, b) => (a === null || b === null ? null : plus(a, b)), { n: 0n, d: 1n })
  }

  #join(parts: readonly Expression[]): string | null {
    const texts = parts.map((part) => this.read(part)).map((value) => (isFraction(value) ? decimal(value) : value))
    return texts.includes(null) ? null : texts.join('')
  }

  #holds(condition: Condition): boolean | null {
    if (condition.kind !== 'compare') {
      const each = condition.conditions.map((part) => this.#holds(part))
      if (each.some((holds) => holds === null)) return null
      return condition.kind === 'and' ? each.every(Boolean) : each.some(Boolean)
    }
    const [left, right] = [this.read(condition.left), this.read(condition.right)]
    if (left === null || right === null) return null
    if (isFraction(left) && isFraction(right)) return satisfies(order(left, right), condition.comparison)
    return (left === right) === (condition.comparison === '=')
  }

  /** A key as the column it is compared with stores it; null where it is not known or falls between two values. */
  #key(expression: Expression, column: Column): number | string | null {
    const value = this.read(expression)
    return isFraction(value) ? stored(value, scaleOf(column.unit)) : value
  }
}

export const isFraction = (value: Exact): value is Fraction => typeof value === 'object' && value !== null

/** A fraction as the integer of a unit with this scale, or null where it is not one: it was not rounded. */
export function stored({ n, d }: Fraction, scale: number): number | null {
  const scaled = n * BigInt(scale)
  return scaled % d === 0n ? Number(scaled / d) : null
}

const natural = (value: number, { unit }: Pick<Column, 'unit'>): Fraction => ({
  n: BigInt(value),
  d: BigInt(scaleOf(unit)),
})

const map = <T>(value: Fraction | null, change: (value: Fraction) => T): T | null =>
  value === null ? null : change(value)

const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })

function order(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

function satisfies(order: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

function roundTo({ n, d }: Fraction, scale: number): Fraction {
  const rounded = (2n * absolute(n) * BigInt(scale) + d) / (2n * d)
  return { n: n < 0n ? -rounded : rounded, d: BigInt(scale) }
}

function awayFromZero({ n, d }: Fraction): Fraction {
  const whole = (absolute(n) + d - 1n) / d
  return { n: n < 0n ? -whole : whole, d: 1n }
}

function decimal(value: Fraction): string {
  const digits = stored(value, scaleOf('rate'))
  if (digits === null) throw new Error('A number in a label is rounded first')
  return plainNumber(digits, 'rate')
}
