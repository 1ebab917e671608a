import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculateBudget, type CalculatedBudget, calculateScenarios } from '#shared/budget/model/calculate.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { BudgetDocument, Difference } from '#shared/budget/schema.ts'
import { completeBudget } from '#test/budget/modelArbitrary.ts'
import { scenarioId } from '#test/budget/modelFixture.ts'

const sum = (figures: readonly (number | null)[]): number => figures.reduce<number>((total, each) => total + each!, 0)

describe('thousands of random budgets', () => {
  test('add up to the cent: funds to the position, months to the year, categories and funds to the total', () => {
    fc.assert(
      fc.property(completeBudget, (document) => {
        const calculated = calculateBudget(document, null)
        expectKnown(calculated)
        expectPartsToMakeTheirWhole(calculated)
        expectTotals(calculated)
      }),
      { numRuns: 2000 },
    )
  }, 120_000)

  test('a scenario comes to what the base with its differences comes to, made afresh or from the base', () => {
    fc.assert(
      fc.property(completeBudget, fc.array(change, { maxLength: 6 }), (document, changes) => {
        const differences = changes.flatMap((of) => of(document))
        const asScenario = { ...document, scenarios: [{ ...document.scenarios[0]!, differences }] }
        const { result } = calculateBudget(asScenario, scenarioId)
        const before = calculateScenarios(asScenario, [scenarioId], calculateScenarios(document, [scenarioId]))
        expect(before[1]!.result).toEqual(result)
        expect(calculateScenarios(document, [scenarioId], before)[1]!.result).toEqual(plain(document))
        const { result: expected } = calculateBudget(differences.reduce(changed, document), null)
        expect({ ...result, scenarioId: null, scenario: 'Base' }).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  }, 120_000)
})

/** A scenario without differences. */
const plain = (document: BudgetDocument): BudgetResult => ({
  ...calculateBudget(document, null).result,
  scenarioId,
  scenario: 'Other',
})

function expectKnown({ result }: CalculatedBudget): void {
  const { learners, coaches, fte, direct, total } = result.totals
  expect([learners, coaches, fte, direct, total].flat()).not.toContain(null)
}

/** The rows of one period, where the funds have one whole: those that apply a cap have their own. */
function expectPartsToMakeTheirWhole({ cells }: CalculatedBudget): void {
  for (const ids of Map.groupBy(cells.ids('personnel'), (id) => id.slice(0, id.lastIndexOf('|'))).values()) {
    const of = (name: string): number[] => ids.map((id) => cells.amount('personnel', id, name)!)
    if (new Set(of('salaryEach')).size > 1) continue
    const headcount = of('headcount')[0]!
    expect(sum(of('salary'))).toBe(of('salaryEach')[0]! * headcount)
    expect(sum(of('fringe'))).toBe(of('fringeEach')[0]! * headcount)
  }
}

function expectTotals({ result }: CalculatedBudget): void {
  result.totals.total.forEach((total, at) => {
    expect(sum(result.byCategory.map(({ cost }) => cost[at]!))).toBe(total)
    expect(sum(result.byFund.map(({ cost }) => cost[at]!))).toBe(total)
  })
  for (const { category, cost } of result.byCategory) {
    const months = result.months.map(({ byCategory }) => byCategory.find((row) => row.category === category)!.cost)
    expect(sum(months)).toBe(cost[0])
  }
}

/** A difference of some kind, made for a budget: nothing where the budget has no such item. */
const change: fc.Arbitrary<(document: BudgetDocument) => Difference[]> = fc
  .record({
    what: fc.constantFrom('ratio', 'vacancy', 'salary', 'effort', 'work', 'ownEffort', 'unitCost', 'removed', 'endsOn'),
    number: fc.integer({ min: 1, max: 5000 }),
    at: fc.nat(20),
  })
  .map(({ what, number, at }) => ({ items }) => {
    const pick = (kind: string): string[] => {
      const keys = items.filter((item) => item.kind === kind).map(({ key }) => key)
      return keys.length === 0 ? [] : [keys[at % keys.length]!]
    }
    const ofItem = (kind: string, field: string, value: Difference['value']): Difference[] =>
      pick(kind).map((itemKey) => ({ itemKey, field, value }))
    switch (what) {
      case 'ratio':
        return [{ itemKey: null, field: 'learnersPerCoach', value: (number % 12) + 1 }]
      case 'vacancy':
        return [{ itemKey: null, field: 'vacancy', value: number }]
      case 'salary':
        return ofItem('position', 'baseSalary', number * 10_000)
      case 'effort':
        return ofItem('payPlan', 'effort', number)
      case 'work':
        return ofItem('position', 'effort', number - 1)
      case 'ownEffort':
        return ofItem('coachPay', 'effort', number % 3 === 0 ? null : number - 1)
      case 'unitCost':
        return ofItem('line', 'unitCost', number)
      case 'removed':
        return ofItem('position', 'removed', true)
      default:
        return ofItem('fund', 'endsOn', '2027-06-30')
    }
  })

/** The budget with a difference made in its base. */
function changed(document: BudgetDocument, { itemKey, field, value }: Difference): BudgetDocument {
  if (itemKey === null) {
    const assumptions = { ...document.budget.assumptions, [field]: value }
    return { ...document, budget: { ...document.budget, assumptions } }
  }
  if (field === 'removed') return { ...document, items: document.items.filter(({ key }) => key !== itemKey) }
  const items = document.items.map((item) =>
    item.key === itemKey ? ({ ...item, content: { ...item.content, [field]: value } } as typeof item) : item,
  )
  return { ...document, items }
}
