import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

type Db = Kysely<Tables>

/** The addresses and ids that somebody is known by. */
export interface Identities {
  readonly emails: string[]
  readonly ids: string[]
}

/** Everybody who ever had a place in a program, and how they stood from day to day. */
export async function loadEnrolments(db: Db, programId: Id) {
  const [places, standings, identities] = await Promise.all([
    placesIn(db, 'enrolment', programId).orderBy('enrolment.id').execute(),
    db
      .selectFrom('enrolment_standing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['enrolment_id as placeId', 'from_on as fromOn', 'to_on as toOn', 'status', 'level'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
    loadIdentities(db, 'enrolment', programId),
  ])
  return { places, standings, identities }
}

/** The coaches of a program, by name. */
export async function loadAppointments(db: Db, programId: Id) {
  const [places, identities] = await Promise.all([
    placesIn(db, 'appointment', programId)
      .orderBy('last_name')
      .orderBy('first_name')
      .orderBy('appointment.id')
      .execute(),
    loadIdentities(db, 'appointment', programId),
  ])
  return { places, identities }
}

export function loadAppointmentStandings(db: Db, programId: Id) {
  return db
    .selectFrom('appointment_standing')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id as placeId', 'from_on as fromOn', 'to_on as toOn', 'status'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
    .execute()
}

/** The pairings of a program that had begun by a day, the oldest first. */
export function loadPairings(db: Db, programId: Id, until: PlainDate) {
  return db
    .selectFrom('pairing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id as enrolmentId', 'appointment_id as appointmentId', 'from_on as fromOn', 'to_on as toOn'])
    .where('program_id', '=', programId)
    .where('from_on', '<=', until)
    .orderBy('from_on')
    .execute()
}

const placesIn = (db: Db, table: 'enrolment' | 'appointment', programId: Id) =>
  db
    .selectFrom(table)
    .innerJoin('person', 'person.id', 'person_id')
    .leftJoin('site', 'site.id', 'site_id')
    .select([`${table}.id`, 'person_id as personId', 'site.name as site'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'last_name as lastName', 'first_name as firstName'])
    .select(['preferred_name as preferredName', 'middle_name as middleName', 'suffix'])
    .where(`${table}.program_id`, '=', programId)

async function loadIdentities(
  db: Db,
  table: 'enrolment' | 'appointment',
  programId: Id,
): Promise<ReadonlyMap<Id, Identities>> {
  const rows = await db
    .selectFrom('person_identity')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', (eb) => eb.selectFrom(table).select('person_id').where('program_id', '=', programId))
    .orderBy('position')
    .execute()
  const identities = new Map<Id, Identities>()
  for (const { person_id, kind, value } of rows) {
    const known = identities.get(person_id) ?? { emails: [], ids: [] }
    known[kind === 'email' ? 'emails' : 'ids'].push(value)
    identities.set(person_id, known)
  }
  return identities
}
