import { type AppointedCoach, paysStipend } from '#shared/budget/model/coaches.ts'
import { type Counted, countedAs, countedName } from '#shared/budget/model/employment.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { type Period, periodsOf } from '#shared/budget/model/periods.ts'
import type { Timings } from '#shared/budget/model/timing.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import { partOf } from '#shared/budget/model/tables/parts.ts'
import { groupKey, paidByAmount } from '#shared/budget/model/tables/payGroups.ts'
import { inItsYear } from '#shared/budget/model/tables/rates.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { staffingKey } from '#shared/budget/model/tables/staffing.ts'
import type { FundShares, ItemOf } from '#shared/budget/itemSchemas.ts'
import {
  add,
  column,
  divide,
  type Expression,
  literal,
  lookup,
  multiply,
  round,
} from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

/** How a row is figured: a stipend of the plan, of the coach alone, of coaches who are a number; amounts for what is done. */
const kinds = ['stipend', 'ownStipend', 'toHire', 'filled', 'perLearner', 'perMeeting'] as const
type Kind = (typeof kinds)[number]

const isNumber = (kind: Kind): kind is Counted => kind === 'toHire' || kind === 'filled'

const ofPlan = (amount: string): Expression => lookup('payPlans', column('plan'), amount)
const forAll = (expressionOf: (kind: Kind) => Expression): { computedByKind: Record<string, Expression> } => ({
  computedByKind: Object.fromEntries(kinds.map((kind) => [kind, expressionOf(kind)])),
})

/** Stipends, and amounts for learners and meetings: one row for each coach or site, fiscal year, period and fund. */
export const coachPayTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'coachPay',
  title: 'Coach pay',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'name', header: 'Name', unit: 'text' },
    { name: 'plan', header: 'Plan', unit: 'text' },
    { name: 'basis', header: 'For', unit: 'text' },
    { name: 'from', header: 'From', unit: 'day' },
    { name: 'to', header: 'To', unit: 'day' },
    {
      name: 'amount',
      header: 'Amount',
      unit: 'money',
      definition: 'A year, for each learner, or for each meeting held.',
      computedByKind: {
        stipend: ofPlan('stipend'),
        toHire: ofPlan('stipend'),
        filled: ofPlan('stipend'),
        perLearner: ofPlan('perLearner'),
        perMeeting: ofPlan('perMeeting'),
      },
    },
    {
      name: 'quantity',
      header: 'Quantity',
      unit: 'quantity',
      computedByKind: {
        stipend: literal(1),
        ownStipend: literal(1),
        toHire: literal(1),
        filled: literal(1),
        perLearner: lookup('payGroups', column('group'), 'learners'),
        perMeeting: lookup('payGroups', column('group'), 'meetings'),
      },
    },
    { name: 'group', header: 'Year, site and plan', unit: 'text' },
    { name: 'units', header: 'Months or days', unit: 'count', definition: 'Of the fiscal year, in this period.' },
    { name: 'of', header: 'Of', unit: 'count', definition: 'The months or days of the whole year.' },
    { name: 'need', header: 'Year and site', unit: 'text' },
    {
      name: 'headcount',
      header: 'Headcount',
      unit: 'count',
      computedByKind: {
        toHire: lookup('staffing', column('need'), 'toHire'),
        filled: lookup('staffing', column('need'), 'filled'),
      },
    },
    {
      name: 'payEach',
      header: 'Pay of each',
      unit: 'money',
      definition: 'Amount × quantity × part of the year, rounded to cents.',
      computed: round(
        multiply(column('amount'), column('quantity'), column('units'), divide(literal(1), column('of'))),
        'money',
      ),
    },
    { name: 'fringeClass', header: 'Fringe class', unit: 'text' },
    {
      name: 'fringeRate',
      header: 'Fringe rate',
      unit: 'rate',
      computed: inItsYear('fringe', column('fringeClass'), spans),
    },
    {
      name: 'fringeEach',
      header: 'Fringe of each',
      unit: 'money',
      definition: 'Pay of each × fringe rate, rounded to cents.',
      computed: round(multiply(column('payEach'), column('fringeRate')), 'money'),
    },
    { name: 'fund', header: 'Fund', unit: 'text' },
    { name: 'before', header: 'Share from', unit: 'rate', definition: 'The shares of the funds before this one.' },
    { name: 'through', header: 'Share to', unit: 'rate', definition: 'The shares up to and with this fund.' },
    { name: 'pay', header: 'Pay', unit: 'money', ...forAll((kind) => partOf('payEach', isNumber(kind))) },
    {
      name: 'fringe',
      header: 'Fringe',
      unit: 'money',
      ...forAll((kind) => partOf('fringeEach', isNumber(kind))),
    },
    { name: 'total', header: 'Total', unit: 'money', computed: add(column('pay'), column('fringe')) },
    { name: 'open', header: 'To be hired', unit: 'count', definition: '1 where nobody is appointed yet.' },
    { name: 'timing', header: 'Active', unit: 'text' },
  ],
})

