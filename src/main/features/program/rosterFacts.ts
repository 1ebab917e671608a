import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { RosterFacts } from '#shared/program/rosterFacts.ts'
import { standingOn } from '#shared/roster/standing.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** What the roster of a program says on a day, counted for the design and the calendar. */
export async function loadRosterFacts(db: Db, programId: Id, day: PlainDate): Promise<RosterFacts> {
  const [learners, coaches, pairs] = await Promise.all([
    loadLearners(db, programId, day),
    loadCoaches(db, programId, day),
    loadPairs(db, programId, day),
  ])
  const there = learners.filter(({ presence }) => presence !== 'gone')
  const coachesOf = Map.groupBy(pairs, ({ learnerId }) => learnerId)
  const coachesThere = new Set(coaches.filter(({ presence }) => presence !== 'gone').map(({ id }) => id))
  const hasCoach = (learnerId: Id): boolean =>
    coachesOf.get(learnerId)?.some(({ coachId }) => coachesThere.has(coachId)) === true
  const ids = new Set(there.map(({ id }) => id))
  const loads = Map.groupBy(
    pairs.filter(({ learnerId }) => ids.has(learnerId)),
    ({ coachId }) => coachId,
  )
  return {
    learners: there.length,
    paired: there.filter(({ id }) => hasCoach(id)).length,
    unpaired: there
      .filter(({ id, presence }) => presence === 'present' && !coachesOf.has(id))
      .map(({ personId }) => personId),
    levels: countBy(there.map(({ level }) => level)).map(([level, count]) => ({ level, learners: count })),
    groups: countBy(there.flatMap(({ cohort, site }) => [cohort, site])).map(([name, count]) => ({
      name,
      learners: count,
    })),
    coaches: coaches.filter(({ presence }) => presence === 'present').length,
    overCapacity: coaches
      .filter(({ id, capacity }) => capacity !== null && (loads.get(id)?.length ?? 0) > capacity)
      .map(({ personId }) => personId),
    coachGone: there.filter(({ id }) => coachesOf.has(id) && !hasCoach(id)).map(({ personId }) => personId),
  }
}

async function loadLearners(db: Db, programId: Id, day: PlainDate) {
  const [rows, standings] = await Promise.all([
    db
      .selectFrom('enrolment')
      .leftJoin('cohort', 'cohort.id', 'cohort_id')
      .leftJoin('site', 'site.id', 'site_id')
      .select(['enrolment.id', 'person_id as personId', 'starts_on', 'ends_on'])
      .select(['cohort.name as cohort', 'site.name as site'])
      .where('enrolment.program_id', '=', programId)
      .orderBy('enrolment.id')
      .execute(),
    db
      .selectFrom('enrolment_standing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['enrolment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'level'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
  ])
  const standingsOf = Map.groupBy(standings, ({ enrolment_id }) => enrolment_id)
  return rows.map(({ starts_on, ends_on, ...row }) => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    const presence = isOutside(starts_on, ends_on, day) ? 'gone' : learnerPresence(standing?.status ?? 'active')
    return { ...row, presence, level: standing?.level ?? '' }
  })
}

async function loadCoaches(db: Db, programId: Id, day: PlainDate) {
  const [rows, standings] = await Promise.all([
    db
      .selectFrom('appointment')
      .select(['id', 'person_id as personId', 'starts_on', 'ends_on'])
      .where('program_id', '=', programId)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('appointment_standing')
      .innerJoin('appointment', 'appointment.id', 'appointment_id')
      .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'capacity'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
  ])
  const standingsOf = Map.groupBy(standings, ({ appointment_id }) => appointment_id)
  return rows.map(({ starts_on, ends_on, ...row }) => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    const presence = isOutside(starts_on, ends_on, day) ? 'gone' : coachPresence(standing?.status ?? 'active')
    return { ...row, presence, capacity: standing?.capacity ?? null }
  })
}

function loadPairs(db: Db, programId: Id, day: PlainDate): Promise<{ learnerId: Id; coachId: Id }[]> {
  return db
    .selectFrom('pairing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id as learnerId', 'appointment_id as coachId'])
    .where('program_id', '=', programId)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .execute()
}

const isOutside = (startsOn: PlainDate | null, endsOn: PlainDate | null, day: PlainDate): boolean =>
  (startsOn !== null && startsOn > day) || (endsOn !== null && endsOn < day)

/** How often each name occurs, by name; what has none is left out. */
function countBy(names: readonly (string | null)[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
