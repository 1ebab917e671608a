import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Where a value is entered: a field of an item, or of the assumptions (null), and the fiscal year of it. */
export interface Source {
  itemKey: Id | null
  field: string
  year: number | null
}

/** Columns of tables, as the fields of items or of the assumptions are called. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assumptions: {
    coachSource: 'coachSource',
    learnersPerCoach: 'learnersPerCoach',
    hoursPerLearner: 'hoursPerLearner',
    hoursPerYear: 'hoursPerYear',
    meetingsPerLearner: 'meetingsPerLearner',
    heldShare: 'heldShare',
    sessions: 'sessionsPerYear',
    administrations: 'administrationsPerYear',
    vacancy: 'vacancy',
  },
  years: { raise: 'raises', inflation: 'inflation' },
  levelLimits: { learnersPerCoach: 'learnersPerCoachByLevel' },
  learners: { learners: 'intakes' },
  caps: { amount: 'amount' },
  funds: { indirectRate: 'indirectRate' },
  payPlans: { effort: 'effort', stipend: 'stipend', perLearner: 'perLearner', perMeeting: 'perMeeting' },
  salaries: { base: 'baseSalary' },
  unitCosts: { cost: 'unitCost' },
  personnel: { effort: 'effort', headcount: 'headcount', through: 'funds', before: 'funds' },
  coachPay: { amount: 'stipend', through: 'funds', before: 'funds' },
  lines: { quantity: 'quantity', through: 'funds', before: 'funds' },
}

/** Fields that have a value for each fiscal year, which stand in a column of their own. */
const yearFields: Readonly<Record<string, string>> = { fringe: 'rates', funds: 'amounts' }

/** Where the value of a cell was entered; null where it is made of others, or comes from the roster. */
export function sourceOf(
  { rows, shapes }: CalculatedBudget,
  { table, id, column }: { table: string; id: string; column: string },
): Source | null {
  const made = shapes.get(table)?.columns.find(({ name }) => name === column)
  const kind = rows.data[table]?.kinds?.[rows.data[table].ids.indexOf(id)] ?? ''
  if (made?.computed ?? made?.computedByKind?.[kind]) return null
  const year = /^y(\d{4})$/.exec(column)
  if (year) {
    const field = yearFields[table]
    return field === undefined ? null : { itemKey: id, field, year: Number(year[1]) }
  }
  const field = fields[table]?.[column]
  if (field === undefined) return null
  if (table === 'years') return { itemKey: null, field, year: Number(id) }
  if (table === 'assumptions' || table === 'levelLimits' || table === 'learners')
    return { itemKey: null, field, year: null }
  // The ids of long tables begin with the key of what the row is of: an item, or the appointment of a coach.
  const key = id.split('|')[0]!
  return { itemKey: itemOf(rows.context.items, key), field, year: null }
}

function itemOf(items: CalculatedBudget['rows']['context']['items'], key: string): Id | null {
  if (items.has(key)) return key
  for (const item of items.values()) if (item.kind === 'coachPay' && item.content.appointmentId === key) return item.key
  return null
}
