import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { type Counted, type Employment, employmentsOf } from '#shared/budget/model/employment.ts'
import { type Period, periodsOf } from '#shared/budget/model/periods.ts'
import type { Timings } from '#shared/budget/model/timing.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import { capSplits } from '#shared/budget/model/capSplits.ts'
import { inItsYear } from '#shared/budget/model/tables/rates.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { partOf } from '#shared/budget/model/tables/parts.ts'
import { staffingKey } from '#shared/budget/model/tables/staffing.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import {
  add,
  asOf,
  column,
  divide,
  type Expression,
  literal,
  lookup,
  min,
  multiply,
  round,
  subtract,
} from '#shared/calculation/expression.ts'
import type { Column, TableData, TableShape } from '#shared/calculation/table.ts'

/** What makes rows differ in how they are figured. */
interface Kind {
  paid: boolean
  capped: boolean
  /** One person; or coaches of whom only the number is known, and which number of the staffing table it is. */
  who: Counted | 'person'
  /** The effort is that of the plan. */
  planned: boolean
}

const each = [true, false]
const whos = ['toHire', 'filled', 'person'] as const
const kinds: Kind[] = each.flatMap((paid) =>
  each.flatMap((capped) => whos.flatMap((who) => each.map((planned) => ({ paid, capped, who, planned })))),
)

const names = kinds.map(({ paid, capped, who, planned }) =>
  [paid ? 'paid' : 'volunteer', capped ? 'capped' : 'full', who, planned ? 'plan' : 'own'].join(' '),
)

/** Kinds are listed with what is true before what is false: their place says what they are. */
const nameOf = ({ paid, capped, who, planned }: Kind): string =>
  names[(paid ? 0 : 12) + (capped ? 0 : 6) + whos.indexOf(who) * 2 + (planned ? 0 : 1)]!

/**
 * An expression for the kinds it is said for; the other kinds have the column as an input. Where all kinds have the same,
 * saying it by kind spares the many appointed people when the number of those to be hired changes.
 */
const byKind = (expressionOf: (kind: Kind) => Expression | null): Pick<Column, 'computedByKind'> => ({
  computedByKind: Object.fromEntries(
    kinds.flatMap((kind) => {
      const expression = expressionOf(kind)
      return expression ? [[nameOf(kind), expression]] : []
    }),
  ),
})

const partOfYear = [column('units'), divide(literal(1), column('of'))]
const fullTimeUpTo = (share: string): Expression =>
  round(multiply(column('effort'), column('headcount'), ...partOfYear, column(share)), 'rate')

/** One row for each position or coach, fiscal year, period paid alike, and fund. */
export const personnelTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'personnel',
  title: 'Personnel',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'name', header: 'Name', unit: 'text' },
    { name: 'role', header: 'Role', unit: 'text' },
    { name: 'department', header: 'Department', unit: 'text' },
    { name: 'category', header: 'Category', unit: 'text' },
    { name: 'position', header: 'Position', unit: 'text' },
    { name: 'plan', header: 'Plan', unit: 'text' },
    { name: 'from', header: 'From', unit: 'day' },
    { name: 'to', header: 'To', unit: 'day' },
    { name: 'salaryOf', header: 'Salary of', unit: 'text' },
    {
      name: 'base',
      header: 'Base salary',
      unit: 'money',
      definition: 'A year, full time, with the raises up to this year.',
      ...byKind(({ paid }) => (paid ? inItsYear('salaries', column('salaryOf'), spans) : null)),
    },
    {
      name: 'cap',
      header: 'Salary cap',
      unit: 'money',
      definition: 'In force on the first day of the period, where the fund applies it.',
      ...byKind(({ paid, capped }) => (paid && capped ? asOf('caps', column('from'), 'amount') : null)),
    },
    {
      name: 'cappedBase',
      header: 'Capped base',
      unit: 'money',
      definition: 'The base salary, or the cap where that is lower.',
      ...byKind(({ paid, capped }) => {
        if (!paid) return null
        return capped ? min(column('base'), column('cap')) : column('base')
      }),
    },
    {
      name: 'effort',
      header: 'Effort',
      unit: 'rate',
      definition: 'The share of a full-time job.',
      ...byKind(({ planned }) => (planned ? lookup('payPlans', column('plan'), 'effort') : null)),
    },
    { name: 'units', header: 'Months or days', unit: 'count', definition: 'Of the fiscal year, in this period.' },
    { name: 'of', header: 'Of', unit: 'count', definition: 'The months or days of the whole year.' },
    { name: 'need', header: 'Year and site', unit: 'text' },
    {
      name: 'headcount',
      header: 'Headcount',
      unit: 'count',
      ...byKind(({ who }) => (who === 'person' ? null : lookup('staffing', column('need'), who))),
    },
    {
      name: 'salaryEach',
      header: 'Salary of each',
      unit: 'money',
      definition: 'Capped base × effort × part of the year, rounded to cents.',
      ...byKind(({ paid }) =>
        paid ? round(multiply(column('cappedBase'), column('effort'), ...partOfYear), 'money') : literal(0, 'money'),
      ),
    },
    { name: 'fringeClass', header: 'Fringe class', unit: 'text' },
    {
      name: 'fringeRate',
      header: 'Fringe rate',
      unit: 'rate',
      ...byKind(({ paid }) => (paid ? inItsYear('fringe', column('fringeClass'), spans) : null)),
    },
    {
      name: 'fringeEach',
      header: 'Fringe of each',
      unit: 'money',
      definition: 'Salary of each × fringe rate, rounded to cents.',
      ...byKind(({ paid }) =>
        paid ? round(multiply(column('salaryEach'), column('fringeRate')), 'money') : literal(0, 'money'),
      ),
    },
    { name: 'fund', header: 'Fund', unit: 'text' },
    { name: 'before', header: 'Share from', unit: 'rate', definition: 'The shares of the funds before this one.' },
    { name: 'through', header: 'Share to', unit: 'rate', definition: 'The shares up to and with this fund.' },
    {
      name: 'salary',
      header: 'Salary',
      unit: 'money',
      definition: 'The part of this fund: shares running up are rounded, so that the parts make the whole.',
      ...byKind(({ who }) => partOf('salaryEach', who !== 'person')),
    },
    { name: 'fringe', header: 'Fringe', unit: 'money', ...byKind(({ who }) => partOf('fringeEach', who !== 'person')) },
    { name: 'total', header: 'Total', unit: 'money', ...byKind(() => add(column('salary'), column('fringe'))) },
    {
      name: 'fte',
      header: 'FTE',
      unit: 'rate',
      definition: 'Full-time jobs over the year: effort × headcount × part of the year, the part of this fund.',
      ...byKind(() => subtract(fullTimeUpTo('through'), fullTimeUpTo('before'))),
    },
    { name: 'open', header: 'To be hired', unit: 'count', definition: '1 where nobody has the position yet.' },
    { name: 'timing', header: 'Active', unit: 'text' },
    { name: 'note', header: 'Note', unit: 'text' },
  ],
})

