import type { Kysely } from 'kysely'
import { inBatches, insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CompletionDraft, MeetingDraft, ObservationDraft, RecordKind } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** Whose: of everybody in a program, or of one coach in it. */
export interface RecordsOf {
  readonly programId: Id
  readonly coachId?: Id | undefined
}

interface Stored {
  readonly id: Id
  readonly revision: number
}

export type StoredMeeting = Omit<MeetingDraft, keyof Stored> & Stored
export type StoredCompletion = Omit<CompletionDraft, keyof Stored> & Stored & { moduleName: string }
export type StoredObservation = Omit<ObservationDraft, keyof Stored> & Stored

/** Meetings, newest first. */
export async function loadMeetings(db: Db, { programId, coachId }: RecordsOf): Promise<StoredMeeting[]> {
  let query = db
    .selectFrom('meeting')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['meeting.id', 'meeting.revision', 'enrolment_id as learnerId', 'appointment_id as coachId'])
    .select(['met_on as on', 'outcome', 'mode', 'minutes'])
    .where('program_id', '=', programId)
    .orderBy('met_on', 'desc')
    .orderBy('meeting.id', 'desc')
  if (coachId !== undefined) query = query.where('appointment_id', '=', coachId)
  return query.execute()
}

/** Modules done, newest first. */
export async function loadCompletions(db: Db, { programId, coachId }: RecordsOf): Promise<StoredCompletion[]> {
  let query = db
    .selectFrom('module_completion')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['module_completion.id', 'module_completion.revision', 'appointment_id as coachId'])
    .select(['module_id as moduleId', 'module_name as moduleName', 'completed_on as on'])
    .where('program_id', '=', programId)
    .orderBy('completed_on', 'desc')
    .orderBy('module_completion.id', 'desc')
  if (coachId !== undefined) query = query.where('appointment_id', '=', coachId)
  return query.execute()
}

/** Observations, newest first. */
export async function loadObservations(db: Db, { programId, coachId }: RecordsOf): Promise<StoredObservation[]> {
  let query = db
    .selectFrom('observation')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['observation.id', 'observation.revision', 'appointment_id as coachId'])
    .select(['observer_id as observerId', 'observed_on as on', 'round'])
    .where('program_id', '=', programId)
    .orderBy('observed_on', 'desc')
    .orderBy('observation.id', 'desc')
  if (coachId !== undefined) query = query.where('appointment_id', '=', coachId)
  return query.execute()
}

const meetingColumns = ({ learnerId, coachId, on, outcome, mode, minutes }: MeetingDraft) => ({
  enrolment_id: learnerId,
  appointment_id: coachId,
  met_on: on,
  outcome,
  mode,
  minutes,
})

/** @returns the ids of the new meetings, in their order */
export async function insertMeetings(db: Db, meetings: readonly MeetingDraft[]): Promise<Id[]> {
  const rows = meetings.map((meeting) => ({ id: newId(), revision: 1, ...meetingColumns(meeting) }))
  await insertRows(db, 'meeting', rows)
  return rows.map(({ id }) => id)
}

export async function updateMeeting(db: Db, id: Id, meeting: MeetingDraft): Promise<void> {
  await db
    .updateTable('meeting')
    .set((eb) => ({ ...meetingColumns(meeting), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type CompletionRow = Omit<StoredCompletion, 'id' | 'revision'>

const completionColumns = ({ coachId, moduleId, moduleName, on }: CompletionRow) => ({
  appointment_id: coachId,
  module_id: moduleId,
  module_name: moduleName,
  completed_on: on,
})

/** @returns the ids of the new rows, in their order */
export async function insertCompletions(db: Db, completions: readonly CompletionRow[]): Promise<Id[]> {
  const rows = completions.map((completion) => ({ id: newId(), revision: 1, ...completionColumns(completion) }))
  await insertRows(db, 'module_completion', rows)
  return rows.map(({ id }) => id)
}

export async function updateCompletion(db: Db, id: Id, completion: CompletionRow): Promise<void> {
  await db
    .updateTable('module_completion')
    .set((eb) => ({ ...completionColumns(completion), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const observationColumns = ({ coachId, observerId, on, round }: ObservationDraft) => ({
  appointment_id: coachId,
  observer_id: observerId,
  observed_on: on,
  round,
})

export async function insertObservation(db: Db, observation: ObservationDraft): Promise<Id> {
  const id = newId()
  await db
    .insertInto('observation')
    .values({ id, revision: 1, ...observationColumns(observation) })
    .execute()
  return id
}

export async function updateObservation(db: Db, id: Id, observation: ObservationDraft): Promise<void> {
  await db
    .updateTable('observation')
    .set((eb) => ({ ...observationColumns(observation), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const tableOf = { meetings: 'meeting', completions: 'module_completion', observations: 'observation' } as const

export async function deleteRecords(db: Db, kind: RecordKind, ids: readonly Id[]): Promise<void> {
  for (const batch of inBatches(ids)) await db.deleteFrom(tableOf[kind]).where('id', 'in', batch).execute()
}
