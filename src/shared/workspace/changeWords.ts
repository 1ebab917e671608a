import { formatDate, isPlainDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { budgetRowInWords } from '#shared/budget/budgetHistory.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { type BudgetCategory, budgetCategoryLabels } from '#shared/budget/categories.ts'
import { responseStateLabels } from '#shared/evaluation/responsesSchema.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { meetingModeLabels, meetingOutcomeLabels } from '#shared/coaching/schema.ts'
import { answersInWords } from '#shared/program/design/history.ts'
import { versionStateLabels } from '#shared/program/design/version.ts'
import { programKindLabels } from '#shared/program/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import { customFieldKindLabels } from '#shared/roster/customFields.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import type { FieldChange } from '#shared/workspace/schema.ts'

type Value = string | number | null
/** A row as the history holds it, by column. */
export type RowImage = Readonly<Record<string, Value>>

/** One changed row, before (null where it was added) and after (null where it was removed). */
export interface RowChange {
  readonly table: string
  readonly rowId: string
  readonly before: RowImage | null
  readonly after: RowImage | null
}

/** Says what an id stands for: the name of a cohort, site or program. */
export type NameOf = (id: string) => string | undefined

const identityWords: Record<string, string> = {
  email: 'E-mail',
  studentId: 'Student ID',
  employeeId: 'Employee ID',
  aamcId: 'AAMC ID',
  npi: 'NPI',
  netId: 'Net ID',
}

const statusLabels = Object.fromEntries(
  Object.entries({ ...coachStatusFacts, ...learnerStatusFacts }).map(([status, { label }]) => [status, label]),
)

const kindLabels: Record<string, string> = { ...programKindLabels, ...customFieldKindLabels }

const labels: Record<string, string> = {
  ...statusLabels,
  ...coachTypeLabels,
  ...versionStateLabels,
  ...staffRoleLabels,
}

const recordLabels: Record<string, string> = { ...meetingOutcomeLabels, ...meetingModeLabels }

const stateLabels: Record<string, string> = responseStateLabels

/** What each column is called on screen. A column that is not here is of no interest to a reader of the history. */
const columnWords: Record<string, Record<string, string>> = {
  program: {
    name: 'Program',
    kind: 'Kind of program',
    institution: 'Institution',
    year: 'Academic year',
    archived_on: 'Archived',
  },
  design_version: { number: 'Version', status: 'Status', adopted_on: 'Adopted on', adopted_by: 'Adopted by' },
  design_answer: { question: 'Question', answer: 'Answer' },
  program_task: { task: 'Task', done_by: 'Done by' },
  cohort: { name: 'Cohort', position: 'Place in the list' },
  site: { name: 'Site', position: 'Place in the list' },
  person: {
    last_name: 'Last name',
    first_name: 'First name',
    middle_name: 'Middle name',
    suffix: 'Suffix',
    preferred_name: 'Preferred name',
    degrees: 'Degrees',
    department: 'Department',
    specialty: 'Specialty',
    note: 'Note',
  },
  person_identity: { value: 'Identity' },
  enrolment: {
    program_id: 'Learner in',
    cohort_id: 'Cohort',
    site_id: 'Site',
    class_year: 'Class of',
    track: 'Track',
    starts_on: 'Start date',
    ends_on: 'End date',
  },
  enrolment_standing: { status: 'Status', level: 'Level', from_on: 'From', to_on: 'Until', reason: 'Reason' },
  appointment: {
    program_id: 'Coach in',
    site_id: 'Site',
    coach_type: 'Kind of coach',
    starts_on: 'Start date',
    ends_on: 'End date',
  },
  appointment_standing: {
    status: 'Status',
    capacity: 'Capacity',
    effort: 'Effort',
    from_on: 'From',
    to_on: 'Until',
    reason: 'Reason',
  },
  pairing: {
    enrolment_id: 'Learner',
    appointment_id: 'Coach',
    from_on: 'Paired from',
    to_on: 'Paired until',
    started_why: 'Why it began',
    ended_why: 'Why it ended',
  },
  meeting: {
    enrolment_id: 'Met learner',
    appointment_id: 'Met coach',
    met_on: 'Met on',
    outcome: 'Meeting',
    mode: 'How they met',
    minutes: 'Minutes',
  },
  module_completion: { module_name: 'Module', completed_on: 'Module done on' },
  observation: { observer_id: 'Observer', observed_on: 'Observed on', round: 'Round' },
  staff_role: {
    program_id: 'Staff of',
    role: 'Role',
    title: 'Title',
    effort: 'Effort',
    site_id: 'Site',
    from_on: 'From',
    to_on: 'Until',
    note: 'Note on the role',
  },
  custom_field: {
    program_id: 'Field of',
    applies_to: 'Is of',
    name: 'Field',
    kind: 'Kind of field',
    choices: 'Choices',
    position: 'Place in the list',
  },
  custom_value: { field_id: 'Field', value: 'Value' },
  budget: { status: 'Status', approved_on: 'Approved on', approved_by: 'Approved by' },
  budget_scenario: { name: 'Scenario', note: 'Note', position: 'Place in the list' },
  budget_item: { position: 'Place in the list' },
  budget_note: { fiscal_year: 'Fiscal year', category: 'Category', note: 'Note' },
  ledger_entry: {
    posted_on: 'Posted on',
    kind: 'Kind of entry',
    account: 'Account',
    fund_code: 'Cost center',
    description: 'Description',
    reference: 'Reference',
    amount: 'Amount',
  },
  ledger_account: { account: 'Account', fund_code: 'Cost center', category: 'Category' },
  instrument_version: { name: 'Instrument', version: 'Version' },
  administration: {
    name: 'Wave',
    population: 'Who is asked',
    opens_on: 'Opens on',
    closes_on: 'Closes on',
    identity: 'How answers are tied to people',
  },
  response: { state: 'Response', why: 'Why it is not counted' },
  grid_view: { name: 'View', state: 'Columns and filters' },
}

/** "Last name" for `person.last_name`; null for a column that nobody reads. */
export function fieldInWords(table: string, column: string): string | null {
  return columnWords[table]?.[column] ?? null
}

/**
 * What became of each field, in words, of the rows that one entry changed. Several changes of a row are one; an
 * identity that was written anew with the same value is none.
 */
export function changesInWords(changes: readonly RowChange[], nameOf: NameOf): FieldChange[] {
  const rows = netChanges(changes)
  return [
    ...rows.filter(({ table }) => !ownWords.has(table)).flatMap((row) => rowInWords(row, nameOf)),
    ...rows.filter(({ table }) => table === 'custom_value').flatMap((row) => customValueInWords(row, nameOf)),
    ...rows.filter(({ table }) => table === 'design_answer').flatMap(answerRowInWords),
    ...rows
      .filter(({ table }) => withBudgetWords.has(table))
      .flatMap(({ table, before, after }) => budgetRowInWords(table, before, after, nameOf)),
    ...identitiesInWords(rows.filter(({ table }) => table === 'person_identity')),
  ]
}

/** Rows that are not written column by column. */
const ownWords: ReadonlySet<string> = new Set(['person_identity', 'custom_value', 'design_answer', 'budget_difference'])

/** Rows that hold fields of the budget as JSON, beside their columns. */
const withBudgetWords: ReadonlySet<string> = new Set(['budget', 'budget_item', 'budget_difference'])

/** An answer of the design, field by field. */
function answerRowInWords({ before, after }: RowChange): FieldChange[] {
  return answersInWords(String((after ?? before)?.question), before?.answer, after?.answer)
}

/** From the first `before` of each row to its last `after`. */
function netChanges(changes: readonly RowChange[]): RowChange[] {
  const rows = new Map<string, RowChange>()
  for (const change of changes) {
    const key = `${change.table} ${change.rowId}`
    rows.set(key, { ...change, before: (rows.get(key) ?? change).before })
  }
  return [...rows.values()]
}

function rowInWords({ table, before, after }: RowChange, nameOf: NameOf): FieldChange[] {
  return Object.entries(columnWords[table] ?? {}).flatMap(([column, field]) => {
    const from = valueInWords(column, before?.[column], nameOf)
    const to = valueInWords(column, after?.[column], nameOf)
    return from === to ? [] : [{ field, before: from, after: to }]
  })
}

/** A value of a field that the program added goes by the name of that field. */
function customValueInWords({ before, after }: RowChange, nameOf: NameOf): FieldChange[] {
  const field = nameOf(String((after ?? before)?.field_id)) ?? 'A field since removed'
  const from = valueInWords('value', before?.value, nameOf)
  const to = valueInWords('value', after?.value, nameOf)
  return from === to ? [] : [{ field, before: from, after: to }]
}

function identitiesInWords(rows: readonly RowChange[]): FieldChange[] {
  return Object.entries(identityWords).flatMap(([kind, field]) => {
    const values = (side: 'before' | 'after') => {
      const images = rows.flatMap((row) => (row[side]?.kind === kind ? [row[side]] : []))
      return images.toSorted((a, b) => Number(a.position) - Number(b.position)).map(({ value }) => String(value))
    }
    const from = values('before').join(', ') || null
    const to = values('after').join(', ') || null
    return from === to ? [] : [{ field, before: from, after: to }]
  })
}

function valueInWords(column: string, value: Value | undefined, nameOf: NameOf): string | null {
  if (value === null || value === undefined || value === '') return null
  if (column.endsWith('_id')) return nameOf(String(value)) ?? 'one since removed'
  if (column === 'effort') return `${formatEffort(Number(value))} FTE`
  if (column === 'outcome' || column === 'mode') return recordLabels[value] ?? String(value)
  if (column === 'status' || column === 'coach_type' || column === 'role') return labels[value] ?? String(value)
  if (column === 'kind') return kindLabels[value] ?? String(value)
  if (column === 'choices') return (JSON.parse(String(value)) as string[]).join(', ') || null
  if (column === 'year') return formatAcademicYear(Number(value))
  if (column === 'fiscal_year') return formatFiscalYear(Number(value))
  if (column === 'amount') return formatMoney(Number(value))
  if (column === 'category') return budgetCategoryLabels[value as BudgetCategory] ?? String(value)
  if (column === 'position') return String(Number(value) + 1)
  // Of a response; a view's columns and filters are more than a line can say.
  if (column === 'state') return stateLabels[value] ?? 'as saved'
  return typeof value === 'string' && isPlainDate(value) ? formatDate(value) : String(value)
}
