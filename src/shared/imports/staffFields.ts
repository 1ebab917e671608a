import { readDate, readStaffRole, readTitle } from '#shared/imports/cellReaders.ts'
import { contacts, degrees, department, fte, ids, names, note, site } from '#shared/imports/commonFields.ts'
import { called, type Field } from '#shared/imports/field.ts'

/** What a list of those who run the program can have, in the order of its columns. */
export const staffFields: readonly Field[] = [
  ...names('staff'),
  degrees,
  {
    key: 'role',
    label: 'Role',
    synonyms: called(
      'program role, role in program, role in the program, function, responsibility, staff role, position type, coaching role',
    ),
    read: readStaffRole,
  },
  {
    key: 'title',
    label: 'Title',
    synonyms: called('job title, position, position title, official title, working title, job, appointment title'),
    read: readTitle,
  },
  ...contacts,
  ...ids('staff'),
  department,
  fte,
  site,
  {
    key: 'startDate',
    label: 'From',
    synonyms: called(
      'start, start date, started, since, in role since, role start, from date, start on, date started, hire date, date of hire, appointment start, effective date, term start',
    ),
    read: readDate('startDate'),
  },
  {
    key: 'endDate',
    label: 'Until',
    synonyms: called(
      'to, end, end date, ended, role end, through, to date, term end, appointment end, date ended, last day',
    ),
    read: readDate('endDate'),
  },
  note,
]
