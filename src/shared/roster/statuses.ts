import { foldText, tidyText } from '#shared/kernel/text.ts'
import { type CoachStatus, coachStatuses, type LearnerStatus, learnerStatuses } from '#shared/roster/schema.ts'

/** Whether somebody takes part now, comes back, or has ended. A `present` learner needs a coach; an `away` one keeps theirs. */
export type Presence = 'present' | 'away' | 'gone'

/** Statuses of somebody who is away and comes back. */
export const awayStatuses = ['leave', 'militaryLeave', 'research'] as const satisfies readonly LearnerStatus[]
export type AwayStatus = (typeof awayStatuses)[number]

/** Statuses of a learner who takes part. */
export const presentStatuses = [
  'active',
  'offCycle',
  'extended',
  'visiting',
] as const satisfies readonly LearnerStatus[]

interface StatusFacts {
  label: string
  presence: Presence
  /** Other spellings, folded, without punctuation. */
  synonyms: readonly string[]
}

export const learnerStatusFacts: Record<LearnerStatus, StatusFacts> = {
  active: {
    label: 'Active',
    presence: 'present',
    synonyms: ['enrolled', 'current', 'in training', 'in good standing', 'good standing', 'full time', 'yes', 'a'],
  },
  offCycle: { label: 'Off-cycle', presence: 'present', synonyms: ['offcycle', 'out of cycle', 'decelerated'] },
  extended: {
    label: 'Extended',
    presence: 'present',
    synonyms: ['extension', 'extended training', 'held back', 'repeating year', 'repeating'],
  },
  visiting: {
    label: 'Visiting',
    presence: 'present',
    synonyms: ['visitor', 'visiting student', 'rotator', 'away rotator'],
  },
  leave: {
    label: 'On leave',
    presence: 'away',
    synonyms: [
      'leave',
      'loa',
      'mloa',
      'leave of absence',
      'medical leave',
      'medical loa',
      'loa medical',
      'personal leave',
      'personal loa',
      'loa personal',
      'academic leave',
      'academic loa',
      'loa academic',
      'parental leave',
      'maternity leave',
      'paternity leave',
      'family leave',
      'fmla',
    ],
  },
  militaryLeave: {
    label: 'On military leave',
    presence: 'away',
    synonyms: ['military leave', 'military', 'military loa', 'deployed', 'military deployment'],
  },
  research: {
    label: 'Research year',
    presence: 'away',
    synonyms: [
      'research',
      'on research year',
      'research leave',
      'research loa',
      'phd year',
      'in phd',
      'phd',
      'graduate years',
    ],
  },
  graduated: {
    label: 'Graduated',
    presence: 'gone',
    synonyms: ['graduate', 'grad', 'completed', 'completed training', 'alumni', 'alumnus', 'alumna'],
  },
  transferred: {
    label: 'Transferred out',
    presence: 'gone',
    synonyms: ['transferred', 'transfer', 'transfer out', 'transferred to another program'],
  },
  withdrawn: {
    label: 'Withdrawn',
    presence: 'gone',
    synonyms: ['withdrew', 'withdrawal', 'resigned', 'left', 'left program', 'wd'],
  },
  dismissed: { label: 'Dismissed', presence: 'gone', synonyms: ['terminated', 'dismissal', 'separated'] },
}

export const coachStatusFacts: Record<CoachStatus, StatusFacts> = {
  active: { label: 'Active', presence: 'present', synonyms: ['current', 'available', 'yes', 'a', 'coaching'] },
  full: {
    label: 'Full',
    presence: 'present',
    synonyms: ['at capacity', 'no openings', 'closed', 'not taking new learners'],
  },
  paused: {
    label: 'Paused',
    presence: 'away',
    synonyms: ['on pause', 'pause', 'on hold', 'hold', 'inactive', 'taking a break'],
  },
  leave: {
    label: 'On leave',
    presence: 'away',
    synonyms: [
      'leave',
      'loa',
      'leave of absence',
      'medical leave',
      'parental leave',
      'maternity leave',
      'paternity leave',
      'family leave',
      'fmla',
    ],
  },
  sabbatical: { label: 'On sabbatical', presence: 'away', synonyms: ['sabbatical', 'sabbatical leave'] },
  retired: { label: 'Retired', presence: 'gone', synonyms: ['retirement', 'emeritus', 'emerita'] },
  departed: {
    label: 'Departed',
    presence: 'gone',
    synonyms: ['left', 'left institution', 'resigned', 'stepped down', 'former', 'departure', 'gone'],
  },
}

const foldStatus = (text: string): string =>
  foldText(tidyText(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function spellings<S extends string>(facts: Record<S, StatusFacts>): ReadonlyMap<string, S> {
  const found = new Map<string, S>()
  for (const status of Object.keys(facts) as S[]) {
    for (const text of [status, facts[status].label, ...facts[status].synonyms]) found.set(foldStatus(text), status)
  }
  return found
}

const learnerSpellings = spellings(learnerStatusFacts)
const coachSpellings = spellings(coachStatusFacts)

/** "LOA (medical)", "Leave of absence", "off cycle": the status meant, or null where it is none that is known. */
export const parseLearnerStatus = (text: string): LearnerStatus | null => lookUp(learnerSpellings, text)

/** "On sabbatical", "Emeritus", "at capacity": the status meant, or null where it is none that is known. */
export const parseCoachStatus = (text: string): CoachStatus | null => lookUp(coachSpellings, text)

/** The whole text first; then with a note in brackets or behind a dash left off: "LOA - returns 1/5". */
function lookUp<S>(known: ReadonlyMap<string, S>, text: string): S | null {
  const short = text.replace(/\(.*$|\s[-–:]\s.*$/, '')
  return known.get(foldStatus(text)) ?? known.get(foldStatus(short)) ?? null
}

export const learnerPresence = (status: LearnerStatus): Presence => learnerStatusFacts[status].presence
export const coachPresence = (status: CoachStatus): Presence => coachStatusFacts[status].presence

/** Statuses that end an enrolment. */
export const goneLearnerStatuses: LearnerStatus[] = learnerStatuses.filter(
  (status) => learnerPresence(status) === 'gone',
)

/** Statuses that end an appointment. */
export const goneCoachStatuses: CoachStatus[] = coachStatuses.filter((status) => coachPresence(status) === 'gone')
