import type { AppointedCoach } from '#shared/budget/model/coaches.ts'
import { type Context, inHorizon } from '#shared/budget/model/context.ts'
import type { ItemOf } from '#shared/budget/itemSchemas.ts'

export interface UsedPlan {
  plan: ItemOf<'payPlan'>
  /** The appointed coaches who are paid by it in these years. */
  coaches: readonly AppointedCoach[]
  /** Whether coaches to be hired are paid by it. */
  hires: boolean
}

/** The coaches who are appointed in some year of the budget and paid by it. */
export const paidCoaches = (context: Context): AppointedCoach[] =>
  context.inputs.assumptions.coachSource === 'rule' ? [] : context.coaches.filter((coach) => inHorizon(context, coach))

/** The plans that somebody is paid by. */
export function usedPlans(context: Context): UsedPlan[] {
  const coaches = paidCoaches(context)
  const hires = context.inputs.assumptions.coachSource !== 'appointments'
  return context.inputs.items.flatMap((item) => {
    if (item.kind !== 'payPlan') return []
    const own = coaches.filter(({ plan }) => plan?.key === item.key)
    const takesHires = hires && context.plan?.key === item.key
    return own.length > 0 || takesHires ? [{ plan: item, coaches: own, hires: takesHires }] : []
  })
}
