import { type BudgetInputs, itemsOf } from '#shared/budget/model/inputs.ts'
import type { FundShares, ItemOf, PayPlan } from '#shared/budget/itemSchemas.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import { toDay } from '#shared/calculation/units.ts'

/** An appointed coach with what they are paid by: their own terms where there are any, those of the plan otherwise. */
export interface AppointedCoach {
  coach: StaffingFacts['coaches'][number]
  from: number | null
  to: number | null
  own: ItemOf<'coachPay'> | null
  plan: ItemOf<'payPlan'> | null
  /** Their own or their appointment's, in basis points; null: the plan's. */
  ownEffort: number | null
  funds: FundShares
}

/** `like` are the same coaches with other terms, whose days need not be read again. */
export function appointedCoaches(inputs: BudgetInputs, like: readonly AppointedCoach[] | null): AppointedCoach[] {
  const plans = new Map(itemsOf(inputs, 'payPlan').map((plan) => [plan.key, plan]))
  const pays = new Map(itemsOf(inputs, 'coachPay').map((pay) => [pay.content.appointmentId, pay]))
  return inputs.facts.coaches.map((coach, at) => {
    const own = pays.get(coach.appointmentId) ?? null
    const plan = plans.get(own?.content.payPlan ?? inputs.assumptions.payPlan ?? '') ?? null
    const ownFunds = own?.content.funds ?? []
    return {
      coach,
      ...daysOf(coach, like?.[at]),
      own,
      plan,
      ownEffort: own?.content.effort ?? coach.effort,
      funds: ownFunds.length > 0 ? ownFunds : (plan?.content.funds ?? []),
    }
  })
}

function daysOf(
  { startsOn, endsOn }: StaffingFacts['coaches'][number],
  like: AppointedCoach | undefined,
): Pick<AppointedCoach, 'from' | 'to'> {
  if (like) return { from: like.from, to: like.to }
  return { from: startsOn === null ? null : toDay(startsOn), to: endsOn === null ? null : toDay(endsOn) }
}

/** The plan that coaches without their own are paid by, those to be hired among them. */
export const defaultPlan = (inputs: BudgetInputs): ItemOf<'payPlan'> | null =>
  itemsOf(inputs, 'payPlan').find(({ key }) => key === inputs.assumptions.payPlan) ?? null

export const paysEffort = ({ model }: PayPlan): boolean => model === 'effort' || model === 'hybrid'
export const paysStipend = ({ model }: PayPlan): boolean => model === 'stipend' || model === 'hybrid'
export const isVolunteer = ({ model }: PayPlan): boolean => model === 'volunteer'

/** Whether somebody is there on half of the days of a fiscal year or more. */
export function inYear(
  { first, last, days }: { first: number; last: number; days: number },
  { from, to }: { from: number | null; to: number | null },
): boolean {
  return 2 * (Math.min(last, to ?? last) - Math.max(first, from ?? first) + 1) >= days
}
