import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import { column, literal, when, compare, divide, round, add } from '#shared/calculation/expression.ts'
import { fromRows, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { toDay } from '#shared/calculation/units.ts'
import { oneTable, resultOf } from '#test/calculation/support/oneTable.ts'
import { data, shapes } from '#test/calculation/support/personnel.ts'

const evaluate = (changes: TablesData) => new Calculation(shapes).evaluate({ ...data, ...changes })

test('a rate nobody entered leaves all that needs it not known, totals too, and is named', () => {
  const results = evaluate({
    fringe: fromRows([{ id: 'clinical', values: { class: 'Clinical faculty', y1: null, y2: 2450 } }]),
  })
  expect(results.value('personnel', 'ann', 'salary')).toBe(2_257_000)
  expect(results.value('personnel', 'ann', 'fringe')).toBe(null)
  expect(results.value('funds', 'dean', 'asked')).toBe(null)
  expect(results.value('funds', 'gift', 'asked')).toBe(0)
  expect(results.total('personnel', 'total')).toBe(null)
  expect(results.missing()).toEqual([{ reason: 'empty', table: 'fringe', column: 'y1', id: 'clinical' }])
})

test('names the row that a table lacks', () => {
  const results = evaluate({
    fringe: fromRows([]),
    caps: fromRows([{ id: '2026', values: { from: toDay('2026-01-01'), limit: 22_570_000 } }]),
  })
  expect(results.value('personnel', 'ann', 'salary')).toBe(null)
  expect(results.value('personnel', 'bo', 'salary')).toBe(2_400_000)
  expect(results.missing()).toEqual(
    expect.arrayContaining([
      { reason: 'noRow', table: 'caps', column: 'limit', key: 'Jul 1, 2025' },
      { reason: 'noRow', table: 'fringe', column: 'y1', key: 'Clinical faculty' },
    ]),
  )
})

test('names the figure that divides by zero', () => {
  const results = evaluate({ assumptions: fromRows([{ id: 'only', values: { learners: 0, ratio: 8, stipend: 0 } }]) })
  expect(results.value('funds', 'dean', 'perLearner')).toBe(null)
  expect(results.missing()).toContainEqual({ reason: 'zeroDivisor', table: 'funds', column: 'perLearner', id: 'dean' })
})

test('an assumption that is not given is not known', () => {
  const results = evaluate({ assumptions: { ids: [], inputs: {} } })
  expect(results.missing()).toEqual([{ reason: 'empty', table: 'assumptions', column: 'learners', id: null }])
})

test('what the branch not taken needs may be not known', () => {
  const shape = oneTable(
    { a: 'count', b: 'count' },
    'count',
    when(compare(column('a'), '>', literal(0)), column('a'), round(divide(column('b'), column('a')), 'count')),
  )
  expect(resultOf(shape, { a: 3, b: null })).toBe(3)
  expect(resultOf(shape, { a: 0, b: 3 })).toBe(null)
  expect(resultOf(shape, { a: null, b: 3 })).toBe(null)
})

test('an input of some kinds that no figure needs is not missing', () => {
  const shape: TableShape = {
    name: 'table',
    title: 'Table',
    columns: [
      { name: 'base', header: 'Base', unit: 'money' },
      { name: 'limit', header: 'Limit', unit: 'money', computedByKind: { capped: literal(100, 'money') } },
      { name: 'salary', header: 'Salary', unit: 'money', computedByKind: { full: column('base') } },
    ],
  }
  const table = fromRows([{ id: 'one', kind: 'full', values: { base: 5 } }])
  expect(new Calculation([shape]).evaluate({ table }).missing()).toEqual([])
})

test('nothing is missing where all is known', () => {
  expect(evaluate({}).missing()).toEqual([])
  expect(resultOf(oneTable({ a: 'money', b: 'money' }, 'money', add(column('a'), column('b'))), { a: 1 })).toBe(null)
})
