import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner, LearnerStatus } from '#shared/roster/schema.ts'
import {
  coachPresence,
  coachStatusFacts,
  goneLearnerStatuses,
  learnerPresence,
  learnerStatusFacts,
} from '#shared/roster/statuses.ts'
import { coachStatuses, learnerStatuses } from '#shared/roster/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { type Conditions, among, blank } from './peopleFilter.ts'

/** A number with the people behind it. */
export interface Figure {
  count: number
  conditions: Conditions
}

export interface CohortRow {
  /** Null for learners without a cohort. */
  id: string | null
  name: string
  /** One per column of the table. */
  cells: Figure[]
  total: Figure
}

export interface AwayPerson {
  personId: string
  name: string
  status: string
  since: PlainDate
  /** The cohort of a learner; "Coach". */
  place: string
}

export interface Gap extends Figure {
  who: 'learners' | 'coaches'
  /** "8 learners have no e-mail address" */
  words: string
}

export interface HomeFigures {
  /** Enrolled and not gone. */
  learners: Figure
  /** Here now: those who need a coach. */
  present: Figure
  away: Figure
  /** Left or graduated, so in none of the other figures. */
  gone: Figure
  coaches: Figure
  /** Taking part now, full ones too. */
  activeCoaches: Figure
  awayCoaches: Figure
  capacity: Capacity | null
  columns: { status: LearnerStatus; label: string }[]
  cohorts: CohortRow[]
  total: CohortRow
  awayPeople: AwayPerson[]
  gaps: Gap[]
}

export interface Capacity {
  /** How many learners the active coaches can take, of those whose capacity is known. */
  places: number
  /** Places less learners here now; negative when there are too few. */
  spare: number
  /** Active coaches whose capacity nobody has entered. */
  unknown: Figure
}

export const hereLearnerStatuses = learnerStatuses.filter((status) => learnerPresence(status) === 'present')
const awayLearnerStatuses = learnerStatuses.filter((status) => learnerPresence(status) === 'away')
export const enrolledStatuses = learnerStatuses.filter((status) => learnerPresence(status) !== 'gone')
const appointedStatuses = coachStatuses.filter((status) => coachPresence(status) !== 'gone')
export const activeCoachStatuses = coachStatuses.filter((status) => coachPresence(status) === 'present')
const awayCoachStatuses = coachStatuses.filter((status) => coachPresence(status) === 'away')

/** All that the home of a program says, counted from its rosters as they stand today. */
export function homeFigures(program: Program, learners: readonly Learner[], coaches: readonly Coach[]): HomeFigures {
  const enrolled = learners.filter(({ status }) => learnerPresence(status) !== 'gone')
  const present = enrolled.filter(({ status }) => learnerPresence(status) === 'present')
  const away = enrolled.filter(({ status }) => learnerPresence(status) === 'away')
  const appointed = coaches.filter(({ status }) => coachPresence(status) !== 'gone')
  const active = appointed.filter(({ status }) => coachPresence(status) === 'present')
  const columns = enrolledStatuses
    .filter((status) => enrolled.some((learner) => learner.status === status))
    .map((status) => ({ status, label: learnerStatusFacts[status].label }))
  const statuses = columns.map(({ status }) => status)

  return {
    learners: figure(enrolled, { status: among(enrolledStatuses) }),
    present: figure(present, { status: among(hereLearnerStatuses) }),
    away: figure(away, { status: among(awayLearnerStatuses) }),
    gone: { count: learners.length - enrolled.length, conditions: { status: among(goneLearnerStatuses) } },
    coaches: figure(appointed, { status: among(appointedStatuses) }),
    activeCoaches: figure(active, { status: among(activeCoachStatuses) }),
    awayCoaches: { count: appointed.length - active.length, conditions: { status: among(awayCoachStatuses) } },
    capacity: capacityOf(active, present.length),
    columns,
    cohorts: cohortRows(program, enrolled, statuses),
    total: row({ id: null, name: 'All' }, enrolled, statuses, {}),
    awayPeople: awayPeople(program, away, appointed),
    gaps: gapsOf(program, enrolled, active),
  }
}

