import type { ColumnModel, RowModel, TableSheetModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import { customCells, customColumn } from '#main/features/roster/customColumns.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import { type StaffMember, tenureLabels, tenureOn } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'

export interface RosterExport {
  program: Program
  learners: readonly Learner[]
  coaches: readonly Coach[]
  staff: readonly StaffMember[]
  /** The program's own fields, of both. */
  fields: readonly CustomField[]
  /** Only what a grid shows; all rosters with all that holds something where it is absent. */
  onScreen?: OnScreen | undefined
  /** The day the rosters are as of. */
  day: PlainDate
  audience: string
  actor: string
  now: Instant
  version: string
}

type SheetKind = RosterKind | 'staff'

const sheetNames: Record<SheetKind, string> = { learners: 'Learners', coaches: 'Coaches', staff: 'Staff' }

/** What a grid shows: its columns and rows, each in order. */
export interface OnScreen {
  kind: SheetKind
  columns: string[]
  ids: Id[]
}

const text = (header: string, key: string): ColumnModel => ({ header, key, type: 'text' })

// Headers are the words the import knows, so that an exported roster can be corrected in Excel and brought back.
const nameColumns: ColumnModel[] = [
  text('Last name', 'lastName'),
  text('First name', 'firstName'),
  text('Middle name', 'middleName'),
  text('Suffix', 'suffix'),
  text('Preferred name', 'preferredName'),
]

const contactColumns: ColumnModel[] = [
  text('E-mail', 'email'),
  text('Other e-mails', 'otherEmails'),
  // Of coaches too: a near-peer coach is a student.
  text('Student ID', 'studentId'),
  text('Employee ID', 'employeeId'),
  text('AAMC ID', 'aamcId'),
  text('NPI', 'npi'),
  text('NetID', 'netId'),
]

const datesAndNote: ColumnModel[] = [
  { header: 'Start date', key: 'startDate', type: 'date' },
  { header: 'End date', key: 'endDate', type: 'date' },
  text('Note', 'note'),
]

const learnerColumns: ColumnModel[] = [
  ...nameColumns,
  { header: 'Class year', key: 'classYear', type: 'integer' },
  text('Level', 'level'),
  text('Cohort', 'cohortId'),
  text('Status', 'status'),
  text('Site', 'siteId'),
  text('Track', 'track'),
  text('Coach', 'coachName'),
  ...contactColumns,
  ...datesAndNote,
]

const coachColumns: ColumnModel[] = [
  ...nameColumns,
  text('Degrees', 'degrees'),
  text('Department', 'department'),
  text('Specialty', 'specialty'),
  text('Coach type', 'coachType'),
  { header: 'Capacity', key: 'capacity', type: 'integer' },
  { header: 'Learners now', key: 'load', type: 'integer' },
  { header: 'Effort (FTE)', key: 'effort', type: 'number' },
  text('Status', 'status'),
  text('Site', 'siteId'),
  ...contactColumns,
  ...datesAndNote,
]

const staffColumns: ColumnModel[] = [
  ...nameColumns,
  text('Degrees', 'degrees'),
  text('Role', 'role'),
  text('Title', 'title'),
  text('Status', 'tenure'),
  { header: 'Effort (FTE)', key: 'effort', type: 'number' },
  text('Site', 'siteId'),
  text('Department', 'department'),
  ...contactColumns,
  { header: 'From', key: 'fromOn', type: 'date' },
  { header: 'Until', key: 'toOn', type: 'date' },
  text('Note', 'roleNote'),
]

/** Not in a whole roster, where the file's day says it; a grid may show it. */
const statusFrom: ColumnModel = { header: 'Status since', key: 'statusFrom', type: 'date' }

/** The roster of a program as a workbook: learners, coaches, staff, and what the file is. @throws Refusal `invalid_input` */
export function rosterWorkbook(roster: RosterExport): WorkbookModel {
  const { program, day, onScreen } = roster
  const title = `${program.name}, ${formatAcademicYear(program.year)}`
  const sheets = [learnerSheet(roster), coachSheet(roster), staffSheet(roster)]
    // Many programs enter nobody but learners and coaches; an empty sheet would only ask why.
    .filter(({ kind, rows }) => (onScreen ? onScreen.kind === kind : kind !== 'staff' || rows.length > 0))
    .map(({ kind, columns, rows }): TableSheetModel => {
      const name = sheetNames[kind]
      const shown = onScreen ? shownOnScreen(onScreen, columns, rows) : { columns: used(columns, rows), rows }
      return { kind: 'table', name, title: `${name}: ${title}`, ...shown }
    })
  return {
    title: `Roster: ${title}`,
    creator: `Coachdesk ${roster.version}`,
    created: roster.now,
    sheets: [
      ...sheets,
      {
        kind: 'facts',
        name: 'About this workbook',
        title: 'About this workbook',
        facts: [
          { label: 'Program', value: program.name },
          { label: 'Academic year', value: formatAcademicYear(program.year) },
          { label: 'As of', value: formatDate(day) },
          ...sheets.map(({ name, rows }) => ({ label: name, value: String(rows.length) })),
          { label: 'Audience', value: roster.audience },
          { label: 'Exported by', value: roster.actor },
          { label: 'Made with', value: `Coachdesk ${roster.version}` },
          {
            label: 'Keep in mind',
            value: 'Names, e-mails and ids of the people of the program: share it only with the audience above.',
          },
        ],
      },
    ],
  }
}

/** The rows of one roster in words, with every column there is. */
interface RosterSheet {
  kind: SheetKind
  columns: ColumnModel[]
  rows: RowModel[]
}

function learnerSheet({ program, learners, fields }: RosterExport): RosterSheet {
  const partName = partNames(program)
  const own = fields.filter(({ appliesTo }) => appliesTo === 'learners')
  const rows = learners.map(({ custom, next: _, ...learner }): RowModel => ({
    ...learner,
    otherEmails: learner.otherEmails.join('; '),
    cohortId: partName(learner.cohortId),
    siteId: partName(learner.siteId),
    status: learnerStatusFacts[learner.status].label,
    ...customCells(own, custom),
  }))
  return { kind: 'learners', columns: [...learnerColumns, ...own.map(customColumn)], rows }
}

function coachSheet({ program, coaches, fields }: RosterExport): RosterSheet {
  const partName = partNames(program)
  const own = fields.filter(({ appliesTo }) => appliesTo === 'coaches')
  const rows = coaches.map(({ custom, ...coach }): RowModel => ({
    ...coach,
    otherEmails: coach.otherEmails.join('; '),
    siteId: partName(coach.siteId),
    status: coachStatusFacts[coach.status].label,
    coachType: coach.coachType === 'unspecified' ? null : coachTypeLabels[coach.coachType],
    effort: coach.effort === null ? null : coach.effort / 10_000,
    ...customCells(own, custom),
  }))
  return { kind: 'coaches', columns: [...coachColumns, ...own.map(customColumn)], rows }
}

function staffSheet({ program, staff, day }: RosterExport): RosterSheet {
  const partName = partNames(program)
  const rows = staff.map((member): RowModel => ({
    ...member,
    otherEmails: member.otherEmails.join('; '),
    siteId: partName(member.siteId),
    role: staffRoleLabels[member.role],
    tenure: tenureLabels[tenureOn(member, day)],
    effort: member.effort === null ? null : member.effort / 10_000,
  }))
  return { kind: 'staff', columns: staffColumns, rows }
}

function partNames(program: Program): (id: Id | null) => string | null {
  const nameOf = new Map([...program.sites, ...program.cohorts].map((part) => [part.id, part.name]))
  return (id) => (id === null ? null : (nameOf.get(id) ?? null))
}

const always = new Set(['lastName', 'firstName', 'status', 'role', 'email'])

/** Columns that hold something: twenty on a printed page cannot be read, and half are empty in most programs. */
function used(columns: ColumnModel[], rows: readonly RowModel[]): ColumnModel[] {
  return columns.filter(({ key }) => always.has(key) || rows.some((row) => (row[key] ?? '') !== ''))
}

function shownOnScreen(screen: OnScreen, columns: ColumnModel[], rows: readonly RowModel[]) {
  const columnOf = new Map([...columns, statusFrom].map((column) => [column.key, column]))
  const unknown = screen.columns.filter((key) => !columnOf.has(key))
  if (unknown.length > 0)
    throw refuse('invalid_input', `The roster of ${screen.kind} has no column ${unknown.join(', ')}.`)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return {
    columns: screen.columns.map((key) => columnOf.get(key)!),
    rows: screen.ids.map((id) => rowOf.get(id)).filter((row) => row !== undefined),
  }
}
