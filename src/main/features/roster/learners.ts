import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { EnrolmentStandingTable, EnrolmentTable } from '#main/database/tables/roster.ts'
import { inNameOrder } from '#main/features/roster/people.ts'
import { allOrSome, loadIdentities, nameColumns, whoFields } from '#main/features/roster/loadPeople.ts'
import { loadCustomValues } from '#main/features/roster/customValues.ts'
import { loadCoachesOf, noCoach } from '#main/features/roster/pairings.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import { placementWrites } from '#main/features/roster/placementTables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { standingOn } from '#shared/roster/standing.ts'
import { learnerStatusFacts } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** Learners in a program: enrolments and their standings. */
export const learners: Placement<Learner> = {
  kind: 'learners',
  noun: { one: 'learner', many: 'learners' },
  placeFields: ['classYear', 'cohortId', 'siteId', 'track', 'startDate', 'endDate'],
  standingFields: ['status', 'level'],

  isGone: ({ status }) => learnerStatusFacts[status].presence === 'gone',
  statusLabel: ({ status }) => learnerStatusFacts[status].label,

  load: allOrSome(loadLearners),
  ...placementWrites<Learner>({
    kind: 'learners',
    place: 'enrolment',
    standing: 'enrolment_standing',
    owner: 'enrolment_id',
    placeColumns,
    standingColumns,
    standingFields: (stored) => standingColumns(stored as Learner),
  }),
}

function placeColumns(learner: Learner): Omit<EnrolmentTable, 'id' | 'revision' | 'person_id' | 'program_id'> {
  return {
    cohort_id: learner.cohortId,
    site_id: learner.siteId,
    class_year: learner.classYear,
    track: learner.track,
    starts_on: learner.startDate,
    ends_on: learner.endDate,
  }
}

function standingColumns(learner: Learner): Pick<EnrolmentStandingTable, 'status' | 'level'> {
  return { status: learner.status, level: learner.level }
}

async function loadLearners(db: Db, programId: Id, day: PlainDate, ids?: readonly Id[]): Promise<Learner[]> {
  let rows = db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .selectAll('enrolment')
    .select(nameColumns)
    .select(['note', 'person.revision as person_revision'])
    .where('program_id', '=', programId)
  let standings = db
    .selectFrom('enrolment_standing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'level'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
  if (ids) {
    rows = rows.where('enrolment.id', 'in', ids)
    standings = standings.where('enrolment_id', 'in', ids)
  }
  const identitiesOf = await loadIdentities(db, 'enrolment', programId, ids)
  const standingsOf = Map.groupBy(await standings.execute(), (row) => row.enrolment_id)
  const customOf = await loadCustomValues(db, programId, 'learners', ids)
  const coachOf = await loadCoachesOf(db, programId, day, ids)
  const people = (await rows.execute()).map((row) => {
    const standings = standingsOf.get(row.id) ?? []
    const standing = standingOn(standings, day)
    const next = standings.find(({ fromOn }) => standing !== undefined && fromOn > standing.fromOn)
    return {
      id: row.id,
      ...whoFields(row, identitiesOf),
      revision: row.revision + row.person_revision,
      classYear: row.class_year,
      level: standing?.level ?? '',
      status: standing?.status ?? 'active',
      statusFrom: standing?.fromOn ?? day,
      cohortId: row.cohort_id,
      siteId: row.site_id,
      track: row.track,
      startDate: row.starts_on,
      endDate: row.ends_on,
      note: row.note,
      custom: customOf.get(row.id) ?? {},
      next: next ? { fromOn: next.fromOn, status: next.status, level: next.level } : null,
      ...(coachOf.get(row.id) ?? noCoach),
    }
  })
  return inNameOrder(people)
}
