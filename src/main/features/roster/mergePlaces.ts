import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** Gives every identity and place of a person to another. */
export async function moveToPerson(tx: Db, fromPerson: Id, toPerson: Id): Promise<void> {
  for (const table of ['person_identity', 'enrolment', 'appointment', 'staff_role', 'budget_item'] as const)
    await tx
      .updateTable(table)
      .set((eb) => ({ person_id: toPerson, revision: eb('revision', '+', 1) }))
      .where('person_id', '=', fromPerson)
      .execute()
}

/** Two places of one program, one after the other, of which one row stays. */
export interface Sequence {
  readonly stayId: Id
  readonly goId: Id
  readonly earlierId: Id
  /** The day the last standing of the earlier place begins, and the first one of the later. */
  readonly earlierLast: PlainDate
  readonly laterFirst: PlainDate
}

/** Makes one place of two: the earlier start, all else as in the later one, and the standings and pairings of both. */
export async function joinPlaces(tx: Db, kind: RosterKind, sequence: Sequence): Promise<void> {
  await moveDependents(tx, kind, sequence)
  if (kind === 'learners') await joinEnrolments(tx, sequence)
  else await joinAppointments(tx, sequence)
}

/** Pairings, and own fields where the place that stays says nothing. */
async function moveDependents(tx: Db, kind: RosterKind, { stayId, goId }: Sequence): Promise<void> {
  const link = kind === 'learners' ? 'enrolment_id' : 'appointment_id'
  const said = tx.selectFrom('custom_value').select('field_id').where(link, '=', stayId)
  await tx.deleteFrom('custom_value').where(link, '=', goId).where('field_id', 'in', said).execute()
  for (const table of ['pairing', 'custom_value'] as const)
    await tx
      .updateTable(table)
      .set((eb) => ({ [link]: stayId, revision: eb('revision', '+', 1) }))
      .where(link, '=', goId)
      .execute()
}

async function joinEnrolments(tx: Db, { stayId, goId, earlierId, earlierLast, laterFirst }: Sequence): Promise<void> {
  await tx
    .updateTable('enrolment_standing')
    .set((eb) => ({ to_on: addDays(laterFirst, -1), revision: eb('revision', '+', 1) }))
    .where('enrolment_id', '=', earlierId)
    .where('from_on', '=', earlierLast)
    .execute()
  await tx
    .updateTable('enrolment_standing')
    .set((eb) => ({ enrolment_id: stayId, revision: eb('revision', '+', 1) }))
    .where('enrolment_id', '=', goId)
    .execute()
  const going = await tx.selectFrom('enrolment').selectAll().where('id', '=', goId).executeTakeFirstOrThrow()
  const { cohort_id, site_id, class_year, track, ends_on, starts_on } = going
  const later = { cohort_id, site_id, class_year, track, ends_on }
  await tx
    .updateTable('enrolment')
    .set((eb) => ({ ...(earlierId === goId ? { starts_on } : later), revision: eb('revision', '+', 1) }))
    .where('id', '=', stayId)
    .execute()
  await tx.deleteFrom('enrolment').where('id', '=', goId).execute()
}

async function joinAppointments(tx: Db, { stayId, goId, earlierId, earlierLast, laterFirst }: Sequence): Promise<void> {
  await tx
    .updateTable('appointment_standing')
    .set((eb) => ({ to_on: addDays(laterFirst, -1), revision: eb('revision', '+', 1) }))
    .where('appointment_id', '=', earlierId)
    .where('from_on', '=', earlierLast)
    .execute()
  await tx
    .updateTable('appointment_standing')
    .set((eb) => ({ appointment_id: stayId, revision: eb('revision', '+', 1) }))
    .where('appointment_id', '=', goId)
    .execute()
  const going = await tx.selectFrom('appointment').selectAll().where('id', '=', goId).executeTakeFirstOrThrow()
  const { site_id, coach_type, ends_on, starts_on } = going
  const later = { site_id, coach_type, ends_on }
  await tx
    .updateTable('appointment')
    .set((eb) => ({ ...(earlierId === goId ? { starts_on } : later), revision: eb('revision', '+', 1) }))
    .where('id', '=', stayId)
    .execute()
  await tx.deleteFrom('appointment').where('id', '=', goId).execute()
}
