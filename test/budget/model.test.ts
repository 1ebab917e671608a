import { describe, expect, test } from 'vitest'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { budgetOf, item } from '#test/budget/modelFixture.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'

const faculty = item('fringeClass', { name: 'Clinical faculty', rates: { 2027: 2390, 2028: 2390 } })
const caps = [item('salaryCap', { fromOn: '2025-01-01', amount: 225_700_00 })]
const federal = item('fund', { name: 'Grant', amounts: { 2027: 100_000_00 }, appliesCap: true })
const school = item('fund', { name: 'Dean', amounts: { 2027: 100_000_00 } })

const director = (effort: number, fund: string): BudgetDocument =>
  budgetOf({
    items: [
      faculty,
      ...caps,
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
    [1000, federal.key, 22_570_00, 5_394_23, 27_964_23],
    [1000, school.key, 24_000_00, 5_736_00, 29_736_00],
    [500, federal.key, 11_285_00, 2_697_12, 13_982_12],
  ])('effort %d', (effort, fund, salary, fringe, total) => {
    const { result, cells } = calculateBudget(director(effort, fund), null)
    expect(cells.total('personnel', 'salary')).toBe(salary)
    expect(cells.total('personnel', 'fringe')).toBe(fringe)
    expect(result.totals.total).toEqual([total])
    expect(result.complete).toBe(true)
  })
})