const inputs = [
  'year',
  'name',
  'role',
  'department',
  'category',
  'position',
  'plan',
  'from',
  'to',
  'salaryOf',
  'effort',
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
  'note',
  'person',
] as const

export function personnelData(context: Context, timings: Timings): TableData {
  const rows = new Rows(inputs)
  const periodsIn = periodFinder(context)
  for (const employment of employmentsOf(context))
    for (const span of context.spans)
      for (const period of periodsIn(span, employment))
        addParts(rows, span, period, employment, timings.note(employment.category, span, period), context)
  return rows.data()
}

/** The efforts of the rows as they are now: the rows of people whose efforts alone have changed need not be made again. */
export function withEfforts(personnel: TableData, { inputs, coaches }: Context): TableData {
  const efforts = new Map<string, number | null>(
    coaches.map(({ coach, ownEffort }) => [coach.appointmentId, ownEffort]),
  )
  for (const { key, content } of itemsOf(inputs, 'position')) efforts.set(key, content.effort)
  const effort = personnel.inputs.person!.map((person) => efforts.get(String(person)) ?? null)
  return { ...personnel, inputs: { ...personnel.inputs, effort } }
}

/** Finds the periods of an employment in a year. Most people have the same days: theirs are found once. */
function periodFinder(context: Context): (span: YearSpan, employment: Employment) => readonly Period[] {
  const found = new Map<string, readonly Period[]>()
  return (span, employment) => {
    const funding = context.funding(employment.funds)
    const cuts = funding.capped ? [...funding.cuts, ...capSplits(employment.salary, span, context)] : funding.cuts
    const name = `${span.year} ${employment.from} ${employment.to} ${cuts.join(' ')}`
    const periods = found.get(name) ?? periodsOf(span, employment, cuts, context.inputs.settings.prorateBy)
    found.set(name, periods)
    return periods
  }
}

function addParts(
  rows: Rows<(typeof inputs)[number]>,
  span: YearSpan,
  period: Period,
  employment: Employment,
  timing: string,
  { funding, labels }: Context,
): void {
  const { id, name, role, department, category, position, plan, salary, effort, headcount, counted, open } = employment
  const fringeClass = labels.fringeClass.get(employment.fringeClass ?? '') ?? null
  const salaryOf = labels.salary.get(salary ?? '') ?? null
  const need = counted && staffingKey(span.label, counted.site)
  funding(employment.funds)
    .partsOn(period.from)
    .forEach((part, index) => {
      const kind = {
        paid: !employment.volunteer,
        capped: part.capped,
        who: counted?.as ?? ('person' as const),
        planned: effort === null,
      }
      rows.add(`${id}|${span.year}|${period.from}|${index}`, nameOf(kind), [
        span.label,
        name,
        role,
        department,
        budgetCategoryLabels[category],
        position,
        plan,
        period.from,
        period.to,
        salaryOf,
        effort,
        period.units,
        period.of,
        need,
        headcount,
        fringeClass,
        part.fund,
        part.before,
        part.through,
        open ? 1 : 0,
        timing,
        employment.note,
        id,
      ])
    })
}
