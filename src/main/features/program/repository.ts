import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program, ProgramDraft } from '#shared/program/schema.ts'
import { goneLearnerStatuses, goneCoachStatuses } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>
/** Cohorts and sites have the same shape: a named part of a program, in the user's order. */
export type PartKind = 'cohort' | 'site'

/** Every program with its parts, in the order they were started; `today` decides who counts as being there. */
export async function loadPrograms(db: Db, today: PlainDate): Promise<Program[]> {
  const [programs, cohorts, sites, learners, coaches] = await Promise.all([
    db.selectFrom('program').selectAll().orderBy('id').execute(),
    db.selectFrom('cohort').selectAll().orderBy('position').execute(),
    db.selectFrom('site').selectAll().orderBy('position').execute(),
    countLearners(db, today),
    countCoaches(db, today),
  ])
  const partsOf = (parts: typeof cohorts, programId: Id) =>
    parts.filter((part) => part.program_id === programId).map(({ id, name }) => ({ id, name }))
  return programs.map(({ archived_on, ...program }) => ({
    ...program,
    archivedOn: archived_on,
    cohorts: partsOf(cohorts, program.id),
    sites: partsOf(sites, program.id),
    learners: learners.get(program.id) ?? 0,
    coaches: coaches.get(program.id) ?? 0,
  }))
}

async function countLearners(db: Db, today: PlainDate): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_standing as standing', 'standing.enrolment_id', 'enrolment.id')
    .select((eb) => ['program_id', eb.fn.count<number | string>('enrolment.id').distinct().as('count')])
    .where((eb) => eb.or([eb('standing.to_on', 'is', null), eb('standing.to_on', '>=', today)]))
    .where('standing.status', 'not in', goneLearnerStatuses)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .groupBy('program_id')
    .execute()
  return new Map(rows.map((row) => [row.program_id, Number(row.count)]))
}

async function countCoaches(db: Db, today: PlainDate): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom('appointment')
    .innerJoin('appointment_standing as standing', 'standing.appointment_id', 'appointment.id')
    .select((eb) => ['program_id', eb.fn.count<number | string>('appointment.id').distinct().as('count')])
    .where((eb) => eb.or([eb('standing.to_on', 'is', null), eb('standing.to_on', '>=', today)]))
    .where('standing.status', 'not in', goneCoachStatuses)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .groupBy('program_id')
    .execute()
  return new Map(rows.map((row) => [row.program_id, Number(row.count)]))
}

export async function insertProgram(db: Db, draft: ProgramDraft): Promise<Id> {
  const id = newId()
  const { name, kind, institution, year } = draft
  await db.insertInto('program').values({ id, revision: 1, name, kind, institution, year, archived_on: null }).execute()
  return id
}

/** Writes the program's own fields; false where its revision is no longer the given one. */
export async function updateProgram(db: Db, id: Id, revision: number, draft: ProgramDraft): Promise<boolean> {
  const { name, kind, institution, year } = draft
  const result = await db
    .updateTable('program')
    .set({ name, kind, institution, year, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Puts a program away from a day on, or brings it back with null. */
export async function setArchived(db: Db, id: Id, archivedOn: PlainDate | null): Promise<void> {
  await db
    .updateTable('program')
    .set((eb) => ({ archived_on: archivedOn, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function findProgram(db: Db, id: Id): Promise<{ id: Id; name: string } | undefined> {
  return db.selectFrom('program').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
}

export async function loadParts(
  db: Db,
  kind: PartKind,
  programId: Id,
): Promise<{ id: Id; name: string; position: number }[]> {
  return db.selectFrom(kind).select(['id', 'name', 'position']).where('program_id', '=', programId).execute()
}

export async function insertPart(db: Db, kind: PartKind, programId: Id, name: string, position: number): Promise<void> {
  await db.insertInto(kind).values({ id: newId(), revision: 1, program_id: programId, name, position }).execute()
}

export async function updatePart(db: Db, kind: PartKind, id: Id, name: string, position: number): Promise<void> {
  await db
    .updateTable(kind)
    .set((eb) => ({ name, position, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deletePart(db: Db, kind: PartKind, id: Id): Promise<void> {
  await db.deleteFrom(kind).where('id', '=', id).execute()
}

interface Placed {
  learners: number
  coaches: number
  staff: number
}

/** How many learners, coaches and staff, past ones too, are placed in a cohort or at a site. */
export async function countPlaced(db: Db, kind: PartKind, id: Id): Promise<Placed> {
  const column = kind === 'cohort' ? 'cohort_id' : 'site_id'
  const learners = await db
    .selectFrom('enrolment')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where(column, '=', id)
    .executeTakeFirstOrThrow()
  if (kind === 'cohort') return { learners: Number(learners.count), coaches: 0, staff: 0 }
  const coaches = await db
    .selectFrom('appointment')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('site_id', '=', id)
    .executeTakeFirstOrThrow()
  const staff = await db
    .selectFrom('staff_role')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('site_id', '=', id)
    .executeTakeFirstOrThrow()
  return { learners: Number(learners.count), coaches: Number(coaches.count), staff: Number(staff.count) }
}
