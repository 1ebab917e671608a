import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { holdsOn, type PairedDays } from '#shared/roster/pairing.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import type { Person } from '#shared/roster/schema.ts'

/** One dated thing that became of somebody, in words. */
export interface RosterChange {
  on: PlainDate
  what: 'Joined' | 'Left' | 'Came back' | 'Status' | 'Level' | 'Capacity' | 'Effort' | 'Coach'
  before: string
  after: string
  why: string
}

interface Dates {
  startDate: PlainDate | null
  endDate: PlainDate | null
}

/** A standing with its status in words and what else it says, by what that is called. */
interface StandingInWords {
  fromOn: PlainDate
  gone: boolean
  status: string
  facts: readonly { what: 'Level' | 'Capacity' | 'Effort'; value: string }[]
  reason: string
}

type Enrolment = Pick<Person['enrolments'][number], 'startDate' | 'endDate' | 'standings'>
type Appointment = Pick<Person['appointments'][number], 'startDate' | 'endDate' | 'standings'>
type CoachPairing = PairedDays & { coachName: string; startedWhy: string; endedWhy: string }

/** What became of a learner between two days, both included: joined, left, status, level, and coach. Oldest first. */
export function learnerChanges(
  enrolment: Enrolment,
  pairings: readonly CoachPairing[],
  from: PlainDate,
  to: PlainDate,
): RosterChange[] {
  const standings = enrolment.standings.map(({ fromOn, status, level, reason }): StandingInWords => {
    const { label, presence } = learnerStatusFacts[status]
    return { fromOn, gone: presence === 'gone', status: label, facts: [{ what: 'Level', value: level }], reason }
  })
  return within([...placeChanges(enrolment, standings), ...coachChanges(pairings)], from, to)
}

/** What became of a coach: joined, left, status, capacity and effort. */
export function coachChangesBetween(appointment: Appointment, from: PlainDate, to: PlainDate): RosterChange[] {
  const standings = appointment.standings.map(({ fromOn, status, capacity, effort, reason }): StandingInWords => {
    const { label, presence } = coachStatusFacts[status]
    const facts = [
      { what: 'Capacity' as const, value: capacity === null ? '' : String(capacity) },
      { what: 'Effort' as const, value: effort === null ? '' : formatEffort(effort) },
    ]
    return { fromOn, gone: presence === 'gone', status: label, facts, reason }
  })
  return within(placeChanges(appointment, standings), from, to)
}

function within(changes: readonly RosterChange[], from: PlainDate, to: PlainDate): RosterChange[] {
  return changes.filter(({ on }) => on >= from && on <= to).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function placeChanges({ startDate, endDate }: Dates, standings: readonly StandingInWords[]): RosterChange[] {
  const [first] = standings
  if (!first) return []
  const changes: RosterChange[] = [
    { on: startDate ?? first.fromOn, what: 'Joined', before: '', after: first.status, why: first.reason },
  ]
  for (const [index, standing] of standings.slice(1).entries()) {
    const before = standings[index]!
    const { fromOn: on, reason: why } = standing
    if (before.status !== standing.status) {
      const what = standing.gone ? 'Left' : before.gone ? 'Came back' : 'Status'
      changes.push({ on, what, before: before.status, after: standing.status, why })
    }
    for (const [at, { what, value }] of standing.facts.entries())
      if (before.facts[at]!.value !== value)
        changes.push({ on, what, before: before.facts[at]!.value, after: value, why })
  }
  const last = standings.at(-1)!
  if (endDate !== null && !last.gone)
    changes.push({ on: addDays(endDate, 1), what: 'Left', before: last.status, after: '', why: '' })
  return changes
}

/** Each day on which somebody's coaches are not those of the day before. */
function coachChanges(pairings: readonly CoachPairing[]): RosterChange[] {
  const days = pairings.flatMap(({ fromOn, toOn }) => (toOn === null ? [fromOn] : [fromOn, addDays(toOn, 1)]))
  const namesOn = (day: PlainDate) =>
    pairings
      .filter((pairing) => holdsOn(pairing, day))
      .map(({ coachName }) => coachName)
      .join('; ')
  return [...new Set(days)].flatMap((on): RosterChange[] => {
    const [before, after] = [namesOn(addDays(on, -1)), namesOn(on)]
    if (before === after) return []
    const began = pairings.find(({ fromOn }) => fromOn === on)
    const ended = pairings.find(({ toOn }) => toOn === addDays(on, -1))
    return [{ on, what: 'Coach', before, after, why: began?.startedWhy || ended?.endedWhy || '' }]
  })
}
