import { count } from '#shared/kernel/text.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { coachPresence, coachStatusFacts, learnerPresence, learnerStatusFacts } from '#shared/roster/statuses.ts'

/**
 * "240 learners: 228 active, 8 on leave, 4 off-cycle; 2 left; 6 without a coach": those who left are told apart, not counted
 * among them, and who is away needs no coach.
 */
export function learnersSummary(rows: readonly Learner[]): string {
  const here = rows.filter(({ status }) => learnerPresence(status) !== 'gone')
  const words = sentence(
    count(here.length, 'learner'),
    here.map(({ status }) => learnerStatusFacts[status].label),
    rows.length - here.length,
  )
  const unpaired = here.filter(({ status, coachId }) => learnerPresence(status) === 'present' && coachId === null)
  return unpaired.length === 0 ? words : `${words}; ${unpaired.length.toLocaleString('en-US')} without a coach`
}

/** "30 coaches: 27 active, 2 full, 1 on sabbatical; 218 learners, room for 16 more" */
export function coachesSummary(rows: readonly Coach[]): string {
  const here = rows.filter(({ status }) => coachPresence(status) !== 'gone')
  const present = here.filter(({ status }) => coachPresence(status) === 'present')
  const load = here.reduce((sum, coach) => sum + coach.load, 0)
  // A coach over capacity takes no room from the others.
  const room = present.reduce((sum, coach) => sum + Math.max(0, (coach.capacity ?? 0) - coach.load), 0)
  const words = sentence(
    count(here.length, 'coach', 'coaches'),
    here.map(({ status }) => coachStatusFacts[status].label),
    rows.length - here.length,
  )
  if (load > 0) return `${words}; ${count(load, 'learner')}, room for ${room.toLocaleString('en-US')} more`
  return room === 0 ? words : `${words}; room for ${count(room, 'learner')}`
}

function sentence(whole: string, labels: readonly string[], gone: number): string {
  const groups = [...Map.groupBy(labels, (label) => label)].sort(([, one], [, other]) => other.length - one.length)
  const parts = groups.map(([label, { length }]) => `${length.toLocaleString('en-US')} ${lowerFirst(label)}`)
  const who = parts.length === 0 ? whole : `${whole}: ${parts.join(', ')}`
  return gone === 0 ? who : `${who}; ${gone.toLocaleString('en-US')} left`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
