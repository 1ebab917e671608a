import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import {
  add,
  asOf,
  cell,
  column,
  equal,
  literal,
  lookup,
  matrix,
  sum,
  text,
  when,
} from '#shared/calculation/expression.ts'
import { fromRows, type TableShape } from '#shared/calculation/table.ts'
import { data, shapes } from '#test/calculation/support/personnel.ts'

const withColumn = (computed: NonNullable<TableShape['columns'][number]['computed']>): TableShape[] => [
  ...shapes,
  { name: 'more', title: 'More', columns: [{ name: 'figure', header: 'Figure', unit: 'money', computed }] },
]

test('refuses a figure that needs itself, with the way round', () => {
  const table = (name: string, other: string): TableShape => ({
    name,
    title: name,
    columns: [
      { name: 'a', header: 'A', unit: 'money', computed: column('b') },
      { name: 'b', header: 'B', unit: 'money', computed: sum(other, 'a') },
    ],
  })
  expect(() => new Calculation([table('one', 'two'), table('two', 'one')])).toThrow(
    'A figure needs itself: one.a needs one.b needs two.a needs two.b needs one.a',
  )
})

test('rows of different kinds may need each other’s columns the other way round', () => {
  const shape: TableShape = {
    name: 'lines',
    title: 'Lines',
    columns: [
      { name: 'a', header: 'A', unit: 'money', computedByKind: { forward: column('b') } },
      { name: 'b', header: 'B', unit: 'money', computedByKind: { backward: column('a') } },
    ],
  }
  const lines = fromRows([
    { id: '1', kind: 'forward', values: { b: 5 } },
    { id: '2', kind: 'backward', values: { a: 7 } },
  ])
  const results = new Calculation([shape]).evaluate({ lines })
  expect([results.value('lines', '1', 'a'), results.value('lines', '2', 'b')]).toEqual([5, 7])
})

test.each([
  ['an unknown column', lookup('personnel', text('Ann'), 'nothing'), 'nothing'],
  ['an unknown table', sum('nothing', 'total'), 'nothing'],
  ['an unknown named cell', cell('assumptions', 'nothing'), 'nothing'],
  ['a table without a key', lookup('assumptions', text('Ann'), 'stipend'), 'key'],
  ['a key of another kind', lookup('personnel', literal(3), 'base'), 'mixed up'],
  ['a text in a sum of numbers', add(text('a'), literal(1)), 'text'],
  ['a sum over texts', sum('personnel', 'name'), 'text'],
  ['a comparison of text and number', when(equal(text('a'), literal(1)), literal(1), literal(2)), 'compared'],
  ['a matrix of several units', matrix('personnel', text('Ann'), text('Base salary'), ['base', 'effort']), 'one unit'],
])('takes %s for the bug it is', (_, computed, message) => {
  expect(() => new Calculation(withColumn(computed))).toThrow(message)
})

test('takes dated rows out of order, and a row that is not there, for the bugs they are', () => {
  const calculation = new Calculation(withColumn(asOf('caps', literal(46_000, 'day'), 'limit')))
  const caps = fromRows([
    { id: '2', values: { from: 46_000, limit: 1 } },
    { id: '1', values: { from: 45_000, limit: 2 } },
  ])
  expect(() => calculation.evaluate({ ...data, caps })).toThrow('do not ascend')
  const results = new Calculation(shapes).evaluate(data)
  expect(() => results.value('personnel', 'nobody', 'base')).toThrow('nobody')
  expect(() => results.value('personnel', 'ann', 'nothing')).toThrow('nothing')
})
