import { type BudgetInputs, itemsOf } from '#shared/budget/model/inputs.ts'
import { defaultPlan, paysEffort, paysStipend } from '#shared/budget/model/coaches.ts'
import { meetingsOf, ratioOf } from '#shared/budget/model/tables/assumptions.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetItem, PayPlan } from '#shared/budget/itemSchemas.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'

/** One assumption moved by one step, in words, with the budget it would make. */
export interface Step {
  /** "Learners per coach" */
  assumption: string
  from: string
  to: string
  inputs: BudgetInputs
}

const percent = (rate: number): string => `${rate / 100} %`

/** One step of each assumption that is in use. */
export function stepsOf(inputs: BudgetInputs): Step[] {
  const { assumptions } = inputs
  const plan = defaultPlan(inputs)
  const ratio = ratioOf(inputs)
  const meetings = meetingsOf(inputs)
  const step = (assumption: string, from: string, to: string, changed: BudgetInputs): Step => ({
    assumption,
    from,
    to,
    inputs: changed,
  })
  const assume = (changes: Partial<Assumptions>): BudgetInputs => ({
    ...inputs,
    assumptions: { ...assumptions, ...changes },
  })
  const pay = (changes: Partial<PayPlan>): BudgetInputs => ({
    ...inputs,
    items: inputs.items.map((item): BudgetItem =>
      item.kind === 'payPlan' && item.key === plan?.key ? { ...item, content: { ...item.content, ...changes } } : item,
    ),
  })
  const steps: Step[] = []

  if (assumptions.ratioBasis === 'learnersPerCoach' && ratio !== null)
    steps.push(step('Learners per coach', String(ratio), String(ratio + 1), assume({ learnersPerCoach: ratio + 1 })))
  if (assumptions.ratioBasis === 'hoursPerLearner' && assumptions.hoursPerLearner !== null) {
    const hours = assumptions.hoursPerLearner
    steps.push(
      step('Hours per learner', String(hours / 100), String(hours / 100 + 1), assume({ hoursPerLearner: hours + 100 })),
    )
  }
  if (plan !== null && paysEffort(plan.content) && plan.content.effort !== null) {
    const { effort } = plan.content
    const more = effort + effortStep
    steps.push(step('Effort of each coach (FTE)', formatEffort(effort), formatEffort(more), withMoreEffort(inputs)))
  }
  if (plan !== null)
    steps.push(...paySteps(plan.content, (from, to, name, changes) => step(name, from, to, pay(changes))))
  if (meetings !== null)
    steps.push(
      step(
        'Meetings per learner',
        String(meetings),
        String(meetings + 1),
        assume({ meetingsPerLearner: meetings + 1 }),
      ),
    )
  const vacancy = Math.min(10_000, assumptions.vacancy + 100)
  steps.push(step('Vacancy', percent(assumptions.vacancy), percent(vacancy), assume({ vacancy })))
  return [...steps, ...rateSteps(inputs)]
}

/** 0.01 FTE */
const effortStep = 100

/** Every coach with so much more effort: by their plan, their appointment, or said of them alone. */
function withMoreEffort(inputs: BudgetInputs): BudgetInputs {
  const more = (effort: number | null): number | null =>
    effort === null ? null : Math.min(10_000, effort + effortStep)
  const items = inputs.items.map((item): BudgetItem => {
    if (item.kind === 'payPlan') return { ...item, content: { ...item.content, effort: more(item.content.effort) } }
    if (item.kind === 'coachPay') return { ...item, content: { ...item.content, effort: more(item.content.effort) } }
    return item
  })
  const coaches = inputs.facts.coaches.map((coach) => ({ ...coach, effort: more(coach.effort) }))
  return { ...inputs, items, facts: { ...inputs.facts, coaches } }
}

type PayStep = (from: string, to: string, assumption: string, changes: Partial<PayPlan>) => Step

function paySteps(plan: PayPlan, step: PayStep): Step[] {
  const steps: Step[] = []
  const { baseSalary, stipend, perLearner, perMeeting } = plan
  const amounts = [
    ['Base salary of a coach', 'baseSalary', paysEffort(plan) ? baseSalary : null, 10_000_00],
    ['Stipend of a coach', 'stipend', paysStipend(plan) ? stipend : null, 500_00],
    ['Amount for each learner', 'perLearner', plan.model === 'perLearner' ? perLearner : null, 50_00],
    ['Amount for each meeting', 'perMeeting', plan.model === 'perMeeting' ? perMeeting : null, 10_00],
  ] as const
  for (const [assumption, field, amount, more] of amounts)
    if (amount !== null)
      steps.push(
        step(formatMoney(amount, { cents: false }), formatMoney(amount + more, { cents: false }), assumption, {
          [field]: amount + more,
        }),
      )
  return steps
}

/** Each fringe rate in the first fiscal year by one percentage point. */
function rateSteps(inputs: BudgetInputs): Step[] {
  const year = String(inputs.settings.firstYear)
  return itemsOf(inputs, 'fringeClass').flatMap((fringe) => {
    const rate = fringe.content.rates[year]
    if (rate === undefined) return []
    const rates = { ...fringe.content.rates, [year]: rate + 100 }
    const items = inputs.items.map((item): BudgetItem =>
      item === fringe ? { ...fringe, content: { ...fringe.content, rates } } : item,
    )
    const assumption = `Fringe of ${fringe.content.name}`
    return [{ assumption, from: percent(rate), to: percent(rate + 100), inputs: { ...inputs, items } }]
  })
}
