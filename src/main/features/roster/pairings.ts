import type { Kysely } from 'kysely'
import { inBatches, insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { PairingTable } from '#main/database/tables/roster.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Learner, Pairing, RosterKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

const linkOf = { learners: 'enrolment_id', coaches: 'appointment_id' } as const

/** Pairings with the names of both, oldest first: of a program, or of a person in every program and both parts. */
export async function loadPairings(db: Db, of: { programId: Id } | { personId: Id }): Promise<Pairing[]> {
  const query = pairingsOf(db)
  const rows =
    'programId' in of
      ? query.where('enrolment.program_id', '=', of.programId)
      : query.where((eb) => eb.or([eb('learner.id', '=', of.personId), eb('coach.id', '=', of.personId)]))
  return (await rows.execute()).map(withNames)
}

/** The pairings with the given ids that are stored. */
export async function findPairings(db: Db, ids: readonly Id[]): Promise<Pairing[]> {
  const found: Pairing[] = []
  for (const batch of inBatches(ids))
    found.push(...(await pairingsOf(db).where('pairing.id', 'in', batch).execute()).map(withNames))
  return found
}

const pairingsOf = (db: Db) =>
  db
    .selectFrom('pairing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .innerJoin('person as learner', 'learner.id', 'enrolment.person_id')
    .innerJoin('person as coach', 'coach.id', 'appointment.person_id')
    .select(['pairing.id', 'enrolment_id as learnerId', 'appointment_id as coachId'])
    .select(['from_on as fromOn', 'to_on as toOn', 'started_why as startedWhy', 'ended_why as endedWhy'])
    .select(['learner.id as learnerPersonId', 'coach.id as coachPersonId'])
    .select(['learner.last_name as l1', 'learner.first_name as l2', 'learner.preferred_name as l3'])
    .select(['learner.suffix as l4', 'coach.last_name as c1', 'coach.first_name as c2'])
    .select(['coach.preferred_name as c3', 'coach.suffix as c4'])
    .orderBy('from_on')
    .orderBy('pairing.id')

type NamedRow = Awaited<ReturnType<ReturnType<typeof pairingsOf>['execute']>>[number]

const withNames = ({ l1, l2, l3, l4, c1, c2, c3, c4, ...pairing }: NamedRow): Pairing => ({
  ...pairing,
  learnerName: displayName({ lastName: l1, firstName: l2, middleName: '', preferredName: l3, suffix: l4 }),
  coachName: displayName({ lastName: c1, firstName: c2, middleName: '', preferredName: c3, suffix: c4 }),
})

export const noCoach: Pick<Learner, 'coachId' | 'coachName'> = { coachId: null, coachName: '' }

/** Who coaches whom on a day, by learner. */
export async function loadCoachesOf(
  db: Db,
  programId: Id,
  day: PlainDate,
  ids?: readonly Id[],
): Promise<Map<Id, Pick<Learner, 'coachId' | 'coachName'>>> {
  let query = pairedOn(db, programId, day).select(['enrolment_id', 'appointment_id']).orderBy('from_on')
  if (ids) query = query.where('enrolment_id', 'in', ids)
  const pairs = await query.execute()
  if (pairs.length === 0) return new Map()
  const names = await loadCoachNames(db, programId)
  return new Map(
    [...Map.groupBy(pairs, (pair) => pair.enrolment_id)].map(([learnerId, held]) => {
      const coachName = held.map((pair) => names.get(pair.appointment_id) ?? '').join('; ')
      return [learnerId, { coachId: held.at(-1)!.appointment_id, coachName }]
    }),
  )
}

/** How many learners each coach has on a day; a learner who ended counts no more. */
export async function loadLoads(db: Db, programId: Id, day: PlainDate, ids?: readonly Id[]): Promise<Map<Id, number>> {
  let query = pairedOn(db, programId, day)
    .select((eb) => ['appointment_id', eb.fn.countAll<number | string>().as('load')])
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .groupBy('appointment_id')
  if (ids) query = query.where('appointment_id', 'in', ids)
  return new Map((await query.execute()).map((row) => [row.appointment_id, Number(row.load)]))
}

const pairedOn = (db: Db, programId: Id, day: PlainDate) =>
  db
    .selectFrom('pairing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .where('program_id', '=', programId)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))

async function loadCoachNames(db: Db, programId: Id): Promise<Map<Id, string>> {
  const coaches = await db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['appointment.id', 'last_name', 'first_name', 'preferred_name', 'suffix'])
    .where('program_id', '=', programId)
    .execute()
  return new Map(
    coaches.map(({ id, last_name, first_name, preferred_name, suffix }) => [
      id,
      displayName({
        lastName: last_name,
        firstName: first_name,
        middleName: '',
        preferredName: preferred_name,
        suffix,
      }),
    ]),
  )
}

export interface NewPairing {
  learnerId: Id
  coachId: Id
  fromOn: PlainDate
  toOn: PlainDate | null
}

export async function insertPairings(db: Db, pairings: readonly NewPairing[], why: string): Promise<void> {
  const rows = pairings.map(({ learnerId, coachId, fromOn, toOn }): PairingTable => ({
    id: newId(),
    revision: 1,
    enrolment_id: learnerId,
    appointment_id: coachId,
    from_on: fromOn,
    to_on: toOn,
    started_why: why,
    ended_why: '',
  }))
  await insertRows(db, 'pairing', rows)
}

export async function endPairing(db: Db, id: Id, toOn: PlainDate, why: string): Promise<void> {
  await db
    .updateTable('pairing')
    .set((eb) => ({ to_on: toOn, ended_why: why, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deletePairings(db: Db, ids: readonly Id[]): Promise<void> {
  for (const batch of inBatches(ids)) await db.deleteFrom('pairing').where('id', 'in', batch).execute()
}

/**
 * Ends what pairings somebody has who is gone from a day on. Those that would only begin then never do, and are taken
 * out.
 */
export async function endPairingsOfGone(
  db: Db,
  kind: RosterKind,
  placeId: Id,
  goneFrom: PlainDate,
  why: string,
): Promise<void> {
  const link = linkOf[kind]
  await db.deleteFrom('pairing').where(link, '=', placeId).where('from_on', '>=', goneFrom).execute()
  await db
    .updateTable('pairing')
    .set((eb) => ({ to_on: addDays(goneFrom, -1), ended_why: why, revision: eb('revision', '+', 1) }))
    .where(link, '=', placeId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', goneFrom)]))
    .execute()
}
