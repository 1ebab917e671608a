import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import { toDay } from '#shared/calculation/units.ts'

/**
 * The fields that rows are made of. Amounts and rates are not among them: rows look those up in tables, so that an edit
 * of an amount leaves all rows as they are.
 */
const fields: Readonly<Record<BudgetItem['kind'], readonly string[]>> = {
  fund: ['name', 'startsOn', 'endsOn', 'appliesCap'],
  fringeClass: ['name'],
  salaryCap: ['fromOn', 'amount', 'source'],
  position: [
    'role',
    'title',
    'holder',
    'department',
    'headcount',
    'startsOn',
    'endsOn',
    'fringeClass',
    'raises',
    'funds',
    'note',
  ],
  payPlan: ['name', 'model', 'fringeClass', 'stipendFringeClass', 'funds'],
  coachPay: ['appointmentId', 'payPlan', 'stipend', 'funds', 'note'],
  line: [
    'category',
    'item',
    'driver',
    'quantity',
    'unit',
    'inflates',
    'firstYear',
    'lastYear',
    'funds',
    'justification',
  ],
}

/** Fields of which rows ask only whether they are known, and whether they are zero. */
const asked: Partial<Record<BudgetItem['kind'], readonly string[]>> = {
  position: ['effort'],
  payPlan: ['effort'],
  coachPay: ['baseSalary', 'effort'],
}

/** Whether the rows of people made for one would be made for the other too. */
export function samePeople(one: BudgetInputs, other: BudgetInputs, spans: readonly YearSpan[]): boolean {
  return (
    one.settings === other.settings &&
    one.facts === other.facts &&
    one.assumptions.coachSource === other.assumptions.coachSource &&
    one.assumptions.payPlan === other.assumptions.payPlan &&
    one.assumptions.raises === other.assumptions.raises &&
    // Sites come from learners, and learners from intakes.
    one.assumptions.intakes === other.assumptions.intakes &&
    sameItems(one, other, ({ kind }) => kind !== 'line', stepsInside(one, spans) ? ['baseSalary'] : [])
  )
}

/** Whether the rows of lines would be the same. */
export const sameLines = (one: BudgetInputs, other: BudgetInputs): boolean =>
  one.settings === other.settings && sameItems(one, other, ({ kind }) => kind === 'line' || kind === 'fund', [])

/** Whether a step of the cap lies inside a year: then a salary says where its rows are cut. */
const stepsInside = ({ items }: BudgetInputs, spans: readonly YearSpan[]): boolean =>
  items.some((item) => {
    if (item.kind !== 'salaryCap') return false
    const day = toDay(item.content.fromOn)
    return spans.some(({ first, last }) => first < day && day <= last)
  })

function sameItems(
  one: BudgetInputs,
  other: BudgetInputs,
  isOf: (item: BudgetItem) => boolean,
  more: readonly string[],
): boolean {
  const [a, b] = [one.items.filter(isOf), other.items.filter(isOf)]
  return a.length === b.length && a.every((item, at) => item === b[at] || sameRows(item, b[at]!, more))
}

function sameRows(one: BudgetItem, other: BudgetItem, more: readonly string[]): boolean {
  if (one.key !== other.key || one.kind !== other.kind) return false
  const [a, b]: Record<string, unknown>[] = [one.content, other.content]
  return (
    [...fields[one.kind], ...more].every((field) => a![field] === b![field]) &&
    (asked[one.kind] ?? []).every((field) => standing(a![field]) === standing(b![field]))
  )
}

const standing = (value: unknown): unknown => (value === null || value === 0 ? value : 'some')
