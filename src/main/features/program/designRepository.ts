import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { isOnce } from '#shared/program/calendar/tasks.ts'
import { type AnswerTo, answerToSchema, blankDesign } from '#shared/program/design/design.ts'
import { type DesignVersion, type StoredDesign, storedDesignSchema } from '#shared/program/design/version.ts'

type Db = Kysely<Tables>

/** A version that is in the data file. */
export type SavedVersion = DesignVersion & { id: Id }

const versionColumns = [
  'id',
  'number',
  'status as state',
  'adopted_on as adoptedOn',
  'adopted_by as adoptedBy',
] as const

/** The versions of a program, newest first. */
export async function loadVersions(db: Db, programId: Id): Promise<SavedVersion[]> {
  return db
    .selectFrom('design_version')
    .select(versionColumns)
    .where('program_id', '=', programId)
    .orderBy('number', 'desc')
    .execute()
}

export async function findVersion(db: Db, id: Id): Promise<(SavedVersion & { programId: Id }) | undefined> {
  return db
    .selectFrom('design_version')
    .select(versionColumns)
    .select('program_id as programId')
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The eight answers of a version; blank where nothing was saved, and all of them where there is no version. */
export async function loadAnswers(db: Db, versionId: Id | null): Promise<StoredDesign> {
  const rows =
    versionId === null
      ? []
      : await db.selectFrom('design_answer').selectAll().where('version_id', '=', versionId).execute()
  const blank = Object.entries(blankDesign()).map(([question, answer]): [string, unknown] => [
    question,
    { answer, revision: 0, savedAt: null, savedBy: '' },
  ])
  const saved = rows.map(({ question, answer, revision, saved_at, saved_by }): [string, unknown] => [
    question,
    { answer: JSON.parse(answer) as unknown, revision, savedAt: saved_at, savedBy: saved_by },
  ])
  // Parsed, so that a choice added in a later release has its default in an answer of today.
  return storedDesignSchema.parse(Object.fromEntries([...blank, ...saved]))
}

export async function insertVersion(db: Db, programId: Id, number: number): Promise<Id> {
  const id = newId()
  await db
    .insertInto('design_version')
    .values({ id, revision: 1, program_id: programId, number, status: 'draft', adopted_on: null, adopted_by: '' })
    .execute()
  return id
}

export async function markSuperseded(db: Db, id: Id): Promise<void> {
  await db
    .updateTable('design_version')
    .set((eb) => ({ status: 'superseded', revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markAdopted(db: Db, id: Id, on: PlainDate, by: string): Promise<void> {
  await db
    .updateTable('design_version')
    .set((eb) => ({ status: 'adopted', adopted_on: on, adopted_by: by, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteVersion(db: Db, id: Id): Promise<void> {
  await db.deleteFrom('design_answer').where('version_id', '=', id).execute()
  await db.deleteFrom('design_version').where('id', '=', id).execute()
}

/** Saves an answer in place of the one of that question. */
export async function putAnswer(
  db: Db,
  versionId: Id,
  to: AnswerTo,
  revision: number,
  call: CallContext,
): Promise<void> {
  // Parsed once more, so that what is stored has a fixed order of fields, and a comparison sees only what changed.
  const { question, answer } = answerToSchema.parse(to)
  const values = { answer: JSON.stringify(answer), saved_at: call.now, saved_by: call.actor, revision: revision + 1 }
  if (revision === 0)
    await db
      .insertInto('design_answer')
      .values({ id: newId(), version_id: versionId, question, ...values })
      .execute()
  else
    await db
      .updateTable('design_answer')
      .set(values)
      .where('version_id', '=', versionId)
      .where('question', '=', question)
      .execute()
}

/**
 * Copies the saved answers of one version into another that has none yet. They keep their revision, so that an answer
 * opened in the earlier version and saved in this one is stale where it was changed in between.
 */
export async function copyAnswers(db: Db, fromId: Id, toId: Id): Promise<void> {
  const rows = await db.selectFrom('design_answer').selectAll().where('version_id', '=', fromId).execute()
  for (const row of rows)
    await db
      .insertInto('design_answer')
      .values({ ...row, id: newId(), version_id: toId })
      .execute()
}

/** The tasks of a year that are marked as done, by key; those that come once also where they were done before it. */
export async function loadDoneTasks(
  db: Db,
  programId: Id,
  year: number,
): Promise<Map<string, { at: string; by: string }>> {
  const rows = await db
    .selectFrom('program_task')
    .select(['task', 'year', 'done_at', 'done_by'])
    .where('program_id', '=', programId)
    .where('year', '<=', year)
    .orderBy('year')
    .execute()
  const counted = rows.filter((row) => row.year === year || isOnce(row.task))
  return new Map(counted.map(({ task, done_at, done_by }) => [task, { at: done_at, by: done_by }]))
}

export async function insertDoneTask(
  db: Db,
  programId: Id,
  year: number,
  task: string,
  call: CallContext,
): Promise<void> {
  await db
    .insertInto('program_task')
    .values({ id: newId(), revision: 1, program_id: programId, year, task, done_at: call.now, done_by: call.actor })
    .execute()
}

export async function deleteDoneTask(db: Db, programId: Id, year: number, task: string): Promise<void> {
  await db
    .deleteFrom('program_task')
    .where('program_id', '=', programId)
    .where('year', '=', year)
    .where('task', '=', task)
    .execute()
}
