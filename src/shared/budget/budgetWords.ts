import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import { budgetCategoryLabels, positionRoleLabels } from '#shared/budget/categories.ts'
import { coachPayModelLabels, type itemSchemas, type ItemKind, lineDriverLabels } from '#shared/budget/itemSchemas.ts'
import type { BudgetSettings } from '#shared/budget/schema.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import type * as z from 'zod'

type Unit = 'text' | 'money' | 'rate' | 'effort' | 'count' | 'quantity' | 'date' | 'yesNo' | 'funds' | 'list'

/** What a field of the budget is called, and how its value is said. */
export interface FieldWords {
  label: string
  unit: Unit
  /** A value for each fiscal year. */
  byYear?: true
  /** What a stored choice is called. */
  labels?: Readonly<Record<string, string>>
}

type WordsOf<T> = { readonly [F in keyof T]-?: FieldWords }
type Content<K extends ItemKind> = z.infer<(typeof itemSchemas)[K]>

const text = (label: string): FieldWords => ({ label, unit: 'text' })
const choice = (label: string, labels: Readonly<Record<string, string>>): FieldWords => ({
  label,
  unit: 'text',
  labels,
})
const funds: FieldWords = { label: 'Paid by', unit: 'funds' }
const baseSalary: FieldWords = { label: 'Base salary', unit: 'money' }
const effort: FieldWords = { label: 'Effort', unit: 'effort' }
const note = text('Note')

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthNames = Object.fromEntries(months.map((month, index) => [index + 1, month]))

export const itemKindLabels: Record<ItemKind, string> = {
  fund: 'Fund',
  fringeClass: 'Fringe class',
  salaryCap: 'Salary cap',
  position: 'Position',
  payPlan: 'Pay plan',
  coachPay: 'Pay of a coach',
  line: 'Line',
}

/** Every field of every part of a budget, as the window, the workbook and the history call it. */
export const itemWords: { readonly [K in ItemKind]: WordsOf<Content<K>> } = {
  fund: {
    name: text('Fund'),
    code: text('Cost center'),
    amounts: { label: 'Amount', unit: 'money', byYear: true },
    carryOver: { label: 'Carries over', unit: 'yesNo' },
    startsOn: { label: 'Starts', unit: 'date' },
    endsOn: { label: 'Ends', unit: 'date' },
    appliesCap: { label: 'Salary cap applies', unit: 'yesNo' },
    indirectRate: { label: 'F&A rate', unit: 'rate' },
    restrictions: text('Restrictions'),
  },
  fringeClass: {
    name: text('Fringe class'),
    rates: { label: 'Fringe rate', unit: 'rate', byYear: true },
    source: text('Source'),
  },
  salaryCap: {
    fromOn: { label: 'From', unit: 'date' },
    amount: { label: 'Salary cap', unit: 'money' },
    source: text('Source'),
  },
  position: {
    role: choice('Role', positionRoleLabels),
    title: text('Title'),
    holder: text('Holder'),
    personId: text('Person'),
    department: text('Department'),
    baseSalary,
    effort,
    headcount: { label: 'Headcount', unit: 'count' },
    startsOn: { label: 'Starts', unit: 'date' },
    endsOn: { label: 'Ends', unit: 'date' },
    fringeClass: text('Fringe class'),
    raises: { label: 'Gets raises', unit: 'yesNo' },
    funds,
    note,
  },
  payPlan: {
    name: text('Pay plan'),
    model: choice('Coaches are paid by', coachPayModelLabels),
    baseSalary,
    effort,
    stipend: { label: 'Stipend', unit: 'money' },
    perLearner: { label: 'For each learner', unit: 'money' },
    perMeeting: { label: 'For each meeting', unit: 'money' },
    fringeClass: text('Fringe class of effort'),
    stipendFringeClass: text('Fringe class of stipends'),
    funds,
  },
  coachPay: {
    appointmentId: text('Coach'),
    payPlan: text('Pay plan'),
    baseSalary,
    effort,
    stipend: { label: 'Stipend', unit: 'money' },
    funds,
    note,
  },
  line: {
    category: choice('Category', budgetCategoryLabels),
    item: text('Item'),
    driver: choice('Grows with', lineDriverLabels),
    quantity: { label: 'Quantity', unit: 'quantity' },
    unit: text('Unit'),
    unitCost: { label: 'Unit cost', unit: 'money' },
    inflates: { label: 'Inflation applies', unit: 'yesNo' },
    firstYear: { label: 'First fiscal year', unit: 'count' },
    lastYear: { label: 'Last fiscal year', unit: 'count' },
    funds,
    justification: text('Justification'),
  },
}

