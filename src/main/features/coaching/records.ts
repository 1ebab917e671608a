import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadPlaces, type Place } from '#main/features/coaching/people.ts'
import {
  deleteRecords,
  insertCompletions,
  insertMeetings,
  insertObservation,
  loadCompletions,
  loadMeetings,
  loadObservations,
  type RecordsOf,
  updateCompletion,
  updateMeeting,
  updateObservation,
} from '#main/features/coaching/repository.ts'
import { designInForce } from '#main/features/program/design.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type {
  CoachRecord,
  Completion,
  CompletionDraft,
  Meeting,
  MeetingDraft,
  Observation,
  ObservationDraft,
  RecordKind,
} from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>
type Places = ReadonlyMap<Id, Place>

/** The meetings of a program, or of one coach in it, newest first. @throws Refusal `not_found` */
export async function listMeetings(db: Db, of: RecordsOf): Promise<Meeting[]> {
  await requireProgram(db, of.programId)
  const [meetings, learners, coaches] = await Promise.all([
    loadMeetings(db, of),
    loadPlaces(db, 'enrolment', of.programId),
    loadPlaces(db, 'appointment', of.programId),
  ])
  return meetings.map((meeting) => {
    const [learner, coach] = [learners.get(meeting.learnerId)!, coaches.get(meeting.coachId)!]
    return {
      ...meeting,
      learnerPersonId: learner.personId,
      learnerName: learner.name,
      coachPersonId: coach.personId,
      coachName: coach.name,
    }
  })
}

/** What is recorded of one coach. @throws Refusal `not_found` */
export async function getRecord(db: Db, of: RecordsOf & { coachId: Id }): Promise<CoachRecord> {
  const meetings = await listMeetings(db, of)
  requireCoach(await loadPlaces(db, 'appointment', of.programId), of.coachId)
  const { design } = await designInForce(db, of.programId)
  return {
    meetings,
    completions: await listCompletions(db, of),
    observations: await listObservations(db, of),
    modules: design.development.choices.modules.map(({ id, name }) => ({ id, name })),
  }
}

async function listCompletions(db: Db, of: RecordsOf): Promise<Completion[]> {
  const [rows, coaches] = [await loadCompletions(db, of), await loadPlaces(db, 'appointment', of.programId)]
  return rows.map((row) => ({ ...row, coachName: coaches.get(row.coachId)!.name }))
}

async function listObservations(db: Db, of: RecordsOf): Promise<Observation[]> {
  const [rows, coaches] = [await loadObservations(db, of), await loadPlaces(db, 'appointment', of.programId)]
  return rows.map((row) => ({
    ...row,
    coachName: coaches.get(row.coachId)!.name,
    observerName: row.observerId === null ? null : (coaches.get(row.observerId)?.name ?? null),
  }))
}

function requireCoach(coaches: Places, coachId: Id): Place {
  const coach = coaches.get(coachId)
  if (!coach) throw refuse('not_found', 'This coach is not in the program any more.')
  return coach
}

/**
 * Records meetings, or changes them, all or none. A pair meets once a day at most, so that a list can be brought in again.
 * @throws Refusal `not_found`, `stale`; `conflict` where a meeting lies ahead or is recorded already, naming each by its
 * place in the list
 */
export async function saveMeetings(
  file: DataFile,
  { programId, meetings }: { programId: Id; meetings: MeetingDraft[] },
  call: CallContext,
): Promise<Meeting[]> {
  const isNew = meetings.every(({ id }) => id === undefined)
  const label = (saved: readonly Meeting[]) => {
    const what =
      saved.length === 1
        ? `the meeting of ${saved[0]!.learnerName} with ${saved[0]!.coachName}`
        : count(saved.length, 'meeting')
    return `${isNew ? 'Record' : 'Change'} ${what}`
  }
  return file.write(call, { label }, async (tx) => {
    await requireProgram(tx, programId)
    const [stored, learners, coaches] = [
      await loadMeetings(tx, { programId }),
      await loadPlaces(tx, 'enrolment', programId),
      await loadPlaces(tx, 'appointment', programId),
    ]
    for (const draft of meetings) {
      if (!learners.has(draft.learnerId)) throw refuse('not_found', 'A learner is not in this program any more.')
      requireCoach(coaches, draft.coachId)
      requireCurrent('meeting', draft, stored)
    }
    refuseWrongMeetings(meetings, stored, call.today, (id) => (learners.get(id) ?? coaches.get(id))!.name)
    const added = await insertMeetings(
      tx,
      meetings.filter(({ id }) => id === undefined),
    )
    for (const draft of meetings) if (draft.id !== undefined) await updateMeeting(tx, draft.id, draft)
    const ids = new Set([...added, ...meetings.flatMap(({ id }) => id ?? [])])
    return (await listMeetings(tx, { programId })).filter(({ id }) => ids.has(id))
  })
}

