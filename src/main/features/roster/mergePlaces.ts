import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { moveRecords } from '#main/features/roster/placeRecords.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

const ofPeople = ['person_identity', 'enrolment', 'appointment', 'staff_role', 'budget_item', 'response'] as const

/** Gives every identity, place and response of a person to another. */
export async function moveToPerson(tx: Db, fromPerson: Id, toPerson: Id): Promise<void> {
  // A wave has one code for each person: that of whoever stays leads to them, and the other to nobody.
  const known = tx.selectFrom('survey_code').select('administration_id').where('person_id', '=', toPerson)
  await tx
    .deleteFrom('survey_code')
    .where('person_id', '=', fromPerson)
    .where('administration_id', 'in', known)
    .execute()
  for (const table of [...ofPeople, 'survey_code'] as const)
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

interface PlaceTables {
  place: 'enrolment' | 'appointment'
  standing: 'enrolment_standing' | 'appointment_standing'
  owner: 'enrolment_id' | 'appointment_id'
  /** What the later of two places says of both. */
  later: readonly string[]
}

const tablesOf: Record<RosterKind, PlaceTables> = {
  learners: {
    place: 'enrolment',
    standing: 'enrolment_standing',
    owner: 'enrolment_id',
    later: ['cohort_id', 'site_id', 'class_year', 'track', 'ends_on'],
  },
  coaches: {
    place: 'appointment',
    standing: 'appointment_standing',
    owner: 'appointment_id',
    later: ['site_id', 'coach_type', 'ends_on'],
  },
}

/** Makes one place of two: the earlier start, all else as in the later one, and the standings and pairings of both. */
export async function joinPlaces(tx: Db, kind: RosterKind, sequence: Sequence): Promise<void> {
  const tables = tablesOf[kind]
  await moveDependents(tx, tables, sequence)
  await joinStandings(tx, tables, sequence)
  const { stayId, goId, earlierId } = sequence
  const going = await tx.selectFrom(tables.place).selectAll().where('id', '=', goId).executeTakeFirstOrThrow()
  const taken = earlierId === goId ? ['starts_on'] : tables.later
  const columns = Object.fromEntries(Object.entries(going).filter(([column]) => taken.includes(column)))
  await tx
    .updateTable(tables.place)
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', stayId)
    .execute()
  await tx.deleteFrom(tables.place).where('id', '=', goId).execute()
}

/** Pairings and records, and own fields where the place that stays says nothing. */
async function moveDependents(tx: Db, { owner }: PlaceTables, { stayId, goId }: Sequence): Promise<void> {
  const said = tx.selectFrom('custom_value').select('field_id').where(owner, '=', stayId)
  await tx.deleteFrom('custom_value').where(owner, '=', goId).where('field_id', 'in', said).execute()
  if (owner === 'appointment_id')
    for (const table of ['response', 'response_comment'] as const)
      await tx
        .updateTable(table)
        .set((eb) => ({ appointment_id: stayId, revision: eb('revision', '+', 1) }))
        .where('appointment_id', '=', goId)
        .execute()
  await moveRecords(tx, owner, { stayId, goId })
  for (const table of ['pairing', 'custom_value'] as const)
    await tx
      .updateTable(table)
      .set((eb) => ({ [owner]: stayId, revision: eb('revision', '+', 1) }))
      .where(owner, '=', goId)
      .execute()
}

/** The last standing of the earlier place holds until the first of the later one begins. */
async function joinStandings(tx: Db, { standing, owner }: PlaceTables, sequence: Sequence): Promise<void> {
  const { stayId, goId, earlierId, earlierLast, laterFirst } = sequence
  await tx
    .updateTable(standing)
    .set((eb) => ({ to_on: addDays(laterFirst, -1), revision: eb('revision', '+', 1) }))
    .where(owner, '=', earlierId)
    .where('from_on', '=', earlierLast)
    .execute()
  await tx
    .updateTable(standing)
    .set((eb) => ({ [owner]: stayId, revision: eb('revision', '+', 1) }))
    .where(owner, '=', goId)
    .execute()
}
