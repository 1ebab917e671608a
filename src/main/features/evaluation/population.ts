import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
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
  const [rows, standings, pairs, identities] = await Promise.all([
    db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'person_id')
      .leftJoin('site', 'site.id', 'site_id')
      .select(['enrolment.id', 'person_id as personId', 'site.name as site', 'starts_on', 'ends_on'])
      .select(['last_name as lastName', 'first_name as firstName', 'preferred_name as preferredName'])
      .select(['middle_name as middleName', 'suffix'])
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
    db
      .selectFrom('pairing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['enrolment_id', 'appointment_id', 'from_on', 'to_on'])
      .where('program_id', '=', programId)
      .where('from_on', '<=', until)
      .orderBy('from_on')
      .execute(),
    loadIdentities(db),
  ])
  const standingsOf = Map.groupBy(standings, ({ enrolment_id }) => enrolment_id)
  const coachOf = new Map(
    pairs
      .filter(({ to_on }) => to_on === null || to_on >= day)
      .map(({ enrolment_id, appointment_id }) => [enrolment_id, appointment_id]),
  )
  return rows.map((row): Member => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    return {
      personId: row.personId,
      name: displayName(row),
      ...(identities.get(row.personId) ?? noIdentities),
      level: standing?.level ?? '',
      site: row.site ?? '',
      appointmentId: coachOf.get(row.id) ?? null,
      isPresent: isInside(row, day) && learnerPresence(standing?.status ?? 'active') === 'present',
    }
  })
}

async function loadCoaches(db: Db, programId: Id, day: PlainDate): Promise<Member[]> {
  const [rows, standings, identities] = await Promise.all([
    coachRows(db, programId),
    db
      .selectFrom('appointment_standing')
      .innerJoin('appointment', 'appointment.id', 'appointment_id')
      .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
    loadIdentities(db),
  ])
  const standingsOf = Map.groupBy(standings, ({ appointment_id }) => appointment_id)
  return rows.map((row): Member => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    return {
      personId: row.personId,
      name: displayName(row),
      ...(identities.get(row.personId) ?? noIdentities),
      level: '',
      site: row.site ?? '',
      appointmentId: row.id,
      isPresent: isInside(row, day) && coachPresence(standing?.status ?? 'active') === 'present',
    }
  })
}

/** The coaches of a program by the names and addresses that an answer may call them by. */
export async function loadCoachNames(db: Db, programId: Id): Promise<SurveyCoach[]> {
  const [rows, identities] = await Promise.all([coachRows(db, programId), loadIdentities(db)])
  return rows.map((row) => ({
    appointmentId: row.id,
    names: [
      displayName(row),
      sortName(row),
      `${row.firstName} ${row.lastName}`,
      ...(identities.get(row.personId) ?? noIdentities).emails,
    ],
  }))
}

const coachRows = (db: Db, programId: Id) =>
  db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'person_id')
    .leftJoin('site', 'site.id', 'site_id')
    .select(['appointment.id', 'person_id as personId', 'site.name as site', 'starts_on', 'ends_on'])
    .select(['last_name as lastName', 'first_name as firstName', 'preferred_name as preferredName'])
    .select(['middle_name as middleName', 'suffix'])
    .where('appointment.program_id', '=', programId)
    .orderBy('last_name')
    .orderBy('first_name')
    .orderBy('appointment.id')
    .execute()

interface Identities {
  emails: string[]
  ids: string[]
}

const noIdentities: Identities = { emails: [], ids: [] }

async function loadIdentities(db: Db): Promise<Map<Id, Identities>> {
  const rows = await db
    .selectFrom('person_identity')
    .select(['person_id', 'kind', 'value'])
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

/** Who was asked, by the groups that reports show: whoever was there on the day. */
export function countExpected(members: readonly Member[]): Expected[] {
  const present = members.filter(({ isPresent }) => isPresent)
  const groups = Map.groupBy(present, ({ level, site }) => JSON.stringify([level, site]))
  return [...groups.values()]
    .map((group) => ({ level: group[0]!.level, site: group[0]!.site, people: group.length }))
    .toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : a.site < b.site ? -1 : 1))
}

const isInside = (
  { starts_on, ends_on }: { starts_on: PlainDate | null; ends_on: PlainDate | null },
  day: PlainDate,
): boolean => (starts_on === null || starts_on <= day) && (ends_on === null || ends_on >= day)
