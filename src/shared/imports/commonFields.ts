import { isEmail, npiProblem } from '#shared/roster/identifiers.ts'
import { splitName } from '#shared/roster/personName.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import {
  readEmail,
  readFte,
  readFullName,
  readId,
  readNpi,
  readOtherEmails,
  readText,
} from '#shared/imports/cellReaders.ts'
import { called, type Field } from '#shared/imports/field.ts'

/** What a column of names is called after those who are in it. */
const nounsOf: Record<PeopleKind, string> = {
  learners: 'student, resident, learner, trainee',
  coaches: 'coach, faculty, faculty member',
  staff: 'staff, staff member, staff name, person, contact, employee, employee name',
}

/** The parts of a name, together or apart. */
export const names = (kind: PeopleKind): Field[] => [
  {
    key: 'fullName',
    label: 'Name',
    synonyms: called(
      `${nounsOf[kind]}, ` +
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

export const contacts: Field[] = [
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

/** What people are known by elsewhere. */
export const ids = (kind: PeopleKind): Field[] => [
  {
    key: 'studentId',
    label: 'Student ID',
    synonyms: kind === 'learners' ? [...studentIds, ...called('id, id number, learner id')] : studentIds,
    read: readId('studentId'),
  },
  {
    key: 'employeeId',
    label: 'Employee ID',
    synonyms: kind === 'learners' ? employeeIds : [...employeeIds, ...called('id, id number, coach id')],
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

export const site: Field = {
  key: 'site',
  label: 'Site',
  synonyms: called(
    'campus, location, hospital, home site, home campus, home hospital, assigned campus, assigned site, clinical campus, base hospital, primary site, regional campus, training site, clinical site, site name, campus site',
  ),
  read: readText('site', 120),
}

export const specialty: Field = {
  key: 'specialty',
  label: 'Specialty',
  synonyms: called(
    'speciality, clinical specialty, division, section, subspecialty, field, specialty division, medical specialty',
  ),
  read: readText('specialty', 120),
}

export const fte: Field = {
  key: 'fte',
  label: 'FTE',
  synonyms: called(
    'effort, effort percent, percent effort, percentage effort, fte effort, coaching fte, protected time, coaching effort, effort fte, percent fte, fte percent',
  ),
  read: readFte,
}

export const track: Field = {
  key: 'track',
  label: 'Track',
  synonyms: called('pathway, program track, curriculum track, degree program, track name, residency track'),
  read: readText('track', 80),
}

export const note: Field = {
  key: 'note',
  label: 'Note',
  synonyms: called('notes, comment, comments, remarks, remark'),
  read: readText('note', 2000),
}

export const degrees: Field = {
  key: 'degrees',
  label: 'Degrees',
  synonyms: called('degree, credentials, credential, degree s, title degree'),
  read: readText('degrees', 80),
}

export const department: Field = {
  key: 'department',
  label: 'Department',
  synonyms: called(
    'dept, department name, home department, department division, academic department, primary department',
  ),
  read: readText('department', 120),
}