function refuseWrongMeetings(
  meetings: readonly MeetingDraft[],
  stored: readonly (MeetingDraft & { id: Id })[],
  today: PlainDate,
  nameOf: (id: Id) => string,
): void {
  const key = ({ learnerId, coachId, on }: MeetingDraft) => [learnerId, coachId, on].join(' ')
  const changed = new Set(meetings.map(({ id }) => id))
  const taken = new Set(stored.filter(({ id }) => !changed.has(id)).map(key))
  const problems = meetings.flatMap((meeting, index): ProblemDetail[] => {
    if (meeting.on > today) return [{ path: `meetings.${index}.on`, message: aheadWords('meeting', meeting.on) }]
    const isTaken = taken.has(key(meeting))
    taken.add(key(meeting))
    const pair = `${nameOf(meeting.learnerId)} with ${nameOf(meeting.coachId)}`
    return isTaken
      ? [
          {
            path: `meetings.${index}.on`,
            message: `A meeting of ${pair} on ${formatDate(meeting.on)} is recorded already. Change that one, or enter another day.`,
          },
        ]
      : []
  })
  if (problems.length > 0) throw refuse('conflict', problems[0]!.message, problems)
}

const aheadWords = (what: string, on: PlainDate): string =>
  `${formatDate(on)} lies ahead. Only what happened is recorded: enter the day of the ${what}.`

/** What is changed is as it was when it was read. */
function requireCurrent(
  what: string,
  draft: { id?: Id | undefined; revision?: number | undefined },
  stored: readonly { id: Id; revision: number }[],
): void {
  if (draft.id === undefined) return
  const known = stored.find(({ id }) => id === draft.id)
  if (!known) throw refuse('not_found', `This ${what} is not recorded any more. The list now shows what is.`)
  if (known.revision !== draft.revision)
    throw refuse('stale', `This ${what} was changed meanwhile. Look at it before changing it.`)
}

/**
 * Records that a coach did a module, or changes that.
 * @throws Refusal `not_found`, `stale`; `conflict` where the day lies ahead, or the same is recorded already
 */
export async function saveCompletion(
  file: DataFile,
  { programId, completion }: { programId: Id; completion: CompletionDraft },
  call: CallContext,
): Promise<Completion> {
  const label = ({ moduleName, coachName }: Completion) => `Record ${moduleName} of ${coachName}`
  return file.write(call, { label }, async (tx) => {
    await requireProgram(tx, programId)
    const { coachId, moduleId, on } = completion
    requireCoach(await loadPlaces(tx, 'appointment', programId), coachId)
    const stored = await loadCompletions(tx, { programId, coachId })
    requireCurrent('completion', completion, stored)
    const { design } = await designInForce(tx, programId)
    const moduleName =
      design.development.choices.modules.find(({ id }) => id === moduleId)?.name ??
      stored.find((one) => one.id === completion.id && one.moduleId === moduleId)?.moduleName
    if (moduleName === undefined)
      throw refuse('not_found', 'This module is not in the answer to question 7. Choose one that is, or add it there.')
    if (on > call.today) throw refuseDay(aheadWords('completion', on))
    if (stored.some((one) => one.id !== completion.id && one.moduleId === moduleId && one.on === on))
      throw refuseDay(`${moduleName} on ${formatDate(on)} is recorded already. Enter another day.`)
    const row = { coachId, moduleId, moduleName, on }
    const id = completion.id ?? (await insertCompletions(tx, [row]))[0]!
    if (completion.id !== undefined) await updateCompletion(tx, id, row)
    return (await listCompletions(tx, { programId, coachId })).find((one) => one.id === id)!
  })
}

const refuseDay = (message: string) => refuse('conflict', message, [{ path: 'on', message }])

/**
 * Records that a coach was observed, or changes that.
 * @throws Refusal `not_found`, `stale`; `conflict` where the day lies ahead, or a coach would observe themselves
 */
export async function saveObservation(
  file: DataFile,
  { programId, observation }: { programId: Id; observation: ObservationDraft },
  call: CallContext,
): Promise<Observation> {
  const label = ({ coachName }: Observation) => `Record the observation of ${coachName}`
  return file.write(call, { label }, async (tx) => {
    await requireProgram(tx, programId)
    const { coachId, observerId, on } = observation
    const coaches = await loadPlaces(tx, 'appointment', programId)
    const coach = requireCoach(coaches, coachId)
    if (observerId !== null && requireCoach(coaches, observerId).personId === coach.personId)
      throw refuse('conflict', `${coach.name} cannot observe themselves. Choose another coach, or nobody.`)
    requireCurrent('observation', observation, await loadObservations(tx, { programId, coachId }))
    if (on > call.today) throw refuseDay(aheadWords('observation', on))
    const id = observation.id ?? (await insertObservation(tx, observation))
    if (observation.id !== undefined) await updateObservation(tx, id, observation)
    return (await listObservations(tx, { programId, coachId })).find((one) => one.id === id)!
  })
}

const words: Record<RecordKind, readonly [one: string, many: string]> = {
  meetings: ['meeting', 'meetings'],
  completions: ['module done', 'modules done'],
  observations: ['observation', 'observations'],
}

/** Takes records out that were entered by mistake, all or none. @throws Refusal `not_found` */
export async function removeRecords(
  file: DataFile,
  { programId, kind, ids }: { programId: Id; kind: RecordKind; ids: Id[] },
  call: CallContext,
): Promise<{ removed: number }> {
  const load = { meetings: loadMeetings, completions: loadCompletions, observations: loadObservations }[kind]
  return file.write(call, { label: `Remove ${count(ids.length, ...words[kind])}` }, async (tx) => {
    await requireProgram(tx, programId)
    const known = new Set((await load(tx, { programId })).map(({ id }) => id))
    if (!ids.every((id) => known.has(id)))
      throw refuse('not_found', `One of them is not recorded any more. The list now shows what is.`)
    await deleteRecords(tx, kind, ids)
    return { removed: new Set(ids).size }
  })
}
