import { isEmail, npiProblem } from '#shared/roster/identifiers.ts'
import { parseLevel } from '#shared/roster/level.ts'
import { splitName } from '#shared/roster/personName.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import {
  type CellReader,
  readCapacity,
  readClassYear,
  readCoachEmail,
  readCoachStatus,
  readCoachType,
  readCohort,
  readDate,
  readEmail,
  readFte,
  readFullName,
  readId,
  readLearnerStatus,
  readLevel,
  readNpi,
  readOtherEmails,
  readText,
} from '#shared/imports/cellReaders.ts'
import type { ValueKey } from '#shared/imports/values.ts'

/** A column may hold any value of a row, or a whole name to take apart. */
export type FieldKey = ValueKey | 'fullName'

/** Something a column of a roster can be. */
export interface Field {
  readonly key: FieldKey
  readonly label: string
  /** Headers it goes by, in lower case with spaces only. The label is one of them. */
  readonly synonyms: readonly string[]
  readonly read: CellReader
  /** Shown and checked, but no field of a person of this kind: nothing of it is stored with them. */
  readonly carried?: true
  /** What its values look like and nothing else's do, with how to call them; for headers that say nothing. */
  readonly evidence?: { readonly fits: (text: string) => boolean; readonly noun: string }
}

/** Headers in lower case with spaces only, as the recogniser compares them. */
const called = (headers: string): string[] => headers.split(', ')

const classPattern = /^class of (?:19|20)\d{2}$/i
const ume = { kind: 'ume', year: 2000 } as const

const names = (kind: RosterKind): Field[] => [
  {
    key: 'fullName',
    label: 'Name',
    synonyms: called(
      (kind === 'learners' ? 'student, resident, learner, trainee, ' : 'coach, faculty, faculty member, ') +
        'name, full name, display name, name last first, last name first name, last first, last first mi, last first middle, name last first mi, first and last name, first last, legal name',
    ),
    read: readFullName,
    evidence: {
      fits: (text) => /^\p{Lu}/u.test(text) && splitName(text).order === 'stated',
      noun: 'names such as "Last, First"',
    },
  },
  {
    key: 'lastName',
    label: 'Last name',
    synonyms: called(
      'last, lastname, surname, family name, lname, l name, legal last name, last names, recipientlastname',
    ),
    read: readText('lastName', 120),
  },
  {
    key: 'firstName',
    label: 'First name',
    synonyms: called(
      'first, firstname, given name, forename, fname, f name, legal first name, given names, recipientfirstname',
    ),
    read: readText('firstName', 120),
  },
  {
    key: 'middleName',
    label: 'Middle name',
    synonyms: called('middle, middlename, middle initial, mi, m i, middle name or initial, middle name initial'),
    read: readText('middleName', 120),
  },
  { key: 'suffix', label: 'Suffix', synonyms: called('name suffix, generation, jr sr'), read: readText('suffix', 20) },
  {
    key: 'preferredName',
    label: 'Preferred name',
    synonyms: called(
      'preferred, preferred first name, nickname, preferred name nickname, nickname preferred name, goes by, known as, chosen name, called, chosen first name',
    ),
    read: readText('preferredName', 120),
  },
]

const contacts: Field[] = [
  {
    key: 'email',
    label: 'E-mail',
    synonyms: called(
      'email, email address, mail, primary email, school email, work email, university email, institutional email, recipientemail, edu email, contact email, email 1, preferred email, campus email',
    ),
    read: readEmail,
    evidence: { fits: (text) => isEmail(text.toLowerCase()), noun: 'e-mail addresses' },
  },
  {
    key: 'otherEmails',
    label: 'Other e-mails',
    synonyms: called(
      'other email, other emails, secondary email, alternate email, alternative email, personal email, email 2, second email, additional email, alt email, private email, email aliases, email alias',
    ),
    read: readOtherEmails,
  },
]

const studentIds = called(
  'student id, student number, student no, student id number, sid, school id, banner id, registrar id, univ id, university id, uin, emplid, university student id, staff student number',
)
const employeeIds = called(
  'employee id, employee number, employee no, emp id, empl id, staff id, staff number, eid, personnel number, hr id, resident id, medhub id, badge id, faculty id, workday id',
)

