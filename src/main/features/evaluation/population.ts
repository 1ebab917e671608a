import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import {
  type Identities,
  loadAppointments,
  loadAppointmentStandings,
  loadEnrolments,
  loadPairings,
} from '#main/features/evaluation/populationRepository.ts'
import type { SurveyCoach, SurveyPerson } from '#shared/evaluation/import/surveyPeople.ts'
import type { Administration, Expected } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName, sortName } from '#shared/roster/personName.ts'
import { standingOn } from '#shared/roster/standing.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** Somebody who may be asked, with whether they were there on the day. */
export interface Member extends SurveyPerson {
  readonly name: string
  readonly isPresent: boolean
}

/**
 * Everybody who ever was of the population of a wave, as they stood on a day.
 * @param until learners who got a coach between the two days have that one
 */
export function loadMembers(
  db: Db,
  programId: Id,
  population: Administration['population'],
  day: PlainDate,
  until: PlainDate = day,
): Promise<Member[]> {
  return population === 'learners' ? loadLearners(db, programId, day, until) : loadCoaches(db, programId, day)
}

async function loadLearners(db: Db, programId: Id, day: PlainDate, until: PlainDate): Promise<Member[]> {
  const [{ places, standings, identities }, pairings] = await Promise.all([
    loadEnrolments(db, programId),
    loadPairings(db, programId, until),
  ])
  const standingsOf = Map.groupBy(standings, ({ placeId }) => placeId)
  const coachOf = new Map(
    pairings
      .filter(({ toOn }) => toOn === null || toOn >= day)
      .map(({ enrolmentId, appointmentId }) => [enrolmentId, appointmentId]),
  )
  return places.map((place): Member => {
    const standing = standingOn(standingsOf.get(place.id) ?? [], day)
    return {
      personId: place.personId,
      name: displayName(place),
      ...(identities.get(place.personId) ?? noIdentities),
      level: standing?.level ?? '',
      site: place.site ?? '',
      appointmentId: coachOf.get(place.id) ?? null,
      isPresent: isInside(place, day) && learnerPresence(standing?.status ?? 'active') === 'present',
    }
  })
}

async function loadCoaches(db: Db, programId: Id, day: PlainDate): Promise<Member[]> {
  const [{ places, identities }, standings] = await Promise.all([
    loadAppointments(db, programId),
    loadAppointmentStandings(db, programId),
  ])
  const standingsOf = Map.groupBy(standings, ({ placeId }) => placeId)
  return places.map((place): Member => {
    const standing = standingOn(standingsOf.get(place.id) ?? [], day)
    return {
      personId: place.personId,
      name: displayName(place),
      ...(identities.get(place.personId) ?? noIdentities),
      level: '',
      site: place.site ?? '',
      appointmentId: place.id,
      isPresent: isInside(place, day) && coachPresence(standing?.status ?? 'active') === 'present',
    }
  })
}

/** The coaches of a program by the names and addresses that an answer may call them by. */
export async function loadCoachNames(db: Db, programId: Id): Promise<SurveyCoach[]> {
  const { places, identities } = await loadAppointments(db, programId)
  return places.map((place) => ({
    appointmentId: place.id,
    names: [
      displayName(place),
      sortName(place),
      `${place.firstName} ${place.lastName}`,
      ...(identities.get(place.personId) ?? noIdentities).emails,
    ],
  }))
}

const noIdentities: Identities = { emails: [], ids: [] }

/** Who was asked, by the groups that reports show: whoever was there on the day. */
export function countExpected(members: readonly Member[]): Expected[] {
  const present = members.filter(({ isPresent }) => isPresent)
  const groups = Map.groupBy(present, ({ level, site }) => JSON.stringify([level, site]))
  return [...groups.values()]
    .map((group) => ({ level: group[0]!.level, site: group[0]!.site, people: group.length }))
    .toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : a.site < b.site ? -1 : 1))
}

const isInside = (
  { startsOn, endsOn }: { startsOn: PlainDate | null; endsOn: PlainDate | null },
  day: PlainDate,
): boolean => (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day)
