import type { Context } from '#shared/budget/model/context.ts'
import { doubtful, wrong } from '#shared/budget/model/problems/problem.ts'
import { paidCoaches } from '#shared/budget/model/problems/usedPlans.ts'
import { ratioOf } from '#shared/budget/model/tables/assumptions.ts'
import { levelLimits } from '#shared/budget/model/tables/staffing.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { Results } from '#shared/calculation/results.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { count } from '#shared/kernel/text.ts'

/** What staffing needs to know: ratio or hours, intakes, how coaches are paid; and who has more than they can take. */
export function staffingProblems(context: Context, cells: Results): BudgetProblem[] {
  return [
    ...needProblems(context),
    ...intakeProblems(context),
    ...payProblems(context, cells),
    ...loadProblems(context),
  ]
}

function needProblems({ inputs, sites }: Context): BudgetProblem[] {
  const { coachSource, hoursPerLearner, ratioBasis } = inputs.assumptions
  if (coachSource === 'appointments' || sites.size === 0) return []
  if (ratioBasis === 'hoursPerLearner')
    return hoursPerLearner === null
      ? [
          wrong('ratioMissing', 'Coaches are figured by hours. Enter the hours a learner needs in a year.', {
            field: 'hoursPerLearner',
          }),
        ]
      : []
  if (ratioOf(inputs) !== null || levelLimits(inputs).length > 0) return []
  return [
    wrong('ratioMissing', 'How many coaches are needed is not known. Enter the learners per coach.', {
      field: 'learnersPerCoach',
    }),
  ]
}

function intakeProblems({ learners }: Context): BudgetProblem[] {
  const years = [...new Set(learners.filter((row) => row.learners === null).map(({ year }) => year))]
  return years.slice(0, 1).map((year) =>
    wrong('amountMissing', `An intake up to ${formatFiscalYear(year)} is not known. Enter how many learners come in.`, {
      field: 'intakes',
      year,
    }),
  )
}

function payProblems(context: Context, cells: Results): BudgetProblem[] {
  const { inputs, plan, sites, spans } = context
  const unpaid = paidCoaches(context).filter((coach) => coach.plan === null)
  const hires = spans.some(({ year }) =>
    [...sites.keys()].some((site) => cells.amount('staffing', `${year}|${site}`, 'toHire') !== 0),
  )
  const hiring = inputs.assumptions.coachSource !== 'appointments' && plan === null && hires
  if (unpaid.length === 0 && !hiring) return []
  return [
    wrong('payPlanMissing', 'How coaches are paid is not known. Add a pay plan and choose it in the assumptions.', {
      field: 'payPlan',
    }),
  ]
}

function loadProblems(context: Context): BudgetProblem[] {
  return paidCoaches(context).flatMap(({ coach: { name, learners, capacity }, own }) =>
    capacity !== null && learners > capacity
      ? [
          doubtful(
            'coachOverCapacity',
            `${name} has ${count(learners, 'learner')}, and room for ${capacity}. Move some, or raise the capacity.`,
            { itemKey: own?.key ?? null, field: 'capacity' },
          ),
        ]
      : [],
  )
}
