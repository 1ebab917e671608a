import { isVolunteer, paysEffort } from '#shared/budget/model/coaches.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import {
  type BudgetCategory,
  categoryOfRole,
  type FundShares,
  type ItemOf,
  positionRoleLabels,
} from '#shared/budget/schema.ts'
import { toDay } from '#shared/calculation/units.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** Somebody paid by effort (or volunteering it): a position, an appointed coach, or the coaches to be hired at a site. */
export interface Employment {
  id: string
  name: string
  role: string
  department: string
  category: BudgetCategory
  volunteer: boolean
  /** Whether a place is not filled: what vacancy is reckoned on. */
  open: boolean
  headcount: number
  /** The label of the site whose coaches are to be hired, their number as the staffing table has it. */
  hiredAt: string | null
  /** The label of the position, where it is one. */
  position: string | null
  /** The label of the plan a coach is paid by. */
  plan: string | null
  /** The key of the item that has the base salary. */
  salary: string | null
  /** null: as the plan says. */
  effort: number | null
  fringeClass: string | null
  from: number | null
  to: number | null
  funds: FundShares
  note: string
}

const dayOf = (date: PlainDate | null): number | null => (date === null ? null : toDay(date))

/** Who has an effort to show. A position without effort costs nothing; of some volunteers nobody knows the effort. */
export function employmentsOf(context: Context): Employment[] {
  const { coachSource } = context.inputs.assumptions
  const efforts = new Set(
    itemsOf(context.inputs, 'payPlan')
      .filter(({ content }) => content.effort !== null)
      .map(({ key }) => context.labels.payPlan.get(key) ?? null),
  )
  const all = [
    ...itemsOf(context.inputs, 'position').map((item) => ofPosition(item, context)),
    ...(coachSource === 'rule' ? [] : appointed(context)),
    ...(coachSource === 'appointments' ? [] : hires(context)),
  ]
  return all.filter(({ effort, volunteer, plan }) => (effort === null ? !volunteer || efforts.has(plan) : effort > 0))
}

function ofPosition({ key, content }: ItemOf<'position'>, { labels }: Context): Employment {
  const { role, title, holder } = content
  return {
    id: key,
    name: holder || 'To be hired',
    role: title || positionRoleLabels[role],
    department: content.department,
    category: categoryOfRole[role],
    volunteer: false,
    open: holder === '',
    headcount: content.headcount,
    hiredAt: null,
    position: labels.position.get(key)!,
    plan: null,
    salary: key,
    effort: content.effort,
    fringeClass: content.fringeClass,
    from: dayOf(content.startsOn),
    to: dayOf(content.endsOn),
    funds: content.funds,
    note: content.note,
  }
}

const asCoach = { role: positionRoleLabels.coach, category: 'coaches', position: null } as const

function appointed({ coaches, labels }: Context): Employment[] {
  return coaches
    .filter(({ plan }) => plan === null || paysEffort(plan.content) || isVolunteer(plan.content))
    .map(({ coach, from, to, own, plan, ownEffort, funds }) => ({
      ...asCoach,
      id: coach.appointmentId,
      name: labels.coach.get(coach.appointmentId)!,
      department: coach.department,
      volunteer: plan !== null && isVolunteer(plan.content),
      open: false,
      headcount: 1,
      hiredAt: null,
      plan: plan && labels.payPlan.get(plan.key)!,
      salary: own !== null && own.content.baseSalary !== null ? own.key : (plan?.key ?? null),
      effort: ownEffort,
      fringeClass: plan?.content.fringeClass ?? null,
      from,
      to,
      funds,
      note: own?.content.note ?? '',
    }))
}

/** One for each site: they are paid by the plan of coaches without their own. Without a plan the cost is not known. */
function hires({ labels, plan, sites }: Context): Employment[] {
  if (plan !== null && !paysEffort(plan.content) && !isVolunteer(plan.content)) return []
  return [...sites.keys()].map((site) => ({
    ...asCoach,
    id: `hire|${site}`,
    name: sites.size > 1 ? `Coaches to be hired · ${site}` : 'Coaches to be hired',
    department: '',
    volunteer: plan !== null && isVolunteer(plan.content),
    open: true,
    headcount: 1,
    hiredAt: site,
    plan: plan && labels.payPlan.get(plan.key)!,
    salary: plan?.key ?? null,
    effort: null,
    fringeClass: plan?.content.fringeClass ?? null,
    from: null,
    to: null,
    funds: plan?.content.funds ?? [],
    note: '',
  }))
}