const ids = (kind: RosterKind): Field[] => [
  {
    key: 'studentId',
    label: 'Student ID',
    synonyms: kind === 'learners' ? [...studentIds, ...called('id, id number, learner id')] : studentIds,
    read: readId('studentId'),
  },
  {
    key: 'employeeId',
    label: 'Employee ID',
    synonyms: kind === 'coaches' ? [...employeeIds, ...called('id, id number, coach id')] : employeeIds,
    read: readId('employeeId'),
  },
  {
    key: 'aamcId',
    label: 'AAMC ID',
    synonyms: called('aamc, aamc number, aamc no, aamc id number, aamcid, eras id, eras aamc id'),
    read: readId('aamcId'),
  },
  {
    key: 'npi',
    label: 'NPI',
    synonyms: called('npi number, npi no, national provider identifier, national provider id, npi id'),
    read: readNpi,
    evidence: { fits: (text) => npiProblem(text) === null, noun: 'NPIs with a check digit that fits' },
  },
  {
    key: 'netId',
    label: 'NetID',
    synonyms: called(
      'net id, username, user name, login, sso id, uid, user id, unix id, ad username, network id, logon, account',
    ),
    read: readId('netId'),
  },
]

const site: Field = {
  key: 'site',
  label: 'Site',
  synonyms: called(
    'campus, location, hospital, home site, home campus, home hospital, assigned campus, assigned site, clinical campus, base hospital, primary site, regional campus, training site, clinical site, site name, campus site',
  ),
  read: readText('site', 120),
}

const specialty: Field = {
  key: 'specialty',
  label: 'Specialty',
  synonyms: called(
    'speciality, clinical specialty, division, section, subspecialty, field, specialty division, medical specialty',
  ),
  read: readText('specialty', 120),
}

const fte: Field = {
  key: 'fte',
  label: 'FTE',
  synonyms: called(
    'effort, effort percent, percent effort, percentage effort, fte effort, coaching fte, protected time, coaching effort, effort fte, percent fte, fte percent',
  ),
  read: readFte,
}

const track: Field = {
  key: 'track',
  label: 'Track',
  synonyms: called('pathway, program track, curriculum track, degree program, track name, residency track'),
  read: readText('track', 80),
}

const note: Field = {
  key: 'note',
  label: 'Note',
  synonyms: called('notes, comment, comments, remarks, remark'),
  read: readText('note', 2000),
}

/** "Faculty coach", "Assigned coach name": whose coach it is goes without saying. */
const coachesOf = (...endings: string[]): string[] =>
  ['assigned', 'current', 'faculty', 'academic', 'primary', 'physician', 'my'].flatMap((kind) =>
    endings.map((ending) => `${kind} coach${ending}`),
  )

