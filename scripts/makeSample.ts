import { mkdir, writeFile } from 'node:fs/promises'
import type { ColumnType } from '#main/spreadsheets/cellModel.ts'
import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { coaches } from './sample/coaches.ts'
import { meetingColumns, meetingRows, trainingColumns, trainingRows } from './sample/coaching.ts'
import { ledgerColumns, ledgerRows } from './sample/ledger.ts'
import { residents, type SampleRow, students } from './sample/learners.ts'
import { PeopleMaker } from './sample/people.ts'
import { Random } from './sample/random.ts'
import { type Respondent, surveyFiles } from './sample/surveys.ts'

const column = (key: string, header: string, type: ColumnType = 'text'): ColumnModel => ({ key, header, type })

const nameColumns = [
  column('last', 'Last name'),
  column('first', 'First name'),
  column('middle', 'Middle'),
  column('suffix', 'Suffix'),
  column('preferred', 'Preferred name'),
]

const studentColumns = [
  ...nameColumns,
  column('email', 'Email'),
  column('studentId', 'Student ID'),
  column('aamcId', 'AAMC ID'),
  column('class', 'Class'),
  column('level', 'Level'),
  column('status', 'Status'),
  column('campus', 'Campus'),
  column('track', 'Track'),
  column('startDate', 'Matriculation date', 'date'),
  column('note', 'Notes'),
]

const residentColumns = [
  column('resident', 'Resident'),
  column('pgy', 'PGY'),
  column('email', 'Email'),
  column('employeeId', 'Employee ID'),
  column('aamcId', 'AAMC ID'),
  column('npi', 'NPI'),
  column('status', 'Status'),
  column('site', 'Site'),
  column('track', 'Track'),
  column('startDate', 'Start date', 'date'),
  column('endDate', 'End date', 'date'),
]

const coachColumns = (place: 'campus' | 'site'): ColumnModel[] => [
  ...nameColumns,
  column('degrees', 'Degrees'),
  column('email', 'Email'),
  column('employeeId', 'Employee ID'),
  column('npi', 'NPI'),
  column('department', 'Department'),
  column('specialty', 'Specialty'),
  column('type', 'Coach type'),
  column('capacity', 'Capacity', 'integer'),
  column('effort', 'FTE', 'percent'),
  column('status', 'Status'),
  place === 'campus' ? column('campus', 'Campus') : column('site', 'Site'),
  column('startDate', 'Start date', 'date'),
  column('endDate', 'End date', 'date'),
  column('note', 'Notes'),
]

/** The files of the sample program by name: invented people, the same bytes on every run. */
export async function makeSample(): Promise<Map<string, Uint8Array>> {
  const random = new Random(2026)
  const people = new PeopleMaker(random)
  const learners = students(people, random)
  const { school, residency } = coaches(people, random)
  const housestaff = residents(people, random)
  return new Map([
    ['ume-learners.xlsx', await workbook('Medical students 2026-27', 'Students', studentColumns, learners)],
    ['ume-coaches.xlsx', await workbook('Medical school coaches 2026-27', 'Coaches', coachColumns('campus'), school)],
    ['im-residents.csv', writeCsv(residentColumns, housestaff)],
    ['im-coaches.xlsx', await workbook('Residency coaches 2026-27', 'Coaches', coachColumns('site'), residency)],
    ['ume-ledger.csv', writeCsv(ledgerColumns, ledgerRows('school', random))],
    ['im-ledger.csv', writeCsv(ledgerColumns, ledgerRows('residency', random))],
    ['ume-meetings.csv', writeCsv(meetingColumns, meetingRows('school', learners, 2031))],
    ['im-meetings.csv', writeCsv(meetingColumns, meetingRows('residency', housestaff, 2032))],
    ['ume-training.csv', writeCsv(trainingColumns, trainingRows('school', school, 2033))],
    ['im-training.csv', writeCsv(trainingColumns, trainingRows('residency', residency, 2034))],
    ...surveyFiles('ume', asked(learners, school, 'campus'), emails(school), 2027),
    ...surveyFiles('im', asked(housestaff, residency, 'site'), emails(residency), 2028),
  ])
}

const emails = (rows: readonly SampleRow[]): string[] => rows.map(({ email }) => String(email))

/** The learners with a coach of their own site each, as the coaches were before the pairing of June. */
function asked(learners: readonly SampleRow[], faculty: readonly SampleRow[], place: 'campus' | 'site'): Respondent[] {
  return learners.map((learner, index) => {
    const nearby = faculty.filter((coach) => coach[place] === learner[place])
    const coach = nearby[index % nearby.length]
    return {
      email: String(learner.email),
      site: String(learner[place]),
      since: String(learner.startDate),
      coach: coach ? `${coach.first} ${coach.last}` : '',
    }
  })
}

function workbook(title: string, name: string, columns: ColumnModel[], rows: RowModel[]): Promise<Uint8Array> {
  const created = '2026-06-15T12:00:00.000Z'
  return writeWorkbook({
    title,
    creator: 'Coachdesk',
    created,
    sheets: [{ kind: 'table', name, title, columns, rows }],
  })
}

if (import.meta.main) {
  const folder = new URL('../resources/sample/', import.meta.url)
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of await makeSample()) await writeFile(new URL(name, folder), bytes)
}
