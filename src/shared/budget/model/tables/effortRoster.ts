import type { Context } from '#shared/budget/model/context.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import {
  cell,
  column,
  compare,
  divide,
  equal,
  literal,
  lookup,
  multiply,
  round,
  text,
  when,
} from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

/** Who carries how much for their effort, in the first fiscal year. */
export const effortRosterTable: TableShape = {
  name: 'effortRoster',
  title: 'Effort roster',
  columns: [
    { name: 'coach', header: 'Coach', unit: 'text' },
    { name: 'site', header: 'Site', unit: 'text' },
    { name: 'plan', header: 'Plan', unit: 'text' },
    {
      name: 'effort',
      header: 'Effort',
      unit: 'rate',
      computedByKind: {
        'plan capacity': lookup('payPlans', column('plan'), 'effort'),
        'plan ratio': lookup('payPlans', column('plan'), 'effort'),
        'plan none': lookup('payPlans', column('plan'), 'effort'),
      },
    },
    { name: 'learners', header: 'Learners', unit: 'count', definition: 'Paired with the coach now.' },
    {
      name: 'limit',
      header: 'Room for',
      unit: 'count',
      definition: 'Learners that the coach has room for: the appointment’s, or the ratio’s.',
      computedByKind: {
        'plan ratio': cell('assumptions', 'learnersPerCoach'),
        'own ratio': cell('assumptions', 'learnersPerCoach'),
      },
    },
    {
      name: 'perTenth',
      header: 'Learners per 0.1 FTE',
      unit: 'quantity',
      computed: round(divide(multiply(column('learners'), literal(1000, 'rate')), column('effort')), 'quantity'),
    },
    {
      name: 'load',
      header: 'Load',
      unit: 'text',
      computed: when(
        compare(column('learners'), '>', column('limit')),
        text('Over'),
        when(equal(column('learners'), column('limit')), text('Fit'), text('Room')),
      ),
    },
  ],
}

export function effortRosterData({ coaches, labels, siteOf, inputs, spans }: Context): TableData {
  const rows = new Rows(['coach', 'site', 'plan', 'effort', 'learners', 'limit'])
  const ratio = inputs.assumptions.learnersPerCoach ?? inputs.facts.design.learnersPerCoach
  for (const { coach, plan, ownEffort, from, to } of coaches) {
    if ((to ?? spans[0]!.first) < spans[0]!.first || (from ?? spans[0]!.last) > spans[0]!.last) continue
    const room = coach.capacity !== null ? 'capacity' : ratio === null ? 'none' : 'ratio'
    const kind = `${ownEffort === null && plan !== null ? 'plan' : 'own'} ${room}`
    const planLabel = labels.payPlan.get(plan?.key ?? '') ?? null
    const values = [siteOf(coach.site), planLabel, ownEffort, coach.learners, coach.capacity]
    rows.add(coach.appointmentId, kind, [labels.coach.get(coach.appointmentId)!, ...values])
  }
  return rows.data()
}