/** "240 learners, 30 coaches"; where coaches are away, "240 learners, 28 active coaches". The ratio is a figure below it. */
export function headline({ learners, coaches, activeCoaches }: HomeFigures): string {
  const isAll = coaches.count === activeCoaches.count
  const faculty = isAll
    ? count(coaches.count, 'coach', 'coaches')
    : count(activeCoaches.count, 'active coach', 'active coaches')
  return `${count(learners.count, 'learner')}, ${faculty}`
}

const figure = (people: readonly unknown[], conditions: Conditions): Figure => ({ count: people.length, conditions })

/** Null while nobody has entered a capacity. */
function capacityOf(active: readonly Coach[], learners: number): Capacity | null {
  const known = active.flatMap(({ capacity }) => (capacity === null ? [] : [capacity]))
  if (known.length === 0) return null
  const places = known.reduce((sum, capacity) => sum + capacity, 0)
  return {
    places,
    spare: places - learners,
    unknown: { count: active.length - known.length, conditions: withoutCapacity },
  }
}

const withoutCapacity: Conditions = { capacity: blank, status: among(activeCoachStatuses) }

/** A row for each cohort, empty ones too, and one for learners without a cohort where there are any. */
function cohortRows(program: Program, enrolled: readonly Learner[], statuses: readonly LearnerStatus[]): CohortRow[] {
  const byCohort = Map.groupBy(enrolled, ({ cohortId }) => cohortId)
  const rows = program.cohorts.map((cohort) =>
    row(cohort, byCohort.get(cohort.id) ?? [], statuses, { cohortId: among([cohort.id]) }),
  )
  const without = byCohort.get(null)
  return without ? [...rows, row({ id: null, name: 'No cohort' }, without, statuses, { cohortId: blank })] : rows
}

function row(
  cohort: { id: string | null; name: string },
  learners: readonly Learner[],
  statuses: readonly LearnerStatus[],
  conditions: Conditions,
): CohortRow {
  return {
    ...cohort,
    cells: statuses.map((status) => ({
      count: learners.filter((learner) => learner.status === status).length,
      conditions: { ...conditions, status: among([status]) },
    })),
    total: figure(learners, { ...conditions, status: among(enrolledStatuses) }),
  }
}

/** Learners and coaches who come back, those longest away first. */
function awayPeople(program: Program, learners: readonly Learner[], coaches: readonly Coach[]): AwayPerson[] {
  const cohortNames = new Map(program.cohorts.map(({ id, name }) => [id, name]))
  return [
    ...learners.map((learner) => ({
      ...whoIs(learner),
      status: learnerStatusFacts[learner.status].label,
      place: cohortNames.get(learner.cohortId ?? '') ?? (learner.level || 'Learner'),
    })),
    ...coaches
      .filter(({ status }) => coachPresence(status) === 'away')
      .map((coach) => ({ ...whoIs(coach), status: coachStatusFacts[coach.status].label, place: 'Coach' })),
  ].sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
}

function whoIs({ personId, lastName, firstName, preferredName, statusFrom }: Learner | Coach) {
  return { personId, name: `${preferredName || firstName} ${lastName}`.trim(), since: statusFrom }
}

/** What is still missing in the rosters, where anything is. */
function gapsOf(program: Program, learners: readonly Learner[], coaches: readonly Coach[]): Gap[] {
  const gaps: Gap[] = []
  const add = (who: Gap['who'], missing: number, what: string, conditions: Conditions): void => {
    if (missing === 0) return
    const people = who === 'learners' ? count(missing, 'learner') : count(missing, 'coach', 'coaches')
    gaps.push({ who, count: missing, words: `${people} without ${what}`, conditions })
  }
  const enrolled = { status: among(enrolledStatuses) }
  add('learners', learners.filter(({ email }) => email === '').length, 'an e-mail address', {
    ...enrolled,
    email: blank,
  })
  if (program.cohorts.length > 0)
    add('learners', learners.filter(({ cohortId }) => cohortId === null).length, 'a cohort', {
      ...enrolled,
      cohortId: blank,
    })
  if (program.sites.length > 0)
    add('learners', learners.filter(({ siteId }) => siteId === null).length, 'a site', { ...enrolled, siteId: blank })
  const active = { status: among(activeCoachStatuses) }
  add('coaches', coaches.filter(({ email }) => email === '').length, 'an e-mail address', { ...active, email: blank })
  add('coaches', coaches.filter(({ capacity }) => capacity === null).length, 'a capacity', withoutCapacity)
  return gaps
}
