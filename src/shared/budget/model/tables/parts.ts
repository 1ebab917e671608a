import { column, equal, type Expression, literal, multiply, shareOf, when } from '#shared/calculation/expression.ts'

/**
 * The part of this row's fund of an amount for each, times the headcount. Where nobody is to be hired the part is zero,
 * whatever it would have cost: what is not known about nobody leaves no total open.
 */
export function partOf(amount: string, hired: boolean): Expression {
  const part = shareOf(multiply(column(amount), column('headcount')), column('through'), column('before'))
  return hired ? when(equal(column('headcount'), literal(0)), literal(0, 'money'), part) : part
}
