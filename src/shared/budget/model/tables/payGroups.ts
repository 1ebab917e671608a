import { defaultPlan } from '#shared/budget/model/coaches.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { staffingKey } from '#shared/budget/model/tables/staffing.ts'
import type { ItemOf } from '#shared/budget/itemSchemas.ts'
import {
  add,
  cell,
  column,
  divide,
  equal,
  type Expression,
  literal,
  lookup,
  multiply,
  round,
  sum,
  text,
  when,
} from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

export const groupKey = (year: string, site: string, plan: string): string => `${year} · ${site} · ${plan}`

/** The plans that pay for learners or meetings and that somebody is paid by. */
export function paidByAmount({
  inputs,
  coaches,
}: Context): { plan: ItemOf<'payPlan'>; model: 'perLearner' | 'perMeeting' }[] {
  const used = new Set([defaultPlan(inputs)?.key, ...coaches.map(({ plan }) => plan?.key)])
  return itemsOf(inputs, 'payPlan').flatMap((plan) => {
    const { model } = plan.content
    return (model === 'perLearner' || model === 'perMeeting') && used.has(plan.key) ? [{ plan, model }] : []
  })
}

const staffed = (name: string): Expression => lookup('staffing', column('need'), name)
const fromRule = equal(cell('assumptions', 'coachSource'), text('rule'))

/**
 * The learners that the coaches of one plan look after at a site: theirs by their part of all its coaches, so that every
 * learner is paid for once whoever is paired with whom.
 */
export const payGroupsTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'payGroups',
  title: 'Learners and meetings by plan',
  key: 'key',
  columns: [
    { name: 'key', header: 'Year, site and plan', unit: 'text' },
    { name: 'need', header: 'Year and site', unit: 'text' },
    { name: 'site', header: 'Site', unit: 'text' },
    { name: 'plan', header: 'Plan', unit: 'text' },
    { name: 'hires', header: 'Takes hires', unit: 'count', definition: '1 where coaches to be hired are paid by it.' },
    {
      name: 'appointed',
      header: 'Appointed',
      unit: 'count',
      computedByKind: Object.fromEntries(
        spans.map(({ year, label }) => [
          label,
          when(fromRule, literal(0), sum('coaches', yearColumn(year), { site: column('site'), plan: column('plan') })),
        ]),
      ),
    },
    {
      name: 'coaches',
      header: 'Coaches',
      unit: 'count',
      computed: when(
        equal(column('hires'), literal(1)),
        add(column('appointed'), staffed('filled'), staffed('toHire')),
        column('appointed'),
      ),
    },
    {
      name: 'learners',
      header: 'Learners',
      unit: 'quantity',
      definition: 'Of the site, by the part that the coaches of the plan are of all its coaches.',
      computed: when(
        equal(column('coaches'), literal(0)),
        literal(0),
        round(divide(multiply(staffed('learners'), column('coaches')), staffed('coaches')), 'quantity'),
      ),
    },
    {
      name: 'meetings',
      header: 'Meetings held',
      unit: 'quantity',
      computed: round(
        multiply(column('learners'), cell('assumptions', 'meetingsPerLearner'), cell('assumptions', 'heldShare')),
        'quantity',
      ),
    },
  ],
})

export function payGroupsData(context: Context): TableData {
  const rows = new Rows(['key', 'need', 'site', 'plan', 'hires'])
  for (const { plan } of paidByAmount(context)) {
    const label = context.labels.payPlan.get(plan.key)!
    const hires = plan.key === context.plan?.key ? 1 : 0
    for (const span of context.spans)
      for (const site of context.sites.keys())
        rows.add(`${plan.key}|${span.year}|${site}`, span.label, [
          groupKey(span.label, site, label),
          staffingKey(span.label, site),
          site,
          label,
          hires,
        ])
  }
  return rows.data()
}
