import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { type StaffMember, type Tenure, tenureOn } from '#shared/roster/staff.ts'
import { type StaffRole, staffRoleLabels } from '#shared/roster/staffRoles.ts'
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

/** "5 people run the program: 1 director, 2 coordinators; 1 to come, 2 ended": by role, those who are in it. */
export function staffSummary(rows: readonly StaffMember[], day: PlainDate): string {
  const of = (tenure: Tenure) => rows.filter((row) => tenureOn(row, day) === tenure)
  const here = of('now')
  const people = new Set(here.map(({ personId }) => personId)).size
  const others = [
    [of('later').length, 'to come'],
    [of('ended').length, 'ended'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]))
  const groups = [...Map.groupBy(here, ({ role }) => role)].map(([role, { length }]) =>
    count(length, ...roleWords(role)),
  )
  const who = people === 0 ? 'Nobody is in a role' : `${count(people, 'person runs', 'people run')} the program`
  return [
    groups.length === 0 ? who : `${who}: ${groups.join(', ')}`,
    ...(others.length > 0 ? [others.join(', ')] : []),
  ].join('; ')
}

function roleWords(role: StaffRole): [one: string, many: string] {
  const one = lowerFirst(staffRoleLabels[role])
  return [one, one.endsWith('coach') ? `${one}es` : `${one}s`]
}

function sentence(whole: string, labels: readonly string[], gone: number): string {
  const groups = [...Map.groupBy(labels, (label) => label)].sort(([, one], [, other]) => other.length - one.length)
  const parts = groups.map(([label, { length }]) => `${length.toLocaleString('en-US')} ${lowerFirst(label)}`)
  const who = parts.length === 0 ? whole : `${whole}: ${parts.join(', ')}`
  return gone === 0 ? who : `${who}; ${gone.toLocaleString('en-US')} left`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
