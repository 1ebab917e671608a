import type { ColumnModel, RowModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { formatDate, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'

export interface RosterExport {
  program: Program
  learners: readonly Learner[]
  coaches: readonly Coach[]
  /** The day the rosters are as of. */
  day: PlainDate
  audience: string
  actor: string
  now: Instant
  version: string
}

// Headers are the words the import knows, so that an exported roster can be corrected in Excel and brought back.
const nameColumns: ColumnModel[] = [
  { header: 'Last name', key: 'lastName', type: 'text' },
  { header: 'First name', key: 'firstName', type: 'text' },
  { header: 'Middle name', key: 'middleName', type: 'text' },
  { header: 'Suffix', key: 'suffix', type: 'text' },
  { header: 'Preferred name', key: 'preferredName', type: 'text' },
]

const contactColumns: ColumnModel[] = [
  { header: 'E-mail', key: 'email', type: 'text' },
  { header: 'Other e-mails', key: 'otherEmails', type: 'text' },
]

const datesAndNote: ColumnModel[] = [
  { header: 'Start date', key: 'startDate', type: 'date' },
  { header: 'End date', key: 'endDate', type: 'date' },
  { header: 'Note', key: 'note', type: 'text' },
]

const learnerColumns: ColumnModel[] = [
  ...nameColumns,
  { header: 'Class year', key: 'classYear', type: 'integer' },
  { header: 'Level', key: 'level', type: 'text' },
  { header: 'Cohort', key: 'cohort', type: 'text' },
  { header: 'Status', key: 'status', type: 'text' },
  { header: 'Site', key: 'site', type: 'text' },
  { header: 'Track', key: 'track', type: 'text' },
  ...contactColumns,
  { header: 'Student ID', key: 'studentId', type: 'text' },
  { header: 'Employee ID', key: 'employeeId', type: 'text' },
  { header: 'AAMC ID', key: 'aamcId', type: 'text' },
  { header: 'NPI', key: 'npi', type: 'text' },
  { header: 'NetID', key: 'netId', type: 'text' },
  ...datesAndNote,
]

const coachColumns: ColumnModel[] = [
  ...nameColumns,
  { header: 'Degrees', key: 'degrees', type: 'text' },
  { header: 'Department', key: 'department', type: 'text' },
  { header: 'Specialty', key: 'specialty', type: 'text' },
  { header: 'Coach type', key: 'coachType', type: 'text' },
  { header: 'Capacity', key: 'capacity', type: 'integer' },
  { header: 'Effort (FTE)', key: 'effort', type: 'number' },
  { header: 'Status', key: 'status', type: 'text' },
  { header: 'Site', key: 'site', type: 'text' },
  ...contactColumns,
  { header: 'Employee ID', key: 'employeeId', type: 'text' },
  { header: 'NPI', key: 'npi', type: 'text' },
  { header: 'NetID', key: 'netId', type: 'text' },
  ...datesAndNote,
]

/** The roster of a program as a workbook: learners, coaches, and what the file is. */
export function rosterWorkbook(roster: RosterExport): WorkbookModel {
  const { program, day } = roster
  const nameOf = new Map([...program.sites, ...program.cohorts].map((part) => [part.id, part.name]))
  const partName = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null))
  const learnerRows = roster.learners.map((learner): RowModel => ({
    ...learner,
    otherEmails: learner.otherEmails.join('; '),
    cohort: partName(learner.cohortId),
    site: partName(learner.siteId),
    status: learnerStatusFacts[learner.status].label,
  }))
  const coachRows = roster.coaches.map((coach): RowModel => ({
    ...coach,
    otherEmails: coach.otherEmails.join('; '),
    site: partName(coach.siteId),
    status: coachStatusFacts[coach.status].label,
    coachType: coach.coachType === 'unspecified' ? null : coachTypeLabels[coach.coachType],
    effort: coach.effort === null ? null : coach.effort / 10_000,
  }))
  const title = `${program.name}, ${formatAcademicYear(program.year)}`
  return {
    title: `Roster: ${title}`,
    creator: `Coachdesk ${roster.version}`,
    created: roster.now,
    sheets: [
      {
        kind: 'table',
        name: 'Learners',
        title: `Learners: ${title}`,
        columns: used(learnerColumns, learnerRows),
        rows: learnerRows,
      },
      {
        kind: 'table',
        name: 'Coaches',
        title: `Coaches: ${title}`,
        columns: used(coachColumns, coachRows),
        rows: coachRows,
      },
      {
        kind: 'facts',
        name: 'About this workbook',
        title: 'About this workbook',
        facts: [
          { label: 'Program', value: program.name },
          { label: 'Academic year', value: formatAcademicYear(program.year) },
          { label: 'As of', value: formatDate(day) },
          { label: 'Learners', value: String(learnerRows.length) },
          { label: 'Coaches', value: String(coachRows.length) },
          { label: 'Audience', value: roster.audience },
          { label: 'Exported by', value: roster.actor },
          { label: 'Made with', value: `Coachdesk ${roster.version}` },
          {
            label: 'Keep in mind',
            value: 'Names, e-mails and ids of learners and coaches: share it only with the audience above.',
          },
        ],
      },
    ],
  }
}

const always = new Set(['lastName', 'firstName', 'status', 'email'])

/** Columns that hold something: twenty on a printed page cannot be read, and half are empty in most programs. */
function used(columns: ColumnModel[], rows: readonly RowModel[]): ColumnModel[] {
  return columns.filter(({ key }) => always.has(key) || rows.some((row) => (row[key] ?? '') !== ''))
}
