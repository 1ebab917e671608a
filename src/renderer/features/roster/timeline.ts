import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { Person } from '#shared/roster/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import { tenureOn } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { coachPresence, coachStatusFacts, learnerPresence, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { presenceTones, tenureTones } from './presenceTones.ts'

/** One stretch of somebody's time in a program, in words. */
export interface TimelineItem {
  key: string
  label: string
  tone: Tone
  /** "Level M3", "Room for 8 learners, 0.10 FTE" */
  facts: string
  dates: string
  reason: string
  when: 'past' | 'now' | 'future'
}

type Enrolment = Person['enrolments'][number]
type Appointment = Person['appointments'][number]
type StaffRoles = Person['staff']

/** The standings of a learner, newest first. */
export function learnerTimeline({ standings }: Enrolment, today: PlainDate): TimelineItem[] {
  return newestFirst(
    standings.map((standing) => ({
      ...dated(standing, today),
      label: learnerStatusFacts[standing.status].label,
      tone: presenceTones[learnerPresence(standing.status)],
      facts: standing.level === '' ? '' : `Level ${standing.level}`,
    })),
  )
}

/** The standings of a coach, newest first. */
export function coachTimeline({ standings }: Appointment, today: PlainDate): TimelineItem[] {
  return newestFirst(
    standings.map((standing) => ({
      ...dated(standing, today),
      label: coachStatusFacts[standing.status].label,
      tone: presenceTones[coachPresence(standing.status)],
      facts: [
        standing.capacity !== null && `Room for ${count(standing.capacity, 'learner')}`,
        standing.effort !== null && `${formatEffort(standing.effort)} FTE`,
      ]
        .filter(Boolean)
        .join(', '),
    })),
  )
}

/** The roles somebody has or had in running a program, newest first. */
export function staffTimeline(roles: StaffRoles, today: PlainDate): TimelineItem[] {
  return newestFirst(
    roles.map(({ id, role, title, effort, note, ...days }) => {
      const tenure = tenureOn(days, today)
      return {
        ...dated({ ...days, reason: note }, today),
        key: id,
        label: staffRoleLabels[role],
        tone: tenureTones[tenure],
        facts: words([title, effort === null ? '' : `${formatEffort(effort)} FTE`]),
      }
    }),
  )
}

const newestFirst = (items: readonly TimelineItem[]): TimelineItem[] => items.toReversed()

function dated(
  { fromOn, toOn, reason }: { fromOn: PlainDate; toOn: PlainDate | null; reason: string },
  today: PlainDate,
) {
  const when = fromOn > today ? 'future' : toOn !== null && toOn < today ? 'past' : 'now'
  const dates = toOn === null ? `From ${formatDate(fromOn)}` : `${formatDate(fromOn)} to ${formatDate(toOn)}`
  return { key: fromOn, dates, reason, when } as const
}

/** Somebody's time in one program, as a learner or as a coach. */
export interface Place {
  id: string
  programId: string
  programName: string
  role: 'learner' | 'coach' | 'staff'
  /** "Learner, Class of 2028, Main campus" */
  facts: string
  timeline: TimelineItem[]
}

/** Every program a person is or was in, the latest first. */
export function placesOf(person: Person, today: PlainDate): Place[] {
  const learner = person.enrolments.map((enrolment): Place => ({
    ...named(enrolment),
    role: 'learner',
    facts: words(['Learner', enrolment.cohort, enrolment.site, enrolment.track, span(enrolment)]),
    timeline: learnerTimeline(enrolment, today),
  }))
  const coach = person.appointments.map((appointment): Place => ({
    ...named(appointment),
    role: 'coach',
    facts: words([coachTypeWords(appointment.coachType), appointment.site, span(appointment)]),
    timeline: coachTimeline(appointment, today),
  }))
  const programs = [...Map.groupBy(person.staff, ({ programId }) => programId).values()]
  const staff = programs.map((roles): Place => ({
    ...named(roles[0]!),
    role: 'staff',
    facts: words(['Staff', ...new Set(roles.map(({ site }) => site))]),
    timeline: staffTimeline(roles, today),
  }))
  return [...learner, ...coach, ...staff].toReversed()
}

/** "Learner in School of Medicine; coach in Internal medicine residency" */
export function placesSentence(places: readonly Place[]): string {
  if (places.length === 0) return 'In no program.'
  const parts = places.map(({ role, programName }) => `${role} in ${programName}`)
  const text = [...new Set(parts)].join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const named = ({ id, programId, programName }: Enrolment | Appointment | StaffRoles[number]) => ({
  id,
  programId,
  programName,
})

const coachTypeWords = (type: Appointment['coachType']): string =>
  type === 'unspecified' ? 'Coach' : coachTypeLabels[type]

function span({ startDate, endDate }: { startDate: PlainDate | null; endDate: PlainDate | null }): string {
  if (startDate && endDate) return `${formatDate(startDate)} to ${formatDate(endDate)}`
  if (startDate) return `from ${formatDate(startDate)}`
  return endDate ? `until ${formatDate(endDate)}` : ''
}

const words = (parts: readonly (string | null)[]): string => parts.filter((part) => part).join(', ')
