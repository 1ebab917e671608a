import { isVolunteer, paysEffort } from '#shared/budget/model/coaches.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import { type BudgetCategory, categoryOfRole, positionRoleLabels } from '#shared/budget/categories.ts'
import type { FundShares, ItemOf } from '#shared/budget/itemSchemas.ts'
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
  /** Coaches of whom only the number is known, as the staffing table has it: where, and which of its numbers. */
  counted: { site: string; as: Counted } | null
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
    ...countedAs(coachSource).flatMap((as) => byNumber(as, context)),
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
    counted: null,
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
      counted: null,
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

/** Coaches to be hired, and, where the ratio alone counts, those it needs who are appointed already. */
export type Counted = 'toHire' | 'filled'

export function countedAs(source: Assumptions['coachSource']): Counted[] {
  if (source === 'appointments') return []
  return source === 'rule' ? ['filled', 'toHire'] : ['toHire']
}

const countedNames: Record<Counted, string> = { toHire: 'Coaches to be hired', filled: 'Coaches by the ratio' }

export const countedName = (as: Counted, site: string, sites: ReadonlyMap<string, string>): string =>
  sites.size > 1 ? `${countedNames[as]} · ${site}` : countedNames[as]

/** One for each site: they are paid by the plan of coaches without their own. Without a plan the cost is not known. */
function byNumber(as: Counted, { labels, plan, sites }: Context): Employment[] {
  if (plan !== null && !paysEffort(plan.content) && !isVolunteer(plan.content)) return []
  return [...sites.keys()].map((site) => ({
    ...asCoach,
    id: `${as}|${site}`,
    name: countedName(as, site, sites),
    department: '',
    volunteer: plan !== null && isVolunteer(plan.content),
    open: as === 'toHire',
    headcount: 1,
    counted: { site, as },
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
