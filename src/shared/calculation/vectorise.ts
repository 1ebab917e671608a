import type { Condition, Expression, Where } from '#shared/calculation/expression.ts'
import {
  combined,
  type Compiled,
  mapped,
  numbers,
  type Numbers,
  ones,
  product,
  quotient,
  type Read,
  sameScale,
  signOf,
  typed,
  watched,
  whole,
} from '#shared/calculation/numbers.ts'
import { type Column, columnOf, keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import type { Texts } from '#shared/calculation/texts.ts'
import { plainNumber, scaleOf, type Unit } from '#shared/calculation/units.ts'
import * as vector from '#shared/calculation/vector.ts'

/**
 * Turns an expression of a table into a function that reads it for many rows at once. What the integers are scaled by is
 * settled here, once, so that reading is plain arithmetic on arrays.
 */
export class Vectoriser {
  readonly #own: TableShape
  readonly #shapes: ReadonlyMap<string, TableShape>
  readonly #texts: Texts

  constructor(own: TableShape, shapes: ReadonlyMap<string, TableShape>, texts: Texts) {
    this.#own = own
    this.#shapes = shapes
    this.#texts = texts
  }

  /** Reads the expression as the integers a column of this unit stores. An expression that is not rounded to it is a bug. */
  compile(expression: Expression, unit: Unit): Read {
    return this.#as(this.#any(expression), unit)
  }

  #any(expression: Expression): Compiled {
    switch (expression.kind) {
      case 'literal': {
        const { value, unit } = expression
        const code = typeof value === 'string' ? this.#texts.code(value) : value
        const read: Read = ({ length }) => new Float64Array(length).fill(code)
        return unit === 'text' ? { type: 'text', read } : numbers(read, scaleOf(unit), null, code)
      }
      case 'column': {
        const { column } = expression
        return typed(columnOf(this.#own, column).unit, (frame) => vector.taken(frame.own.vector(column), frame.rows))
      }
      case 'cell': {
        const { table, column } = expression
        const read: Read = ({ tables, length }) =>
          new Float64Array(length).fill(tables.get(table)!.vector(column)[0] ?? NaN)
        return typed(columnOf(this.#shape(table), column).unit, read)
      }
      case 'lookup':
        return this.#lookup(expression.table, expression.key, expression.column)
      case 'matrix':
        return this.#matrix(expression.table, expression.row, expression.heading, expression.columns)
      case 'asOf':
        return this.#asOf(expression.table, expression.day, expression.column)
      case 'sum':
        return this.#sum(expression.table, expression.column, expression.where)
      case 'join':
        return this.#join(expression.parts.map((part) => this.#any(part)))
      case 'if':
        return this.#if(expression.test, this.#any(expression.ifTrue), this.#any(expression.ifFalse))
      case 'round':
        return whole(this.#number(expression.of), scaleOf(expression.to), vector.divideRounded)
      case 'ceiling':
        return whole(this.#number(expression.of), 1, vector.divideUp)
      case 'add':
        return combined(this.#numbers(expression.parts), vector.add)
      case 'subtract':
        return combined(this.#numbers([expression.left, expression.right]), vector.subtract)
      case 'min':
        return combined(this.#numbers(expression.parts), vector.min)
      case 'max':
        return combined(this.#numbers(expression.parts), vector.max)
      case 'multiply':
        return this.#numbers(expression.parts).reduce(product)
      case 'divide':
        return quotient(this.#number(expression.left), this.#number(expression.right))
    }
  }

  #shape(name: string): TableShape {
    return shapeOf(this.#shapes, name)
  }

  #number(expression: Expression): Numbers {
    const compiled = this.#any(expression)
    if (compiled.type === 'text') throw new Error(`In table ${this.#own.name} a text stands where a number is needed`)
    return compiled
  }

  #numbers(expressions: readonly Expression[]): Numbers[] {
    return expressions.map((expression) => this.#number(expression))
  }

  #as(compiled: Compiled, unit: Unit): Read {
    if (compiled.type === 'text' || unit === 'text') {
      if (compiled.type === 'text' && unit === 'text') return compiled.read
      throw new Error(`In table ${this.#own.name} a text and a number are mixed up`)
    }
    const { read, scale, divisor } = compiled
    if (divisor || scaleOf(unit) % scale !== 0) {
      throw new Error(`In table ${this.#own.name} a figure that is not rounded stands where ${unit} is needed`)
    }
    return (frame) => watched(vector.scale(read(frame), scaleOf(unit) / scale), frame)
  }

  #key(expression: Expression, column: Column): Read {
    return this.#as(this.#any(expression), column.unit)
  }

  #lookup(table: string, key: Expression, column: string): Compiled {
    const shape = this.#shape(table)
    const keyColumn = keyOf(shape)
    const keys = this.#key(key, keyColumn)
    return typed(columnOf(shape, column).unit, (frame) => {
      const target = frame.tables.get(table)!
      const [rows, values] = [target.rowsByValue(keyColumn.name), target.vector(column)]
      return mapped(keys(frame), (key) => values[rows.get(key) ?? -1] ?? NaN)
    })
  }

  #matrix(table: string, row: Expression, heading: Expression, names: readonly string[]): Compiled {
    const shape = this.#shape(table)
    const columns = names.map((name) => columnOf(shape, name))
    const units = new Set(columns.map(({ unit }) => unit))
    if (units.size !== 1) throw new Error(`The columns ${names.join(', ')} of table ${table} are not of one unit`)
    const keyColumn = keyOf(shape)
    const [keys, headings] = [this.#key(row, keyColumn), this.#as(this.#any(heading), 'text')]
    const nameByCode = new Map(columns.map(({ header, name }) => [this.#texts.code(header), name]))
    return typed(columns[0]!.unit, (frame) => {
      const target = frame.tables.get(table)!
      const rows = target.rowsByValue(keyColumn.name)
      const vectors = new Map([...nameByCode].map(([code, name]) => [code, target.vector(name)]))
      const codes = headings(frame)
      return mapped(keys(frame), (key, at) => vectors.get(codes[at]!)?.[rows.get(key) ?? -1] ?? NaN)
    })
  }

  #asOf(table: string, day: Expression, column: string): Compiled {
    const shape = this.#shape(table)
    const keyColumn = keyOf(shape)
    const days = this.#key(day, keyColumn)
    return typed(columnOf(shape, column).unit, (frame) => {
      const target = frame.tables.get(table)!
      const [from, values] = [target.vector(keyColumn.name), target.vector(column)]
      for (let row = 1; row < from.length; row += 1) {
        if (!(from[row]! > from[row - 1]!)) throw new Error(`The days of table ${table} do not ascend`)
      }
      return mapped(days(frame), (day) => values[from.findLastIndex((start) => start <= day)] ?? NaN)
    })
  }

  #sum(table: string, column: string, where: readonly Where[]): Compiled {
    const shape = this.#shape(table)
    const { unit } = columnOf(shape, column)
    if (unit === 'text') throw new Error(`Column ${column} of table ${table} is text and cannot be summed`)
    if (where.length === 0) {
      return typed(unit, (frame) => {
        const total = frame.tables
          .get(table)!
          .vector(column)
          .reduce((sum, value) => sum + value, 0)
        return watched(new Float64Array(frame.length).fill(total), frame)
      })
    }
    const names = where.map(({ column }) => column)
    const wanted = where.map(({ column, equals }) => this.#key(equals, columnOf(shape, column)))
    return typed(unit, (frame) => {
      const target = frame.tables.get(table)!
      const totals = target.sums(names, column)
      const vectors = wanted.map((read) => read(frame))
      const groups = target.grouping(names).find(vectors)
      const sums = mapped(vectors[0]!.slice(), (_, at) => totals[groups[at]!] ?? 0)
      for (const each of vectors) for (let at = 0; at < sums.length; at += 1) if (Number.isNaN(each[at])) sums[at] = NaN
      return watched(sums, frame)
    })
  }

  #join(parts: readonly Compiled[]): Compiled {
    const reads = parts.map((part) => (part.type === 'text' ? part.read : this.#as(part, 'rate')))
    return {
      type: 'text',
      read: (frame) => {
        const vectors = reads.map((read) => read(frame))
        return mapped(new Float64Array(frame.length), (_, at) => {
          if (vectors.some((values) => Number.isNaN(values[at]))) return NaN
          const texts = vectors.map((values, part) =>
            parts[part]!.type === 'text' ? this.#texts.text(values[at]!) : plainNumber(values[at]!, 'rate'),
          )
          return this.#texts.code(texts.join(''))
        })
      },
    }
  }

  #if(test: Condition, ifTrue: Compiled, ifFalse: Compiled): Compiled {
    const holds = this.#holds(test)
    if (ifTrue.type !== ifFalse.type) throw new Error(`In table ${this.#own.name} a condition gives a text or a number`)
    const chosen =
      (one: Read, other: Read): Read =>
      (frame) =>
        vector.choose(one(frame), other(frame), holds(frame))
    if (ifTrue.type === 'text' || ifFalse.type === 'text')
      return { type: 'text', read: chosen(ifTrue.read, ifFalse.read) }
    const [one, other] = sameScale(ifTrue, ifFalse)
    const divisor = one.divisor || other.divisor ? chosen(one.divisor ?? ones, other.divisor ?? ones) : null
    return numbers(chosen(one.read, other.read), one.scale, divisor)
  }

  /** Reads a condition as 1, 0 or NaN where it is not known. */
  #holds(condition: Condition): Read {
    if (condition.kind !== 'compare') {
      const each = condition.conditions.map((part) => this.#holds(part))
      const join = condition.kind === 'and' ? vector.min : vector.max
      return (frame) => each.map((read) => read(frame)).reduce((one, other) => join(one, other))
    }
    const [left, right] = [this.#any(condition.left), this.#any(condition.right)]
    const { comparison } = condition
    if (left.type !== right.type) throw new Error(`In table ${this.#own.name} a text is compared with a number`)
    if (left.type === 'number' && right.type === 'number') {
      return signOf(combined([left, right], vector.subtract).read, comparison)
    }
    return signOf((frame) => vector.subtract(left.read(frame), right.read(frame)), comparison)
  }
}
