import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { holdsOn } from '#shared/roster/pairing.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Pairing } from '#shared/roster/schema.ts'
import { coachPresence, coachStatusFacts } from '#shared/roster/statuses.ts'

export interface PairingsOf {
  now: Pairing[]
  toCome: Pairing[]
  /** The latest first. */
  earlier: Pairing[]
}

/** The pairings of a place in a program, an enrolment or an appointment, told apart by a day. */
export function pairingsOf(placeId: string, pairings: readonly Pairing[], day: PlainDate): PairingsOf {
  const own = pairings.filter(({ learnerId, coachId }) => learnerId === placeId || coachId === placeId)
  return {
    now: own.filter((pairing) => holdsOn(pairing, day)).sort(byName),
    toCome: own.filter(({ fromOn }) => fromOn > day),
    earlier: own
      .filter(({ toOn }) => toOn !== null && toOn < day)
      .sort((one, other) => (one.toOn! < other.toOn! ? 1 : -1)),
  }
}

const byName = (one: Pairing, other: Pairing): number => one.learnerName.localeCompare(other.learnerName, 'en-US')

/** "since Jul 1, 2026", "since Jul 1, 2026, until Jan 14, 2027", "from Jul 1, 2027", "Jul 1, 2024 to Jun 30, 2025" */
export function pairedDays({ fromOn, toOn }: Pick<Pairing, 'fromOn' | 'toOn'>, day: PlainDate): string {
  if (toOn !== null && toOn < day) return `${formatDate(fromOn)} to ${formatDate(toOn)}`
  const until = toOn === null ? '' : `, until ${formatDate(toOn)}`
  return `${fromOn > day ? 'from' : 'since'} ${formatDate(fromOn)}${until}`
}

/** "6 of 8 learners"; "6 learners" where nobody said how many they take. */
export function loadWords({ load, capacity }: Pick<Coach, 'load' | 'capacity'>): string {
  return capacity === null ? count(load, 'learner') : `${load} of ${count(capacity, 'learner')}`
}

/** Where a coach comes in a list to choose from: room first, full next, away last. */
function turn({ status, load, capacity }: Coach): number {
  if (coachPresence(status) !== 'present') return 2
  return status === 'full' || (capacity !== null && load >= capacity) ? 1 : 0
}

/** The coaches to choose from, those with room first, each with what the choice depends on. */
export function coachChoices(coaches: readonly Coach[], { sites }: Program): Choice[] {
  const siteName = new Map(sites.map(({ id, name }) => [id, name]))
  return coaches
    .filter(({ status }) => coachPresence(status) !== 'gone')
    .toSorted((one, other) => turn(one) - turn(other) || one.lastName.localeCompare(other.lastName, 'en-US'))
    .map((coach) => {
      const facts = [
        coach.status === 'active' ? '' : coachStatusFacts[coach.status].label,
        loadWords(coach),
        siteName.get(coach.siteId ?? '') ?? '',
        coach.specialty || coach.department,
      ]
      return { id: coach.id, label: displayName(coach), description: facts.filter((fact) => fact !== '').join(' · ') }
    })
}

/** What should be known before so many more learners go to a coach, though it is allowed. */
export function roomWarning({ load, capacity }: Pick<Coach, 'load' | 'capacity'>, more: number): string | undefined {
  if (capacity === null || load + more <= capacity) return undefined
  return `Has ${loadWords({ load, capacity })}; ${more === 1 ? 'one more makes' : `${more} more make`} ${load + more}.`
}
