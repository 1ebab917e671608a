import { readCapacity, readCoachStatus, readCoachType, readDate } from '#shared/imports/cellReaders.ts'
import {
  contacts,
  degrees,
  department,
  fte,
  ids,
  names,
  note,
  site,
  specialty,
  track,
} from '#shared/imports/commonFields.ts'
import { called, type Field } from '#shared/imports/field.ts'

/** What a roster of coaches can have, in the order of its columns. */
export const coachFields: readonly Field[] = [
  ...names('coaches'),
  degrees,
  ...contacts,
  ...ids('coaches'),
  department,
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
