import { expect, test } from 'vitest'
import { Calculation } from '#shared/calculation/calculation.ts'
import { add, column, literal, multiply, sum } from '#shared/calculation/expression.ts'
import type { TablesData, TableShape } from '#shared/calculation/table.ts'

const shapes: TableShape[] = [
  {
    name: 'people',
    title: 'People',
    columns: [
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'pay', header: 'Pay', unit: 'money' },
      {
        name: 'total',
        header: 'Total',
        unit: 'money',
        computedByKind: { paid: multiply(column('pay'), literal(2)), free: literal(0, 'money') },
      },
    ],
  },
  {
    name: 'funds',
    title: 'Funds',
    columns: [
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'cost', header: 'Cost', unit: 'money', computed: sum('people', 'total', { fund: column('fund') }) },
      { name: 'more', header: 'More', unit: 'money', computed: add(column('cost'), literal(100, 'money')) },
    ],
  },
]

const data = (pay: (number | null)[], kinds = ['paid', 'paid', 'other'], fund = 'A'): TablesData => ({
  people: { ids: ['1', '2', '3'], kinds, inputs: { fund: [fund, 'B', 'B'], pay, total: [1, 2, 3] } },
  funds: { ids: ['A', 'B'], inputs: { fund: ['A', 'B'] } },
})

const figures = (calculation: Calculation, rows: TablesData, like?: ReturnType<Calculation['evaluate']>) => {
  const results = calculation.evaluate(rows, like)
  const totals = [0, 1, 2].map((row) => results.amount('people', row, 'total'))
  return { results, found: [...totals, ...[0, 1].map((row) => results.amount('funds', row, 'more'))] }
}

test.each<[string, TablesData]>([
  ['nothing', data([10, 20, 30])],
  ['an amount', data([11, 20, 30])],
  ['an amount that becomes not known', data([10, null, 30])],
  ['the kind of a row', data([10, 20, 30], ['paid', 'free', 'other'])],
  ['a text', data([10, 20, 30], ['paid', 'paid', 'other'], 'B')],
  ['the number of rows', { ...data([10, 20, 30]), funds: { ids: ['B', 'A'], inputs: { fund: ['B', 'A'] } } }],
])('a run from an earlier one gives what a fresh one gives where %s has changed', (_, after) => {
  const calculation = new Calculation(shapes)
  const first = figures(calculation, data([10, 20, 30]))
  expect(first.found).toEqual([20, 40, 3, 120, 143])
  const repeated = figures(calculation, after, first.results)
  expect(repeated.found).toEqual(figures(calculation, after).found)
  expect(figures(calculation, data([10, 20, 30]), repeated.results).found).toEqual(first.found)
  expect(first.results.amount('people', 0, 'total')).toBe(20)
})

test('the results of another calculation are no help, and no harm', () => {
  const other = figures(new Calculation(shapes), data([99, 99, 99], ['free', 'free', 'free']))
  expect(figures(new Calculation(shapes), data([10, 20, 30]), other.results).found).toEqual([20, 40, 3, 120, 143])
})
