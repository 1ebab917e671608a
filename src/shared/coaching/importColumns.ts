import type { ImportedRecords } from '#shared/coaching/importSchema.ts'
import type { PlainField } from '#shared/imports/plainTable.ts'

export type RecordField =
  | 'on'
  | 'learner'
  | 'learnerEmail'
  | 'learnerId'
  | 'coach'
  | 'coachEmail'
  | 'coachId'
  | 'module'
  | 'outcome'
  | 'mode'
  | 'minutes'

const called = (headers: string): string[] => headers.split(', ')

const coachFields: PlainField<RecordField>[] = [
  {
    key: 'coach',
    label: 'Coach',
    synonyms: called(
      'coach name, name of coach, faculty, faculty coach, faculty name, advisor, adviser, academic coach, mentor, assigned coach',
    ),
  },
  {
    key: 'coachEmail',
    label: 'Coach’s e-mail',
    synonyms: called('coach email, coach email address, faculty email, advisor email, email of coach'),
  },
  {
    key: 'coachId',
    label: 'Coach’s ID',
    synonyms: called('coach id, coach employee id, faculty id, employee id, coach npi, npi'),
  },
]

const meetingFields: readonly PlainField<RecordField>[] = [
  {
    key: 'on',
    label: 'Date',
    synonyms: called('meeting date, date of meeting, met on, session date, date met, encounter date, day, start date'),
  },
  {
    key: 'learner',
    label: 'Learner',
    synonyms: called(
      'learner name, student, student name, resident, resident name, trainee, trainee name, fellow, coachee, coachee name, mentee, advisee, intern, name',
    ),
  },
  {
    key: 'learnerEmail',
    label: 'Learner’s e-mail',
    synonyms: called(
      'learner email, student email, resident email, trainee email, coachee email, email, email address',
    ),
  },
  {
    key: 'learnerId',
    label: 'Learner’s ID',
    synonyms: called('learner id, student id, resident id, student number, trainee id, aamc id, id, sid'),
  },
  ...coachFields,
  {
    key: 'outcome',
    label: 'Held',
    synonyms: called('status, outcome, meeting status, attendance, attended, completed, met, happened, meeting held'),
  },
  {
    key: 'mode',
    label: 'How they met',
    synonyms: called('mode, format, type, meeting type, meeting format, modality, how, location, medium, method'),
  },
  {
    key: 'minutes',
    label: 'Minutes',
    synonyms: called('length, duration, duration minutes, length minutes, duration min, time spent, min, mins'),
  },
]

const completionFields: readonly PlainField<RecordField>[] = [
  ...coachFields.map((field) =>
    // In a list of training whoever is named is the coach.
    field.key === 'coach'
      ? { ...field, synonyms: [...field.synonyms, ...called('name, participant, attendee, learner name, user')] }
      : field.key === 'coachEmail'
        ? { ...field, synonyms: [...field.synonyms, ...called('email, email address, participant email, user email')] }
        : field,
  ),
  {
    key: 'module',
    label: 'Module',
    synonyms: called('module name, training, training name, course, course name, workshop, session, title, activity'),
  },
  {
    key: 'on',
    label: 'Date',
    synonyms: called(
      'completed on, completion date, date completed, completed, finished, date of completion, training date, date done, done on, attended on',
    ),
  },
  {
    key: 'outcome',
    label: 'Done',
    synonyms: called(
      'status, completion status, course status, training status, attended, attendance, attendance status, outcome, result, passed, completion',
    ),
  },
]

/** The columns that a list of each kind can have, by the names that usual lists give them. */
export const recordFields: Record<ImportedRecords, readonly PlainField<RecordField>[]> = {
  meetings: meetingFields,
  completions: completionFields,
}

/** A column that may tell what was talked about, which is never stored. */
export const tellsContent = (header: string): boolean =>
  /\b(?:notes?|topics?|comments?|discuss\w*|summar\w*|content|goals?|agenda|reflections?|concerns?|reason)\b/i.test(
    header,
  )