const inputs = [
  'year',
  'name',
  'plan',
  'basis',
  'from',
  'to',
  'amount',
  'group',
  'units',
  'of',
  'need',
  'headcount',
  'fringeClass',
  'fund',
  'before',
  'through',
  'open',
  'timing',
] as const

interface Pay {
  id: string
  kind: Kind
  name: string
  basis: string
  plan: ItemOf<'payPlan'>
  amount: number | null
  /** The label of the site whose learners or hires are paid for. */
  site: string | null
  from: number | null
  to: number | null
  funds: FundShares
}

export function coachPayData(context: Context, timings: Timings): TableData {
  const rows = new Rows(inputs)
  const { coachSource } = context.inputs.assumptions
  const pays = [
    ...(coachSource === 'rule' ? [] : context.coaches.flatMap((coach) => stipendOf(coach, context))),
    ...countedAs(coachSource).flatMap((as) => stipendsByNumber(as, context)),
    ...paidByAmount(context).flatMap(({ plan, model }) => amountsOf(plan, model, context)),
  ]
  for (const pay of pays)
    for (const span of context.spans)
      for (const period of periodsOf(span, pay, context.funding(pay.funds).cuts, context.inputs.settings.prorateBy))
        addParts(rows, span, period, pay, timings.note('coaches', span, period), context)
  return rows.data()
}

function stipendOf({ coach, from, to, own, plan, funds }: AppointedCoach, { labels }: Context): Pay[] {
  if (plan === null || !paysStipend(plan.content)) return []
  const amount = own?.content.stipend ?? null
  const name = labels.coach.get(coach.appointmentId)!
  const kind = amount === null ? 'stipend' : 'ownStipend'
  return [{ id: coach.appointmentId, kind, name, basis: 'Stipend', plan, amount, site: null, from, to, funds }]
}

const always = { from: null, to: null, amount: null }

function stipendsByNumber(as: Counted, { plan, sites }: Context): Pay[] {
  if (plan === null || !paysStipend(plan.content)) return []
  const { funds } = plan.content
  return [...sites.keys()].map((site) => {
    const name = countedName(as, site, sites)
    return { ...always, id: `${as}|${site}`, kind: as, name, basis: 'Stipend', plan, site, funds }
  })
}

function amountsOf(plan: ItemOf<'payPlan'>, model: 'perLearner' | 'perMeeting', { sites }: Context): Pay[] {
  const basis = model === 'perLearner' ? 'Learners' : 'Meetings held'
  const { name, funds } = plan.content
  return [...sites.keys()].map((site) => {
    const full = sites.size > 1 ? `${name} · ${site}` : name
    return { ...always, id: `${plan.key}|${site}`, kind: model, name: full, basis, plan, site, funds }
  })
}

function addParts(
  rows: Rows<(typeof inputs)[number]>,
  span: YearSpan,
  period: Period,
  pay: Pay,
  timing: string,
  { funding, labels }: Context,
): void {
  const plan = labels.payPlan.get(pay.plan.key)!
  const fringeClass = labels.fringeClass.get(pay.plan.content.stipendFringeClass ?? '') ?? null
  const byAmount = pay.kind === 'perLearner' || pay.kind === 'perMeeting'
  const group = byAmount ? groupKey(span.label, pay.site!, plan) : null
  const need = isNumber(pay.kind) ? staffingKey(span.label, pay.site!) : null
  funding(pay.funds)
    .partsOn(period.from)
    .forEach(({ fund, before, through }, index) =>
      rows.add(`${pay.id}|${span.year}|${period.from}|${index}`, pay.kind, [
        span.label,
        pay.name,
        plan,
        pay.basis,
        period.from,
        period.to,
        pay.amount,
        group,
        period.units,
        period.of,
        need,
        1,
        fringeClass,
        fund,
        before,
        through,
        pay.kind === 'toHire' ? 1 : 0,
        timing,
      ]),
    )
}
