import { type Condition, type Expression, isReciprocal } from '#shared/calculation/expression.ts'
import { columnOf, keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'
import { decimalsOf, plainNumber } from '#shared/calculation/units.ts'

/** Where a table stands in a workbook: its rows one below the other in the order of its data. */
export interface TablePlace {
  sheet: string
  /** The letter of each column. Columns of a matrix stand side by side, in order. */
  columns: Readonly<Record<string, string>>
  /** Row numbers as the sheet shows them. `lastRow` is above `firstRow` where the table has no rows. */
  headerRow: number
  firstRow: number
  lastRow: number
}

/** Where a table of single cells stands: each cell's address ("$C$5") and, if it has one, its defined name. */
export interface CellsPlace {
  sheet: string
  cells: Readonly<Record<string, { address: string; name?: string }>>
}

export type Places = Readonly<Record<string, TablePlace | CellsPlace>>

/** Stands for the number of the row in a formula that is not yet for one row. */
const rowMark = '\u0000'

/**
 * The expression as a formula for each row (from 0) of its table: without "=", in A1 style with English function names,
 * what a finance officer reads in the cell. Values stand in the sheet as dollars, shares of one and dates.
 */
export function formulaFor(
  expression: Expression,
  own: TableShape,
  shapes: ReadonlyMap<string, TableShape>,
  places: Places,
): (row: number) => string {
  const pieces = new FormulaWriter(own, shapes, places).write(expression).text.split(rowMark)
  const place = places[own.name]
  const firstRow = place && 'firstRow' in place ? place.firstRow : 0
  return (row) => pieces.join(String(firstRow + row))
}

type Quotient = Extract<Expression, { kind: 'divide' }>

/** A formula and how tightly its outermost operation binds. */
interface Written {
  text: string
  binds: Binding
}

type Binding = 1 | 2 | 3 | 4
const joining = 1
const adding = 2
const multiplying = 3
const whole = 4

class FormulaWriter {
  readonly #own: TableShape
  readonly #shapes: ReadonlyMap<string, TableShape>
  readonly #places: Places

  constructor(own: TableShape, shapes: ReadonlyMap<string, TableShape>, places: Places) {
    this.#own = own
    this.#shapes = shapes
    this.#places = places
  }

  write(expression: Expression): Written {
    switch (expression.kind) {
      case 'literal':
        return literal(expression)
      case 'column':
        return atom(this.#ownCell(expression.column))
      case 'cell':
        return atom(this.#namedCell(expression.table, expression.column))
      case 'lookup':
        return this.#lookup(expression)
      case 'matrix':
        return this.#matrix(expression)
      case 'asOf':
        return this.#asOf(expression)
      case 'sum':
        return this.#sum(expression)
      case 'round': {
        const { of, to } = expression
        const rounded = (text: string): Written => call('ROUND', [text, String(decimalsOf(to))])
        return of.kind === 'divide' ? this.#known(of, rounded(this.#quotient(of).text)) : rounded(this.#text(of))
      }
      case 'ceiling': {
        const { of } = expression
        return of.kind === 'divide'
          ? this.#known(of, this.#roundedUp(of, this.#quotient(of).text))
          : this.#roundedUp(of, this.#text(of))
      }
      case 'add':
        return this.#add(expression.parts)
      case 'multiply':
        return this.#product(expression.parts)
      case 'subtract': {
        const { left, right } = expression
        if (left.kind === 'literal' && left.value === 0)
          return { text: `-${this.#inside(right, whole)}`, binds: joining }
        return { text: `${this.#inside(left, adding)}-${this.#inside(right, multiplying)}`, binds: adding }
      }
      case 'divide':
        return this.#known(expression, this.#quotient(expression))
      case 'min':
      case 'max':
        return call(
          expression.kind.toUpperCase(),
          expression.parts.map((part) => this.#text(part)),
        )
      case 'if':
        return call('IF', [
          this.#condition(expression.test),
          this.#text(expression.ifTrue),
          this.#text(expression.ifFalse),
        ])
      case 'join':
        return { text: expression.parts.map((part) => this.#inside(part, adding)).join('&'), binds: joining }
    }
  }

  #text(expression: Expression): string {
    return this.write(expression).text
  }

  /** A part of an operation, in brackets where it binds less tightly than the operation. */
  #inside(expression: Expression, binding: Binding): string {
    const { text, binds } = this.write(expression)
    return binds < binding ? `(${text})` : text
  }

  #quotient({ left, right }: Quotient): Written {
    return { text: `${this.#inside(left, multiplying)}/${this.#inside(right, whole)}`, binds: multiplying }
  }

  /** A quotient, rounded or not, where its divisor is not 0: else it is not known, as the app finds it. */
  #known({ right }: Quotient, written: Written): Written {
    if (right.kind === 'literal' && right.value !== 0) return written
    return call('IF', [`${this.#inside(right, adding)}=0`, notKnown.text, written.text])
  }

  /**
   * A quotient of counts that is whole is so in doubles, too; other figures may come out a hair above (0.6 / 0.2 just below
   * 3, 1.1 * 3 / 1.1 just above), and ROUND takes the hair away.
   */
  #roundedUp(of: Expression, text: string): Written {
    const counts = of.kind === 'divide' && this.#isCount(of.left) && this.#isCount(of.right)
    return call('ROUNDUP', [counts ? text : call('ROUND', [text, '9']).text, '0'])
  }

  #isCount(expression: Expression): boolean {
    switch (expression.kind) {
      case 'literal':
        return expression.unit === 'count'
      case 'column':
        return columnOf(this.#own, expression.column).unit === 'count'
      case 'cell':
      case 'lookup':
      case 'sum':
        return columnOf(this.#shape(expression.table), expression.column).unit === 'count'
      default:
        return false
    }
  }

  #add(parts: readonly Expression[]): Written {
    const first = parts[0]!
    const last = parts.at(-1)!
    const letters = parts.flatMap((part) => (part.kind === 'column' ? [this.#letter(part.column)] : []))
    const sideBySide = letters.every((letter, at) => at === 0 || follows(letters[at - 1]!, letter))
    if (parts.length > 2 && letters.length === parts.length && sideBySide) {
      return call('SUM', [`${this.#text(first)}:${this.#text(last)}`])
    }
    // The sum of a table without rows is no part of it.
    const terms = parts.map((part) => this.#inside(part, adding)).filter((term) => term !== '0')
    return { text: terms.length > 0 ? terms.join('+') : '0', binds: adding }
  }

  /** A factor of 1/x divides, by a part of the rule that is never 0: the months of a year. */
  #product(parts: readonly Expression[]): Written {
    const text = parts.map((part, at) => {
      if (at > 0 && isReciprocal(part)) return `/${this.#inside(part.right, whole)}`
      return `${at > 0 ? '*' : ''}${this.#inside(part, multiplying)}`
    })
    return { text: text.join(''), binds: multiplying }
  }

  #condition(condition: Condition): string {
    if (condition.kind !== 'compare') {
      return call(
        condition.kind.toUpperCase(),
        condition.conditions.map((part) => this.#condition(part)),
      ).text
    }
    return `${this.#inside(condition.left, joining)}${condition.comparison}${this.#inside(condition.right, joining)}`
  }

  #lookup({ table, key, column }: Extract<Expression, { kind: 'lookup' }>): Written {
    const place = this.#table(table)
    if (isEmpty(place)) return notKnown
    const keys = this.#range(place, keyOf(this.#shape(table)).name)
    return call('INDEX', [this.#range(place, column), call('MATCH', [this.#text(key), keys, '0']).text])
  }

  #matrix({ table, row, heading, columns }: Extract<Expression, { kind: 'matrix' }>): Written {
    const place = this.#table(table)
    if (isEmpty(place)) return notKnown
    const [first, last] = [columns[0]!, columns.at(-1)!]
    const from = `$${letterOf(place, first)}$`
    const to = `$${letterOf(place, last)}$`
    const headers = this.#on(place.sheet, `${from}${place.headerRow}:${to}${place.headerRow}`)
    return call('INDEX', [
      this.#on(place.sheet, `${from}${place.firstRow}:${to}${place.lastRow}`),
      call('MATCH', [this.#text(row), this.#range(place, keyOf(this.#shape(table)).name), '0']).text,
      call('MATCH', [this.#text(heading), headers, '0']).text,
    ])
  }

  #asOf({ table, day, column }: Extract<Expression, { kind: 'asOf' }>): Written {
    const place = this.#table(table)
    if (isEmpty(place)) return notKnown
    const from = this.#range(place, keyOf(this.#shape(table)).name)
    return call('LOOKUP', [this.#text(day), from, this.#range(place, column)])
  }

  #sum({ table, column, where }: Extract<Expression, { kind: 'sum' }>): Written {
    const place = this.#table(table)
    if (isEmpty(place)) return atom('0')
    const summed = this.#range(place, column)
    if (where.length === 0) return call('SUM', [summed])
    const conditions = where.flatMap(({ column, equals }) => [this.#range(place, column), this.#text(equals)])
    return call('SUMIFS', [summed, ...conditions])
  }

  #shape(name: string): TableShape {
    return shapeOf(this.#shapes, name)
  }

  #table(name: string): TablePlace {
    const place = this.#places[name]
    if (!place || 'cells' in place) throw new Error(`Table ${name} has no rows in the workbook`)
    return place
  }

  #ownCell(column: string): string {
    const place = this.#places[this.#own.name]
    if (place && 'cells' in place) return this.#namedCell(this.#own.name, column)
    return `${this.#letter(column)}${rowMark}`
  }

  #letter(column: string): string {
    return letterOf(this.#table(this.#own.name), column)
  }

  #namedCell(table: string, column: string): string {
    columnOf(this.#shape(table), column)
    const place = this.#places[table]
    const found = place && 'cells' in place ? place.cells[column] : undefined
    if (!place || !found) throw new Error(`Cell ${table}.${column} has no place in the workbook`)
    return found.name ?? this.#on(place.sheet, found.address)
  }

  #range(place: TablePlace, column: string): string {
    const letter = letterOf(place, column)
    return this.#on(place.sheet, `$${letter}$${place.firstRow}:$${letter}$${place.lastRow}`)
  }

  /** An address, with its sheet where that is another one. */
  #on(sheet: string, address: string): string {
    return this.#places[this.#own.name]?.sheet === sheet ? address : `${quoteSheet(sheet)}!${address}`
  }
}

const atom = (text: string): Written => ({ text, binds: whole })

const notKnown = atom('NA()')

const call = (name: string, inputs: readonly string[]): Written => atom(`${name}(${inputs.join(',')})`)

function literal({ value, unit }: Extract<Expression, { kind: 'literal' }>): Written {
  if (typeof value === 'string') return atom(`"${searchable(value).replaceAll('"', '""')}"`)
  const text = plainNumber(value, unit)
  return { text, binds: value < 0 ? joining : whole }
}

/** Wildcards and comparisons in the conditions of SUMIFS and MATCH; these letters only look like them. */
const wide: Readonly<Record<string, string>> = { '*': '＊', '?': '？', '~': '～', '<': '＜', '>': '＞', '=': '＝' }

/** A text as the sheet holds it where formulas look it up: found as it stands, whatever it is made of. */
export const searchable = (text: string): string => text.replace(/[*?~]|^[<>=]/g, (sign) => wide[sign]!)

const isEmpty = ({ firstRow, lastRow }: TablePlace): boolean => lastRow < firstRow

function letterOf(place: TablePlace, column: string): string {
  const letter = place.columns[column]
  if (letter === undefined) throw new Error(`Column ${column} has no place on sheet ${place.sheet}`)
  return letter
}

/** A sheet name as formulas write it. Names that could be read as a cell ("FY27") need quotes too. */
export const quoteSheet = (name: string): string =>
  /^[A-Za-z_]{4,}$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`

const follows = (one: string, next: string): boolean => columnNumber(next) === columnNumber(one) + 1

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
