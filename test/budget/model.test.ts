import { describe, expect, test } from 'vitest'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { explain } from '#shared/budget/model/explain.ts'
import { budgetOf, item } from '#test/budget/modelFixture.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'

const faculty = item('fringeClass', { name: 'Clinical faculty', rates: { 2027: 2390, 2028: 2510 } })
const cap2025 = item('salaryCap', { fromOn: '2025-01-01', amount: 225_700_00 })
const cap2027 = item('salaryCap', { fromOn: '2027-01-01', amount: 230_000_00 })
const federal = item('fund', { name: 'Grant', amounts: { 2027: 100_000_00, 2028: 0 }, appliesCap: true })
const school = item('fund', { name: 'Dean', amounts: { 2027: 100_000_00, 2028: 0 } })
const third = (name: string): BudgetItem =>
  item('fund', { name, amounts: { 2027: 40_000_00, 2028: 40_000_00 }, appliesCap: true })

const director = (effort: number, fund: string): BudgetDocument =>
  budgetOf({
    items: [
      faculty,
      cap2025,
      federal,
      school,
      item('position', {
        role: 'director',
        holder: 'Ada Park',
        baseSalary: 240_000_00,
        effort,
        fringeClass: faculty.key,
        funds: [{ fund, share: 10_000 }],
      }),
    ],
  })

describe('the published line', () => {
  test.each([
    ['0.10 FTE, capped', 1000, federal.key, 22_570_00, 5_394_23, 27_964_23],
    ['0.10 FTE, not capped', 1000, school.key, 24_000_00, 5_736_00, 29_736_00],
    ['0.05 FTE, capped, a half cent rounded up', 500, federal.key, 11_285_00, 2_697_12, 13_982_12],
  ])('%s', (_, effort, fund, salary, fringe, total) => {
    const { result, cells } = calculateBudget(director(effort, fund), null)
    expect(cells.total('personnel', 'salary')).toBe(salary)
    expect(cells.total('personnel', 'fringe')).toBe(fringe)
    expect(result.totals.total).toEqual([total])
    expect(result.complete).toBe(true)
  })
})

describe('a position over a fiscal year and a cap step, on three funds', () => {
  const funds = [third('A'), third('B'), third('C')]
  const position = item('position', {
    role: 'director',
    holder: 'Ada Park',
    baseSalary: 240_000_00,
    effort: 1000,
    startsOn: '2026-10-01',
    endsOn: '2027-09-30',
    fringeClass: faculty.key,
    funds: [3333, 3333, 3334].map((share, at) => ({ fund: funds[at]!.key, share })),
  })
  const document = budgetOf({
    settings: { years: 2 },
    assumptions: { raises: { 2028: 300 } },
    items: [faculty, cap2025, cap2027, ...funds, position],
  })
  const { result, cells } = calculateBudget(document, null)
  const rows = cells.ids('personnel').map((id) => ({
    year: cells.value('personnel', id, 'year'),
    months: cells.amount('personnel', id, 'units'),
    cap: cells.amount('personnel', id, 'cap'),
    each: cells.amount('personnel', id, 'salaryEach'),
    salary: cells.amount('personnel', id, 'salary')!,
    fringe: cells.amount('personnel', id, 'fringe')!,
  }))

  test('is cut at the year and at the step', () => {
    expect(
      rows.filter((_, at) => at % 3 === 0).map(({ year, months, cap, each }) => [year, months, cap, each]),
    ).toEqual([
      // 225,700 x 0.1 x 3/12, 230,000 x 0.1 x 6/12, and 230,000 x 0.1 x 3/12: the raised salary is over the cap.
      ['FY27', 3, 225_700_00, 5_642_50],
      ['FY27', 6, 230_000_00, 11_500_00],
      ['FY28', 3, 230_000_00, 5_750_00],
    ])
  })

  test('gives each fund its part, and no cent more or less than the whole', () => {
    expect(rows.slice(0, 3).map(({ salary }) => salary)).toEqual([1_880_65, 1_880_64, 1_881_21])
    const sum = (of: (row: (typeof rows)[number]) => number, from: number): number =>
      rows.slice(from, from + 3).reduce((total, row) => total + of(row), 0)
    expect([0, 3, 6].map((from) => sum(({ salary }) => salary, from))).toEqual([5_642_50, 11_500_00, 5_750_00])
    expect([0, 3, 6].map((from) => sum(({ fringe }) => fringe, from))).toEqual([1_348_56, 2_748_50, 1_443_25])
    expect(result.totals.total).toEqual([5_642_50 + 11_500_00 + 1_348_56 + 2_748_50, 5_750_00 + 1_443_25])
  })

  test('lies in the months in which it is active', () => {
    const months = result.months.map(
      ({ byCategory }) => byCategory.find(({ category }) => category === 'leadership')!.cost,
    )
    expect(months.slice(0, 3)).toEqual([0, 0, 0])
    expect(months.reduce<number>((total, cost) => total + cost!, 0)).toBe(result.totals.total[0])
  })
})

test('a salary under the cap is one row a year, whatever the cap does', () => {
  const position = item('position', {
    role: 'director',
    baseSalary: 200_000_00,
    effort: 1000,
    fringeClass: faculty.key,
    funds: [{ fund: federal.key, share: 10_000 }],
  })
  const { cells } = calculateBudget(budgetOf({ items: [faculty, cap2025, cap2027, federal, position] }), null)
  expect(cells.ids('personnel')).toHaveLength(1)
})

