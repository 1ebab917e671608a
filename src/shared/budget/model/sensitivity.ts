import { calculate, type CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { defaultPlan } from '#shared/budget/model/coaches.ts'
import { stepsOf } from '#shared/budget/model/assumptionSteps.ts'
import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import { ratioOf } from '#shared/budget/model/tables/assumptions.ts'
import type { Sensitivity } from '#shared/budget/resultSchema.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

interface Wanted {
  /** Learners per coach; around the present ratio if absent. */
  ratios?: readonly number[] | undefined
  /** Basis points of each coach without their own; around the present effort if absent. */
  efforts?: readonly number[] | undefined
}

/** The total of the first fiscal year by ratio and effort, and what one step of each assumption does to it. */
export function sensitivity(document: BudgetDocument, scenarioId: Id | null, wanted: Wanted = {}): Sensitivity {
  const all = applyScenario(document, scenarioId)
  const inputs = { ...all, settings: { ...all.settings, years: 1 } }
  const ratios = [...(wanted.ratios ?? ratiosAround(ratioOf(inputs) ?? 8))]
  const efforts = [...(wanted.efforts ?? effortsAround(defaultPlan(inputs)?.content.effort ?? 1000))]
  const present = calculate(inputs)
  const drivers = stepsOf(inputs).map(({ assumption, from, to, inputs: stepped }) => {
    const change = difference(totalOf(calculate(stepped, present)), totalOf(present))
    return { assumption, from, to, change }
  })
  const byEffort = efforts.map((effort) => {
    const alike = calculate(withEffort(inputs, effort))
    return ratios.map((ratio) => totalOf(calculate(withRatio(alike.inputs, ratio), alike)))
  })
  return {
    year: inputs.settings.firstYear,
    ratios,
    efforts,
    totals: ratios.map((_, row) => byEffort.map((totals) => totals[row]!)),
    drivers: drivers.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0)),
  }
}

const totalOf = ({ result }: CalculatedBudget): number | null => result.totals.total[0]!

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other

const ratiosAround = (ratio: number): number[] =>
  [...new Set([-4, -2, 0, 2, 4].map((step) => Math.max(1, ratio + step)))].toSorted((a, b) => a - b)

/** Steps of 0.025 FTE, or smaller ones where the effort is small. */
function effortsAround(effort: number): number[] {
  const step = effort >= 500 ? 250 : 100
  const efforts = [-2, -1, 0, 1, 2].map((steps) => Math.min(10_000, Math.max(0, effort + steps * step)))
  return [...new Set(efforts)].toSorted((a, b) => a - b)
}

/**
 * As many coaches as that ratio needs, whoever is appointed and whatever limits class years have: otherwise a looser
 * ratio would change nothing.
 */
const withRatio = (inputs: BudgetInputs, learnersPerCoach: number): BudgetInputs => ({
  ...inputs,
  assumptions: {
    ...inputs.assumptions,
    coachSource: 'rule',
    ratioBasis: 'learnersPerCoach',
    learnersPerCoach,
    learnersPerCoachByLevel: [],
  },
})

/** The effort of every plan that coaches are paid by, and of coaches whose appointment says another: all alike. */
function withEffort(inputs: BudgetInputs, effort: number): BudgetInputs {
  const items = inputs.items.map((item): BudgetItem => {
    if (item.kind === 'payPlan') return { ...item, content: { ...item.content, effort } }
    if (item.kind === 'coachPay') return { ...item, content: { ...item.content, effort: null } }
    return item
  })
  const coaches = inputs.facts.coaches.map((coach) => ({ ...coach, effort: null }))
  return { ...inputs, items, facts: { ...inputs.facts, coaches } }
}
