import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { commonDays, type Days, daysFrom, presentDays } from '#shared/coaching/days.ts'
import type { KnownPerson } from '#shared/coaching/findPerson.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { displayName, sortName } from '#shared/roster/personName.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>
type PlaceTable = 'enrolment' | 'appointment'

/** The place somebody has or had in a program, as a learner or as a coach. */
export interface Place {
  readonly id: Id
  readonly personId: Id
  readonly name: string
}

/** Everybody who ever had a place of a kind in a program, by its id. */
export async function loadPlaces(db: Db, table: PlaceTable, programId: Id): Promise<ReadonlyMap<Id, Place>> {
  const rows = await namesIn(db, table, programId)
  return new Map(rows.map((row) => [row.id, { id: row.id, personId: row.personId, name: displayName(row) }]))
}

/** The same with all that a list may call them by. */
export async function loadKnown(db: Db, table: PlaceTable, programId: Id): Promise<KnownPerson[]> {
  const [rows, identities] = await Promise.all([
    namesIn(db, table, programId),
    db
      .selectFrom('person_identity')
      .select(['person_id as personId', 'kind', 'value'])
      .where('person_id', 'in', (eb) => eb.selectFrom(table).select('person_id').where('program_id', '=', programId))
      .execute(),
  ])
  const known = Map.groupBy(identities, ({ personId }) => personId)
  return rows.map((row) => {
    const own = known.get(row.personId) ?? []
    return {
      id: row.id,
      name: displayName(row),
      names: [displayName(row), sortName(row), `${row.firstName} ${row.lastName}`],
      emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value),
      ids: own.filter(({ kind }) => kind !== 'email').map(({ value }) => value),
    }
  })
}

const namesIn = (db: Db, table: PlaceTable, programId: Id) =>
  db
    .selectFrom(table)
    .innerJoin('person', 'person.id', 'person_id')
    .select([`${table}.id`, 'person_id as personId', 'last_name as lastName', 'first_name as firstName'])
    .select(['preferred_name as preferredName', 'middle_name as middleName', 'suffix'])
    .where('program_id', '=', programId)
    .execute()

export interface PairDays {
  readonly learnerId: Id
  readonly coachId: Id
  /** When they were paired. */
  readonly paired: readonly Days[]
  /** When they were paired and both there. */
  readonly days: readonly Days[]
}

/** When each coach coached, and each pair was together; leave and research years are left out on both sides. */
export async function loadDays(
  db: Db,
  programId: Id,
): Promise<{ coaches: ReadonlyMap<Id, readonly Days[]>; pairs: PairDays[] }> {
  const [learners, coaches, pairings] = await Promise.all([
    loadPresence(db, 'enrolment', programId),
    loadPresence(db, 'appointment', programId),
    db
      .selectFrom('pairing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['enrolment_id as learnerId', 'appointment_id as coachId', 'from_on', 'to_on'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
  ])
  const byPair = Map.groupBy(pairings, ({ learnerId, coachId }) => `${learnerId} ${coachId}`)
  const pairs = [...byPair.values()].map((rows): PairDays => {
    const { learnerId, coachId } = rows[0]!
    const paired = rows.flatMap(({ from_on, to_on }) => daysFrom(from_on, to_on))
    const both = commonDays(learners.get(learnerId) ?? [], coaches.get(coachId) ?? [])
    return { learnerId, coachId, paired, days: commonDays(paired, both) }
  })
  return { coaches, pairs }
}

async function loadPresence(db: Db, table: PlaceTable, programId: Id): Promise<Map<Id, Days[]>> {
  const [places, standings] = await Promise.all([
    db
      .selectFrom(table)
      .select(['id', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('program_id', '=', programId)
      .execute(),
    table === 'enrolment' ? learnerStandings(db, programId) : coachStandings(db, programId),
  ])
  const standingsOf = Map.groupBy(standings, ({ placeId }) => placeId)
  return new Map(
    places.map((place) => [place.id, presentDays(standingsOf.get(place.id) ?? [], (held) => held.isPresent, place)]),
  )
}

interface Held {
  placeId: Id
  fromOn: string
  toOn: string | null
  isPresent: boolean
}

async function learnerStandings(db: Db, programId: Id): Promise<Held[]> {
  const rows = await db
    .selectFrom('enrolment_standing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id as placeId', 'from_on as fromOn', 'to_on as toOn', 'status'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
    .execute()
  return rows.map(({ status, ...row }) => ({ ...row, isPresent: learnerPresence(status) === 'present' }))
}

async function coachStandings(db: Db, programId: Id): Promise<Held[]> {
  const rows = await db
    .selectFrom('appointment_standing')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id as placeId', 'from_on as fromOn', 'to_on as toOn', 'status'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
    .execute()
  return rows.map(({ status, ...row }) => ({ ...row, isPresent: coachPresence(status) === 'present' }))
}
