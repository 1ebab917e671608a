import type { RoundedUnit, Unit } from '#shared/calculation/units.ts'

/**
 * How one figure is made from others, as plain data with three readers: `evaluate` for the screen, `formulaFor` for the
 * workbook, `toWords` for the explanation. One tree, so that the three cannot differ.
 *
 * An expression stands in a computed column and is read once for each row of its table. Arithmetic is exact in natural
 * units (dollars, shares of one, whole days) until it is rounded; anything that needs a value nobody knows is not known.
 */
export type Expression =
  | { kind: 'literal'; value: number | string; unit: Unit }
  | { kind: 'column'; column: string }
  | { kind: 'cell'; table: string; column: string }
  | { kind: 'lookup'; table: string; key: Expression; column: string }
  | { kind: 'matrix'; table: string; row: Expression; heading: Expression; columns: readonly string[] }
  | { kind: 'asOf'; table: string; day: Expression; column: string }
  | { kind: 'sum'; table: string; column: string; where: readonly Where[] }
  | { kind: 'add' | 'multiply'; parts: readonly Expression[] }
  | { kind: 'min' | 'max'; parts: readonly Expression[] }
  | { kind: 'subtract'; left: Expression; right: Expression }
  | { kind: 'divide'; left: Expression; right: Expression }
  | { kind: 'round'; of: Expression; to: RoundedUnit }
  | { kind: 'ceiling'; of: Expression }
  | { kind: 'if'; test: Condition; ifTrue: Expression; ifFalse: Expression }
  | { kind: 'join'; parts: readonly Expression[] }

/** Keeps the rows whose column holds this value. */
export interface Where {
  column: string
  equals: Expression
}

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

export type Condition =
  | { kind: 'compare'; comparison: Comparison; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; conditions: readonly Condition[] }

/** A number that is part of the rule itself (12 months in a year): an integer in its unit, so $2,500 is 250000 money. */
export const literal = (value: number, unit: Exclude<Unit, 'text'> = 'count'): Expression => ({
  kind: 'literal',
  value,
  unit,
})

export const text = (value: string): Expression => ({ kind: 'literal', value, unit: 'text' })

/** The same row's value in another column of the same table. */
export const column = (name: string): Expression => ({ kind: 'column', column: name })

/** The one value a table of single cells has under this name: an assumption. */
export const cell = (table: string, name: string): Expression => ({ kind: 'cell', table, column: name })

/** The value in `name` of the row of `table` whose key is `key`; not known where there is no such row. */
export const lookup = (table: string, key: Expression, name: string): Expression => ({
  kind: 'lookup',
  table,
  key,
  column: name,
})

/**
 * The value where a row and a column of a table meet: the row whose key is `row`, the one of `columns` whose header is
 * `heading`. `columns` stand side by side and have one unit.
 */
export const matrix = (
  table: string,
  row: Expression,
  heading: Expression,
  columns: readonly string[],
): Expression => ({ kind: 'matrix', table, row, heading, columns })

/**
 * The value in force on a day, in a table whose key is the day from which each row holds, ascending: the last row that
 * begins on or before it; not known before the first.
 */
export const asOf = (table: string, day: Expression, name: string): Expression => ({
  kind: 'asOf',
  table,
  day,
  column: name,
})

/** The sum of a column over all rows of a table, or over those where columns hold given values. Zero over no rows. */
export const sum = (table: string, name: string, where: Readonly<Record<string, Expression>> = {}): Expression => ({
  kind: 'sum',
  table,
  column: name,
  where: Object.entries(where).map(([column, equals]) => ({ column, equals })),
})

export const add = (...parts: Expression[]): Expression => ({ kind: 'add', parts })
export const multiply = (...parts: Expression[]): Expression => ({ kind: 'multiply', parts })
export const min = (...parts: Expression[]): Expression => ({ kind: 'min', parts })
export const max = (...parts: Expression[]): Expression => ({ kind: 'max', parts })
export const subtract = (left: Expression, right: Expression): Expression => ({ kind: 'subtract', left, right })
export const divide = (left: Expression, right: Expression): Expression => ({ kind: 'divide', left, right })

/** Several columns of the same row added up. */
export const sumOfColumns = (...names: string[]): Expression => add(...names.map(column))

/** Rounded half away from zero to the unit's decimals, as a spreadsheet's ROUND. */
export const round = (of: Expression, to: RoundedUnit): Expression => ({ kind: 'round', of, to })

/** The next whole number away from zero, as a spreadsheet's ROUNDUP: 30.1 coaches are 31. */
export const ceiling = (of: Expression): Expression => ({ kind: 'ceiling', of })

/** `when(equal(column('pay'), text('stipend')), ...)`: one of two expressions; the one not chosen may be not known. */
export const when = (test: Condition, ifTrue: Expression, ifFalse: Expression): Expression => ({
  kind: 'if',
  test,
  ifTrue,
  ifFalse,
})

/** Texts and numbers written one after the other: a label. */
export const join = (...parts: Expression[]): Expression => ({ kind: 'join', parts })

/** Compares two numbers, or (only `=` and `<>`) two texts. */
export const compare = (left: Expression, comparison: Comparison, right: Expression): Condition => ({
  kind: 'compare',
  comparison,
  left,
  right,
})

export const equal = (left: Expression, right: Expression): Condition => compare(left, '=', right)
export const both = (...conditions: Condition[]): Condition => ({ kind: 'and', conditions })
export const either = (...conditions: Condition[]): Condition => ({ kind: 'or', conditions })

/**
 * One part of a whole that is shared out without losing a cent: what the whole comes to up to and with this part, less
 * what it comes to before it, each rounded. `through` and `before` are the shares running up (basis points), so that the
 * parts of a whole always sum to it when the last `through` is 100 %.
 */
export const shareOf = (whole: Expression, through: Expression, before: Expression): Expression =>
  subtract(round(multiply(whole, through), 'money'), round(multiply(whole, before), 'money'))

/** Whether it is 1 ÷ something: a factor that is said and written as a division. */
export const isReciprocal = (expression: Expression): expression is Extract<Expression, { kind: 'divide' }> =>
  expression.kind === 'divide' &&
  expression.left.kind === 'literal' &&
  expression.left.value === 1 &&
  expression.left.unit === 'count'
