import type { Comparison, Condition, Expression } from '#shared/calculation/expression.ts'
import { columnOf, keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import { formatCell, type RoundedUnit } from '#shared/calculation/units.ts'

/** An expression of a table as a sentence fragment: "(Salary × Fringe rate), rounded to cents". */
export function toWords(expression: Expression, own: TableShape, shapes: ReadonlyMap<string, TableShape>): string {
  return new Teller(own, shapes).tell(expression)
}

const roundedTo: Record<RoundedUnit, string> = {
  money: 'to cents',
  rate: 'to hundredths of a percent',
  count: 'to a whole number',
  quantity: 'to two decimals',
}

const comparisons: Record<Comparison, string> = {
  '=': 'is',
  '<>': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
}

class Teller {
  readonly #own: TableShape
  readonly #shapes: ReadonlyMap<string, TableShape>

  constructor(own: TableShape, shapes: ReadonlyMap<string, TableShape>) {
    this.#own = own
    this.#shapes = shapes
  }

  tell(expression: Expression): string {
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'string'
          ? `“${expression.value}”`
          : formatCell(expression.value, expression.unit)
      case 'column':
        return columnOf(this.#own, expression.column).header
      case 'cell':
        return columnOf(this.#shape(expression.table), expression.column).header
      case 'lookup': {
        const shape = this.#shape(expression.table)
        const header = columnOf(shape, expression.column).header
        return `${header} in ${shape.title} where ${keyOf(shape).header} is ${this.#part(expression.key)}`
      }
      case 'matrix':
        return `${this.#shape(expression.table).title} for ${this.#part(expression.row)} and ${this.#part(expression.heading)}`
      case 'asOf': {
        const shape = this.#shape(expression.table)
        return `${columnOf(shape, expression.column).header} in ${shape.title} in force on ${this.#part(expression.day)}`
      }
      case 'sum':
        return this.#sum(expression)
      case 'add':
        return expression.parts.map((part) => this.#part(part)).join(' + ')
      case 'multiply':
        return expression.parts.map((part) => this.#part(part)).join(' × ')
      case 'subtract':
        return `${this.#part(expression.left)} − ${this.#part(expression.right)}`
      case 'divide':
        return `${this.#part(expression.left)} ÷ ${this.#part(expression.right)}`
      case 'min':
        return `the smallest of ${this.#list(expression.parts)}`
      case 'max':
        return `the largest of ${this.#list(expression.parts)}`
      case 'round':
        return `${this.#part(expression.of)}, rounded ${roundedTo[expression.to]}`
      case 'ceiling':
        return `${this.#part(expression.of)}, rounded up to a whole number`
      case 'if':
        return `if ${this.#holds(expression.test)}: ${this.tell(expression.ifTrue)}; otherwise: ${this.tell(expression.ifFalse)}`
      case 'join':
        return expression.parts.map((part) => this.#part(part)).join(' then ')
    }
  }

  /** Inside something else: what has several words that could be read two ways stands in brackets. */
  #part(expression: Expression): string {
    const told = this.tell(expression)
    const plain = ['literal', 'column', 'cell'].includes(expression.kind)
    return plain ? told : `(${told})`
  }

  #list(parts: readonly Expression[]): string {
    const told = parts.map((part) => this.#part(part))
    return `${told.slice(0, -1).join(', ')} and ${told.at(-1)!}`
  }

  #sum({ table, column, where }: Extract<Expression, { kind: 'sum' }>): string {
    const shape = this.#shape(table)
    const conditions = where.map((one) => `${columnOf(shape, one.column).header} is ${this.#part(one.equals)}`)
    const only = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
    return `sum of ${columnOf(shape, column).header} in ${shape.title}${only}`
  }

  #holds(condition: Condition): string {
    if (condition.kind !== 'compare')
      return condition.conditions.map((part) => this.#holds(part)).join(` ${condition.kind} `)
    return `${this.#part(condition.left)} ${comparisons[condition.comparison]} ${this.#part(condition.right)}`
  }

  #shape(name: string): TableShape {
    return shapeOf(this.#shapes, name)
  }
}