export const assumptionWords: WordsOf<Assumptions> = {
  coachSource: choice('Coaches counted', {
    appointments: 'Those appointed',
    rule: 'As many as the ratio needs',
    both: 'Appointed, and to be hired',
  }),
  ratioBasis: choice('Staffing by', {
    learnersPerCoach: 'Learners for each coach',
    hoursPerLearner: 'Hours for each learner',
  }),
  learnersPerCoach: { label: 'Learners for each coach', unit: 'count' },
  learnersPerCoachByLevel: { label: 'Learners for each coach by class year', unit: 'list' },
  hoursPerLearner: { label: 'Coach hours for each learner a year', unit: 'quantity' },
  hoursPerYear: { label: 'Hours of a full-time job a year', unit: 'quantity' },
  intakes: { label: 'Learners who enter', unit: 'list' },
  payPlan: text('Pay plan of coaches'),
  meetingsPerLearner: { label: 'Meetings for each learner a year', unit: 'count' },
  heldShare: { label: 'Share of meetings held', unit: 'rate' },
  sessionsPerYear: { label: 'Sessions a year', unit: 'count' },
  administrationsPerYear: { label: 'Administrations of instruments a year', unit: 'count' },
  raises: { label: 'Raise', unit: 'rate', byYear: true },
  inflation: { label: 'Inflation', unit: 'rate', byYear: true },
  vacancy: { label: 'Vacancy', unit: 'rate' },
  varianceShare: { label: 'Note due over', unit: 'rate' },
  varianceAmount: { label: 'Note due over', unit: 'money' },
}

export const settingWords: WordsOf<BudgetSettings> = {
  name: text('Budget'),
  startMonth: choice('Fiscal year starts in', monthNames),
  firstYear: { label: 'First fiscal year', unit: 'count' },
  years: { label: 'Fiscal years', unit: 'count' },
  prorateBy: choice('Parts of a year by', { months: 'Months', days: 'Days' }),
  preparedBy: text('Prepared by'),
  contact: text('Contact'),
  note,
}

/** A stored value in words; null where there is none. Ids are said by `nameOf`. */
export function budgetValueInWords(
  words: FieldWords,
  value: unknown,
  nameOf: (id: string) => string | undefined,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (words.byYear)
    return (
      Object.entries(value as Record<string, number>)
        .map(([year, amount]) => `${formatFiscalYear(Number(year))} ${scalarInWords(words, amount, nameOf)}`)
        .join(', ') || null
    )
  if (words.unit === 'funds')
    return (
      (value as { fund: string; share: number }[])
        .map(({ fund, share }) => `${nameOf(fund) ?? 'a fund since removed'} ${percent(share)}`)
        .join(', ') || null
    )
  if (words.unit === 'list') return listInWords(value)
  return scalarInWords(words, value as string | number | boolean, nameOf)
}

function scalarInWords(
  { unit, labels }: FieldWords,
  value: string | number | boolean,
  nameOf: (id: string) => string | undefined,
): string {
  if (labels) return labels[String(value)] ?? String(value)
  if (unit === 'money') return formatMoney(Number(value))
  if (unit === 'rate') return percent(Number(value))
  if (unit === 'effort') return `${formatEffort(Number(value))} FTE`
  if (unit === 'quantity') return String(Number(value) / 100)
  if (unit === 'date') return formatDate(value as PlainDate)
  if (unit === 'yesNo') return value ? 'Yes' : 'No'
  return nameOf(String(value)) ?? String(value)
}

/** "23.9 %" for 2,390 basis points. */
export const percent = (points: number): string => `${points / 100} %`

interface PerLevel {
  level: string
  site?: string
  learnersPerCoach?: number
  learners?: Record<string, number>
}

const listInWords = (value: unknown): string | null =>
  (value as PerLevel[])
    .map(({ level, site, learnersPerCoach, learners }) => {
      const counts = Object.entries(learners ?? {}).map(([year, n]) => `${formatFiscalYear(Number(year))} ${n}`)
      return [level, site, learnersPerCoach, counts.join(' ')].filter(Boolean).join(' ')
    })
    .join(', ') || null
