import { parseLevel } from '#shared/roster/level.ts'
import {
  readClassYear,
  readCoachEmail,
  readCohort,
  readDate,
  readLearnerStatus,
  readLevel,
  readText,
} from '#shared/imports/cellReaders.ts'
import { contacts, fte, ids, names, note, site, specialty, track } from '#shared/imports/commonFields.ts'
import { called, type Field } from '#shared/imports/field.ts'

const classPattern = /^class of (?:19|20)\d{2}$/i
const ume = { kind: 'ume', year: 2000 } as const

/** "Faculty coach", "Assigned coach name": whose coach it is goes without saying. */
const coachesOf = (...endings: string[]): string[] =>
  ['assigned', 'current', 'faculty', 'academic', 'primary', 'physician', 'my'].flatMap((kind) =>
    endings.map((ending) => `${kind} coach${ending}`),
  )

/** What a roster of learners can have, in the order of its columns. */
export const learnerFields: readonly Field[] = [
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
