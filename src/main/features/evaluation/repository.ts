import type { Kysely, Selectable } from 'kysely'
import * as z from 'zod'
import { insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { AdministrationTable, ResponseTable } from '#main/database/tables/evaluation.ts'
import type { Answers, Comment, LeftOut, Response } from '#shared/evaluation/responsesSchema.ts'
import { type Administration, expectedSchema } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** The waves of a program, oldest first. */
export async function loadAdministrations(db: Db, programId: Id): Promise<Administration[]> {
  const [rows, codes] = await Promise.all([
    db
      .selectFrom('administration')
      .selectAll()
      .where('program_id', '=', programId)
      .orderBy('opens_on')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('survey_code')
      .select((eb) => ['administration_id', eb.fn.countAll<number | string>().as('codes')])
      .groupBy('administration_id')
      .execute(),
  ])
  const counts = new Map(codes.map((row) => [row.administration_id, Number(row.codes)]))
  return rows.map((row) => administrationOf(row, counts.get(row.id) ?? 0))
}

function administrationOf(row: Selectable<AdministrationTable>, codes: number): Administration {
  return {
    id: row.id,
    revision: row.revision,
    programId: row.program_id,
    instrumentKey: row.instrument_key,
    instrumentVersion: row.instrument_version,
    name: row.name,
    population: row.population,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    identity: row.identity,
    expected: z.array(expectedSchema).parse(JSON.parse(row.expected)),
    codes,
    keyDestroyedAt: row.key_destroyed_at,
  }
}

type AdministrationColumns = Omit<AdministrationTable, 'id' | 'revision' | 'program_id' | 'key_destroyed_at'>

export async function insertAdministration(db: Db, programId: Id, columns: AdministrationColumns): Promise<Id> {
  const id = newId()
  await db
    .insertInto('administration')
    .values({ id, revision: 1, program_id: programId, key_destroyed_at: null, ...columns })
    .execute()
  return id
}

export async function updateAdministration(
  db: Db,
  id: Id,
  columns: Partial<AdministrationColumns & Pick<AdministrationTable, 'key_destroyed_at'>>,
): Promise<void> {
  await db
    .updateTable('administration')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Deletes a wave with all that came in. */
export async function deleteAdministration(db: Db, id: Id): Promise<void> {
  for (const table of ['response_comment', 'response', 'survey_code'] as const)
    await db.deleteFrom(table).where('administration_id', '=', id).execute()
  await db.deleteFrom('administration').where('id', '=', id).execute()
}

export async function loadCodes(db: Db, administrationId: Id): Promise<{ code: string; personId: Id }[]> {
  return db
    .selectFrom('survey_code')
    .select(['code', 'person_id as personId'])
    .where('administration_id', '=', administrationId)
    .orderBy('code')
    .execute()
}

export async function insertCodes(
  db: Db,
  administrationId: Id,
  codes: readonly { code: string; personId: Id }[],
): Promise<void> {
  const rows = codes.map(({ code, personId }) => ({
    id: newId(),
    revision: 1,
    administration_id: administrationId,
    code,
    person_id: personId,
  }))
  await insertRows(db, 'survey_code', rows)
}

/** Forgets whose the codes of a wave were, and which code a response had: the reason of one that nobody has names it too. */
export async function deleteKey(db: Db, administrationId: Id): Promise<void> {
  await db.deleteFrom('survey_code').where('administration_id', '=', administrationId).execute()
  await db
    .updateTable('response')
    .set((eb) => ({
      code: '',
      source_id: '',
      person_id: null,
      why: eb.case().when('state', '=', 'unknownCode').then('').else(eb.ref('why')).end(),
      revision: eb('revision', '+', 1),
    }))
    .where('administration_id', '=', administrationId)
    .execute()
}

/** A response with what the survey tool called it. Whose it is comes from the key where the wave is confidential. */
export interface LoadedResponse extends Response {
  readonly sourceId: string
}

/** The responses of waves, in the order they were stored: of named waves, that of the file. */
export async function loadResponses(db: Db, administrationIds: readonly Id[]): Promise<LoadedResponse[]> {
  if (administrationIds.length === 0) return []
  const rows = await responseRows(db)
    .where('response.administration_id', 'in', administrationIds)
    .orderBy('response.id')
    .execute()
  return rows.map(responseOf)
}

export async function findResponse(db: Db, id: Id): Promise<LoadedResponse | undefined> {
  const row = await responseRows(db).where('response.id', '=', id).executeTakeFirst()
  return row && responseOf(row)
}

/** Whether somebody has a response in the figures of a wave, besides one. */
export async function hasCounted(
  db: Db,
  { administrationId, personId, besides }: { administrationId: Id; personId: Id; besides: Id },
): Promise<boolean> {
  const other = await responseRows(db)
    .where('response.administration_id', '=', administrationId)
    .where('response.id', '!=', besides)
    .where('state', '=', 'counted')
    .where((eb) => eb.or([eb('response.person_id', '=', personId), eb('survey_code.person_id', '=', personId)]))
    .executeTakeFirst()
  return other !== undefined
}

/** Responses with whose they are, by name or by the key of their wave. */
const responseRows = (db: Db) =>
  db
    .selectFrom('response')
    .leftJoin('survey_code', (join) =>
      join
        .onRef('survey_code.administration_id', '=', 'response.administration_id')
        .onRef('survey_code.code', '=', 'response.code'),
    )
    .selectAll('response')
    .select('survey_code.person_id as coded_person_id')

const responseOf = (row: Selectable<ResponseTable> & { coded_person_id: Id | null }): LoadedResponse => ({
  id: row.id,
  administrationId: row.administration_id,
  sourceId: row.source_id,
  personId: row.person_id ?? row.coded_person_id,
  code: row.code,
  appointmentId: row.appointment_id,
  recordedOn: row.recorded_on,
  level: row.level,
  site: row.site,
  answers: JSON.parse(row.answers) as Answers,
  leftOut: JSON.parse(row.left_out) as LeftOut[],
  state: row.state,
  why: row.why,
})

export type ResponseRow = Omit<ResponseTable, 'id' | 'revision' | 'administration_id'>

export async function insertResponses(db: Db, administrationId: Id, responses: readonly ResponseRow[]): Promise<void> {
  const rows = responses.map((row) => ({ id: newId(), revision: 1, administration_id: administrationId, ...row }))
  await insertRows(db, 'response', rows)
}

export async function updateResponse(db: Db, id: Id, columns: Partial<ResponseRow>): Promise<void> {
  await db
    .updateTable('response')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The comments of waves; in no order that says who wrote them. */
export async function loadComments(db: Db, administrationIds: readonly Id[]): Promise<Comment[]> {
  if (administrationIds.length === 0) return []
  const rows = await db
    .selectFrom('response_comment')
    .select(['id', 'administration_id as administrationId', 'respondent', 'item', 'level', 'site'])
    .select(['appointment_id as appointmentId', 'text', 'themes'])
    .where('administration_id', 'in', administrationIds)
    .orderBy('text')
    .execute()
  return rows.map(({ themes, ...row }) => ({ ...row, themes: JSON.parse(themes) as string[] }))
}

export async function insertComments(db: Db, comments: readonly Omit<Comment, 'id' | 'themes'>[]): Promise<void> {
  const rows = comments.map(({ administrationId, appointmentId, ...comment }) => ({
    id: newId(),
    revision: 1,
    administration_id: administrationId,
    appointment_id: appointmentId,
    ...comment,
    themes: '[]',
  }))
  await insertRows(db, 'response_comment', rows)
}

export async function updateThemes(db: Db, commentId: Id, themes: readonly string[]): Promise<void> {
  await db
    .updateTable('response_comment')
    .set((eb) => ({ themes: JSON.stringify(themes), revision: eb('revision', '+', 1) }))
    .where('id', '=', commentId)
    .execute()
}
