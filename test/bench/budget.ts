import { calculateScenarios, type CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import { totalsByHand } from '#test/bench/budgetByHand.ts'
import { largeBudget } from '#test/bench/budgetDocument.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'

/** What an edit costs while somebody types: a base and five scenarios of 250 coaches, 40 lines and 5 years. */
export const budgetBench = async (): Promise<Measured[]> => {
  const document = largeBudget()
  const ids = document.scenarios.map(({ id }) => id)
  let before = expectSame(document)
  let round = 0
  const calculate = (edited: BudgetDocument): void => {
    before = calculateScenarios(edited, ids, before)
  }
  const times = await interleaved(25, {
    assumption: () => calculate(withRatio(document, 6 + (round++ % 4))),
    position: () => calculate(withSalary(document, 90_000_00 + (round++ % 4) * 1_000_00)),
    coach: () => calculate(withEffort(document, 700 + (round++ % 4) * 100)),
    afresh: () => calculateScenarios(document, ids),
    byHand: () => [null, ...ids].map((id) => totalsByHand(applyScenario(document, id))),
  })
  const peer = { what: 'totals alone by a hand-written loop', value: times.byHand }
  const scenarios = 'six scenarios of 250 coaches, 40 lines, 5 years'
  return [
    { what: `${scenarios}: an assumption is edited`, value: times.assumption, unit: 'ms', target: 16, peer },
    { what: 'a salary is edited', value: times.position, unit: 'ms', target: 16, peer },
    { what: 'the effort of a coach is edited', value: times.coach, unit: 'ms', target: 16, peer },
    { what: 'all made afresh', value: times.afresh, unit: 'ms', peer },
  ]
}

function expectSame(document: BudgetDocument): CalculatedBudget[] {
  const ids = document.scenarios.map(({ id }) => id)
  const all = calculateScenarios(document, ids)
  for (const { inputs, result } of all) {
    const [found, wanted] = [result.totals.total.join(', '), totalsByHand(inputs).join(', ')]
    if (found !== wanted) throw new Error(`${result.scenario}: the loop finds ${wanted}, the tables ${found}`)
  }
  return all
}

const withRatio = (document: BudgetDocument, learnersPerCoach: number): BudgetDocument => ({
  ...document,
  budget: { ...document.budget, assumptions: { ...document.budget.assumptions, learnersPerCoach } },
})

const withSalary = (document: BudgetDocument, baseSalary: number): BudgetDocument => {
  const at = document.items.findIndex(({ kind }) => kind === 'position')
  const item = document.items[at]!
  if (item.kind !== 'position') return document
  return { ...document, items: document.items.with(at, { ...item, content: { ...item.content, baseSalary } }) }
}

const withEffort = (document: BudgetDocument, effort: number): BudgetDocument => {
  const at = document.items.findIndex(({ kind }) => kind === 'coachPay')
  const item = document.items[at]!
  if (item.kind !== 'coachPay') return document
  return { ...document, items: document.items.with(at, { ...item, content: { ...item.content, effort } }) }
}