const learnerFields: readonly Field[] = [
  ...names('learners'),
  ...contacts,
  ...ids('learners'),
  {
    key: 'classYear',
    label: 'Class year',
    synonyms: called(
      'class, class of, graduation year, grad year, expected graduation, expected graduation year, expected grad year, year of graduation, graduating class, anticipated graduation, expected graduation date, egd, exp graduation, exp grad, exp grad year, expected grad, grad date',
    ),
    read: readClassYear,
    evidence: { fits: (text) => classPattern.test(text), noun: 'classes such as "Class of 2029"' },
  },
  {
    key: 'level',
    label: 'Level',
    synonyms: called(
      'pgy, pgy level, training level, year, year level, class level, ms year, training year, pgy year, level of training, academic level, student level, year in program, program year, year of training, current level, year of study, postgraduate year, current pgy',
    ),
    read: readLevel,
    evidence: {
      fits: (text) => /[a-z]/i.test(text) && (parseLevel(text, ume)?.level ?? '') !== '',
      noun: 'levels such as M3 or PGY-2',
    },
  },
  {
    key: 'status',
    label: 'Status',
    synonyms: called(
      'enrollment status, enrolment status, student status, academic status, current status, training status, program status, status type, standing',
    ),
    read: readLearnerStatus,
  },
  {
    key: 'cohort',
    label: 'Cohort',
    synonyms: called('cohort name, class cohort, group, entering class'),
    read: readCohort,
  },
  site,
  track,
  {
    key: 'startDate',
    label: 'Start date',
    synonyms: called(
      'start, started, matriculation date, matriculated, entry date, program start date, training start date, start on, date started, program start, enrollment date, matriculation',
    ),
    read: readDate('startDate'),
  },
  {
    key: 'endDate',
    label: 'End date',
    synonyms: called(
      'end, ended, program end date, training end date, expected end date, completion date, expected completion date, expected completion, exp completion, exp completion date, anticipated completion, anticipated completion date, date ended, program end',
    ),
    read: readDate('endDate'),
  },
  // A section or division of learners is a group of them, not a specialty.
  {
    ...specialty,
    synonyms: called('speciality, medical specialty, clinical specialty, subspecialty, program specialty'),
    carried: true,
  },
  { ...fte, carried: true },
  {
    key: 'coachName',
    label: 'Coach',
    synonyms: [
      ...called('coach name, coach assigned, coach full name, coach last first, name of coach, coach assignment'),
      ...coachesOf('', ' name', ' full name'),
    ],
    read: readText('coachName', 240),
    carried: true,
  },
  {
    key: 'coachEmail',
    label: 'Coach e-mail',
    synonyms: [
      ...called('coach email, coach email address, email of coach, coach mail'),
      ...coachesOf(' email', ' email address'),
    ],
    read: readCoachEmail,
    carried: true,
  },
  note,
]

const coachFields: readonly Field[] = [
  ...names('coaches'),
  {
    key: 'degrees',
    label: 'Degrees',
    synonyms: called('degree, credentials, credential, degree s, title degree'),
    read: readText('degrees', 80),
  },
  ...contacts,
  ...ids('coaches'),
  {
    key: 'department',
    label: 'Department',
    synonyms: called(
      'dept, department name, home department, department division, academic department, primary department',
    ),
    read: readText('department', 120),
  },
  specialty,
  {
    key: 'coachType',
    label: 'Coach type',
    synonyms: called('type, type of coach, coaching type, role, coach role, kind of coach'),
    read: readCoachType,
  },
  {
    key: 'capacity',
    label: 'Capacity',
    synonyms: called(
      'max learners, max number, max students, max residents, max coachees, maximum learners, maximum, max, panel size, number of learners, slots, coaching capacity, maximum number of learners, max number of learners, max load',
    ),
    read: readCapacity,
  },
  fte,
  {
    key: 'status',
    label: 'Status',
    synonyms: called('coach status, current status, coaching status, faculty status, availability'),
    read: readCoachStatus,
  },
  site,
  { ...track, carried: true },
  {
    key: 'startDate',
    label: 'Start date',
    synonyms: called(
      'start, started, appointment start, appointment date, coach since, start on, date started, appointment start date, term start',
    ),
    read: readDate('startDate'),
  },
  {
    key: 'endDate',
    label: 'End date',
    synonyms: called('end, ended, appointment end, term end, appointment end date, date ended'),
    read: readDate('endDate'),
  },
  note,
]

/** Fields that say by themselves who a row is. */
export const identifying: ReadonlySet<ValueKey> = new Set<ValueKey>([
  'studentId',
  'employeeId',
  'aamcId',
  'npi',
  'netId',
  'email',
])

/** The fields a roster of this kind can have, in the order of its columns. */
export function fieldsOf(kind: RosterKind): readonly Field[] {
  return kind === 'learners' ? learnerFields : coachFields
}

/** What is shown of a row and not stored with the person. */
export const carriedKeys: Record<RosterKind, ReadonlySet<FieldKey>> = {
  learners: carriedIn(learnerFields),
  coaches: carriedIn(coachFields),
}

function carriedIn(fields: readonly Field[]): ReadonlySet<FieldKey> {
  return new Set(fields.filter(({ carried }) => carried).map(({ key }) => key))
}

/** How a field is called on screen. */
export function fieldLabel(kind: RosterKind, key: FieldKey): string {
  return fieldsOf(kind).find((field) => field.key === key)?.label ?? key
}
