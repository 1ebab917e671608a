import { type Comparison, type Condition, type Expression, isReciprocal } from '#shared/calculation/expression.ts'
import { columnOf, keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import { formatCell, type RoundedUnit } from '#shared/calculation/units.ts'

/** An expression of a table as a sentence fragment: "Salary × Fringe rate, rounded to cents". */
export function toWords(expression: Expression, own: TableShape, shapes: ReadonlyMap<string, TableShape>): string {
  return new Teller(own, shapes).tell(expression).words
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

/** What is said, and how tightly it hangs together: a phrase inside a sum or a product stands in brackets. */
interface Told {
  words: string
  binds: Binding
}

/** What is neither a name nor an operation written with a sign. */
type Phrase = Exclude<Expression, { kind: 'literal' | 'column' | 'cell' | 'add' | 'multiply' | 'subtract' | 'divide' }>

type Binding = 1 | 2 | 3 | 4
const phrase = 1
const sum = 2
const product = 3
const name = 4

class Teller {
  readonly #own: TableShape
  readonly #shapes: ReadonlyMap<string, TableShape>

  constructor(own: TableShape, shapes: ReadonlyMap<string, TableShape>) {
    this.#own = own
    this.#shapes = shapes
  }

  tell(expression: Expression): Told {
    switch (expression.kind) {
      case 'literal':
        return { words: literal(expression), binds: name }
      case 'column':
        return { words: columnOf(this.#own, expression.column).header, binds: name }
      case 'cell':
        return { words: columnOf(this.#shape(expression.table), expression.column).header, binds: name }
      case 'add':
        return this.#joined(expression.parts, ' + ', sum)
      case 'multiply':
        return this.#product(expression.parts)
      case 'subtract':
        return { words: `${this.#part(expression.left, sum)} − ${this.#part(expression.right, product)}`, binds: sum }
      case 'divide':
        return {
          words: `${this.#part(expression.left, product)} ÷ ${this.#part(expression.right, name)}`,
          binds: product,
        }
      default:
        return { words: this.#phrase(expression), binds: phrase }
    }
  }

  #phrase(expression: Phrase): string {
    switch (expression.kind) {
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
      case 'sum': {
        const shape = this.#shape(expression.table)
        const conditions = expression.where.map(
          ({ column, equals }) => `${columnOf(shape, column).header} is ${this.#part(equals)}`,
        )
        const only = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
        return `sum of ${columnOf(shape, expression.column).header} in ${shape.title}${only}`
      }
      case 'min':
        return `the smallest of ${this.#list(expression.parts)}`
      case 'max':
        return `the largest of ${this.#list(expression.parts)}`
      case 'round':
        return `${this.#part(expression.of)}, rounded ${roundedTo[expression.to]}`
      case 'ceiling':
        return `${this.#part(expression.of)}, rounded up to a whole number`
      case 'if': {
        const [ifTrue, ifFalse] = [this.tell(expression.ifTrue).words, this.tell(expression.ifFalse).words]
        return `if ${this.#holds(expression.test)}: ${ifTrue}; otherwise: ${ifFalse}`
      }
      case 'join':
        return expression.parts.map((part) => this.#part(part)).join(' then ')
    }
  }

  #part(expression: Expression, binding: Binding = sum): string {
    const { words, binds } = this.tell(expression)
    return binds < binding ? `(${words})` : words
  }

  #joined(parts: readonly Expression[], sign: string, binds: Binding): Told {
    return { words: parts.map((part) => this.#part(part, binds)).join(sign), binds }
  }

  #product(parts: readonly Expression[]): Told {
    const words = parts.map((part, at) => {
      if (at > 0 && isReciprocal(part)) return ` ÷ ${this.#part(part.right, name)}`
      return `${at > 0 ? ' × ' : ''}${this.#part(part, product)}`
    })
    return { words: words.join(''), binds: product }
  }

  #list(parts: readonly Expression[]): string {
    const told = parts.map((part) => this.#part(part))
    return `${told.slice(0, -1).join(', ')} and ${told.at(-1)!}`
  }

  #holds(condition: Condition): string {
    if (condition.kind !== 'compare') {
      const each = condition.conditions.map((part) => this.#holds(part))
      return condition.kind === 'and' ? each.join(' and ') : `either ${each.join(', or ')}`
    }
    return `${this.#part(condition.left)} ${comparisons[condition.comparison]} ${this.#part(condition.right)}`
  }

  #shape(name: string): TableShape {
    return shapeOf(this.#shapes, name)
  }
}

const literal = ({ value, unit }: Extract<Expression, { kind: 'literal' }>): string =>
  typeof value === 'string' ? `“${value}”` : formatCell(value, unit)
