import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import {
  add,
  ceiling,
  column,
  divide,
  literal,
  multiply,
  round,
  shareOf,
  subtract,
} from '#shared/calculation/expression.ts'
import { fromRows } from '#shared/calculation/table.ts'
import { oneTable, resultOf } from '#test/calculation/support/oneTable.ts'

test.each([
  [1_128_500, 2390, 269_712], // exactly half a cent: 2,697.115
  [-1_128_500, 2390, -269_712],
  [1_128_498, 2390, 269_711],
  [1, 4999, 0],
  [1, 5000, 1],
  [-1, 5000, -1],
  [0, 5000, 0],
])('rounds half a cent away from zero: %i × %i is %i', (base, rate, wanted) => {
  const shape = oneTable(
    { base: 'money', rate: 'rate' },
    'money',
    round(multiply(column('base'), column('rate')), 'money'),
  )
  expect(resultOf(shape, { base, rate })).toBe(wanted)
})

test('rounds to what each unit keeps', () => {
  const third = divide(column('n'), literal(3))
  const of = (unit: 'money' | 'rate' | 'count' | 'quantity') =>
    resultOf(oneTable({ n: 'count' }, unit, round(third, unit)), { n: 2 })
  expect([of('money'), of('rate'), of('count'), of('quantity')]).toEqual([67, 6667, 1, 67])
})

test('rounds up to whole numbers, and leaves whole ones as they are', () => {
  const shape = oneTable(
    { learners: 'count', ratio: 'rate' },
    'count',
    ceiling(divide(column('learners'), column('ratio'))),
  )
  expect(resultOf(shape, { learners: 240, ratio: 80_000 })).toBe(30)
  expect(resultOf(shape, { learners: 241, ratio: 80_000 })).toBe(31)
  expect(resultOf(shape, { learners: 3, ratio: 1000 })).toBe(30)
  expect(resultOf(shape, { learners: -3, ratio: 20_000 })).toBe(-2)
  expect(resultOf(shape, { learners: 0, ratio: 20_000 })).toBe(0)
})

test('divides by figures that differ from row to row, of either sign', () => {
  const shape = oneTable(
    { a: 'money', b: 'money', c: 'count' },
    'rate',
    round(add(divide(column('a'), column('b')), divide(literal(1), column('c'))), 'rate'),
  )
  expect(resultOf(shape, { a: 100, b: 300, c: 6 })).toBe(5000)
  expect(resultOf(shape, { a: 100, b: -300, c: 6 })).toBe(-1667)
  expect(resultOf(shape, { a: 100, b: -300, c: -6 })).toBe(-5000)
  expect(resultOf(shape, { a: 100, b: 0, c: 6 })).toBe(null)
})

test('stays exact where numbers outgrow a double', () => {
  const product = multiply(column('a'), column('a'), column('b'))
  const shape = oneTable({ a: 'money', b: 'rate' }, 'money', round(divide(product, literal(1000)), 'money'))
  const exact = (a: bigint, b: bigint) => Number((2n * a * a * b + 10n ** 9n) / (2n * 10n ** 9n))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000_000 }), fc.integer({ min: 1, max: 10_000 }), (a, b) => {
      expect(resultOf(shape, { a, b })).toBe(exact(BigInt(a), BigInt(b)))
    }),
  )
})

test('shares out a whole so that its parts sum to it, however it is split', () => {
  const shape = oneTable(
    { whole: 'money', before: 'rate', through: 'rate' },
    'money',
    shareOf(column('whole'), column('through'), column('before')),
  )
  const calculation = new Calculation([shape])
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000_000, max: 1_000_000_000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 8 }),
      (whole, cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), 10_000]
        const rows = ends.map((through, at) => ({
          id: String(at),
          values: { whole, before: ends[at - 1] ?? 0, through },
        }))
        expect(calculation.evaluate({ table: fromRows(rows) }).total('table', 'result')).toBe(whole)
      },
    ),
    { numRuns: 1000 },
  )
})

test('shares three funds at 33.33, 33.33 and 33.34 % without losing a cent', () => {
  const shape = oneTable(
    { before: 'rate', through: 'rate' },
    'money',
    shareOf(literal(1_398_212, 'money'), column('through'), column('before')),
  )
  const parts = [
    [0, 3333],
    [3333, 6666],
    [6666, 10_000],
  ].map(([before, through]) => resultOf(shape, { before: before!, through: through! }))
  expect(parts).toEqual([466_024, 466_024, 466_164])
})

test('takes what is not rounded into a column for the bug it is', () => {
  const shape = oneTable({ a: 'money', b: 'rate' }, 'money', multiply(column('a'), column('b')))
  expect(() => new Calculation([shape])).toThrow('not rounded')
  const fine = oneTable({ a: 'money', b: 'count' }, 'money', subtract(multiply(column('a'), column('b')), column('a')))
  expect(resultOf(fine, { a: 150, b: 3 })).toBe(300)
})