test('funds that apply the cap and funds that do not take each their part of their own whole', () => {
  const position = item('position', {
    role: 'director',
    baseSalary: 240_000_00,
    effort: 1000,
    fringeClass: faculty.key,
    funds: [
      { fund: federal.key, share: 5000 },
      { fund: school.key, share: 5000 },
    ],
  })
  const { cells } = calculateBudget(budgetOf({ items: [faculty, cap2025, federal, school, position] }), null)
  expect(cells.ids('personnel').map((id) => cells.amount('personnel', id, 'salary'))).toEqual([11_285_00, 12_000_00])
})

test('to be hired means to be rounded one by one, and vacancy is taken off', () => {
  const position = item('position', {
    role: 'coordinator',
    baseSalary: 50_000_01,
    effort: 5000,
    headcount: 3,
    fringeClass: faculty.key,
    funds: [{ fund: school.key, share: 10_000 }],
  })
  const document = budgetOf({ assumptions: { vacancy: 1000 }, items: [faculty, school, position] })
  const { result, cells } = calculateBudget(document, null)
  // 25,000.005 is 25,000.01 each; its fringe 5,975.002 is 5,975.00.
  expect(cells.total('personnel', 'salary')).toBe(3 * 25_000_01)
  expect(cells.total('personnel', 'fringe')).toBe(3 * 5_975_00)
  expect(result.byCategory.find(({ category }) => category === 'vacancy')!.cost).toEqual([-9_292_50])
  expect(result.totals.fte).toEqual([15_000])
})

test('F&A is on what the fund pays, and what is left moves on where it may', () => {
  const fund = item('fund', {
    name: 'Gift',
    amounts: { 2027: 10_000_00, 2028: 1_000_00, 2029: 0 },
    carryOver: true,
    indirectRate: 1000,
    endsOn: '2028-06-30',
  })
  const line = item('line', {
    category: 'materials',
    item: 'Handbooks',
    quantity: 10_000,
    unitCost: 40_00,
    funds: [{ fund: fund.key, share: 10_000 }],
  })
  const document = budgetOf({
    settings: { years: 3 },
    assumptions: { inflation: { 2028: 250, 2029: 0 } },
    items: [fund, line],
  })
  const { result } = calculateBudget(document, null)
  expect(result.totals.direct).toEqual([4_000_00, 4_100_00, 4_100_00])
  expect(result.totals.indirect).toEqual([400_00, 410_00, 0])
  expect(result.byFund).toMatchObject([
    { carriedIn: [0, 5_600_00, 0], available: [10_000_00, 6_600_00, 0], left: [5_600_00, 2_090_00, 0] },
    { fund: null, cost: [0, 0, 4_100_00] },
  ])
  expect(result.problems.map(({ code }) => code)).toEqual(['fundEnded'])
})

test('a fund that somebody calls "No fund" is a fund all the same', () => {
  const odd = item('fund', { name: 'No fund', amounts: { 2027: 1_000_00 } })
  const line = item('line', {
    category: 'travel',
    item: 'Trip',
    unitCost: 400_00,
    funds: [{ fund: odd.key, share: 5000 }],
  })
  const { byFund } = calculateBudget(budgetOf({ items: [odd, line] }), null).result
  expect(byFund.map(({ fund, cost }) => [fund, ...cost])).toEqual([
    [odd.key, 200_00],
    [null, 200_00],
  ])
})

describe('a figure is opened', () => {
  const document = director(1000, federal.key)

  test('down to what was entered, and where', () => {
    const budget = calculateBudget(document, null)
    const row = budget.cells.ids('personnel')[0]!
    const fringe = explain(budget, { kind: 'cell', table: 'personnel', row, column: 'fringeEach' })!
    expect(fringe.words).toBe('Salary of each × Fringe rate, rounded to cents')
    expect(fringe.inputs.map(({ header, value }) => [header, value])).toEqual([
      ['Salary of each', 22_570_00],
      ['Fringe rate', 2390],
    ])
    const rate = explain(budget, fringe.inputs[1]!.figure)!
    expect(rate.inputs.at(-1)).toMatchObject({
      name: 'Clinical faculty',
      value: 2390,
      source: { itemKey: faculty.key, field: 'rates', year: 2027 },
    })
  })

  test('whatever it is', () => {
    const budget = calculateBudget(document, null)
    expect(explain(budget, { kind: 'total', measure: 'total', year: 2027 })).toMatchObject({
      title: 'Totals: FY27: Total',
      value: 27_964_23,
      unit: 'money',
    })
    expect(explain(budget, { kind: 'category', category: 'leadership', year: 2027 })!.value).toBe(27_964_23)
    expect(explain(budget, { kind: 'fund', fund: federal.key, measure: 'left', year: 2027 })!.value).toBe(72_035_77)
    expect(explain(budget, { kind: 'fund', fund: null, measure: 'left', year: 2027 })).toBeNull()
    expect(explain(budget, { kind: 'month', category: 'leadership', month: '2026-07-01' })!.value).toBe(2_330_35)
  })
})
