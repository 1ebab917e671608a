import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'

/** The days somebody is paired, the last included; `toOn` null while no end is known. */
export interface PairedDays {
  fromOn: PlainDate
  toOn: PlainDate | null
}

export const holdsOn = ({ fromOn, toOn }: PairedDays, day: PlainDate): boolean =>
  fromOn <= day && (toOn === null || toOn >= day)

export const overlap = (a: PairedDays, b: PairedDays): boolean => holdsOn(a, b.fromOn) || holdsOn(b, a.fromOn)

/** A learner's pairing as the rule needs it. */
export interface LearnerPairing extends PairedDays {
  readonly id: string
  readonly coachId: string
}

/** What has to be written so that a learner has a coach from a day on. */
export type PairingPlan<P> =
  | { kind: 'unchanged'; ends: { pairing: P; toOn: PlainDate }[] }
  | { kind: 'pair'; toOn: PlainDate | null; ends: { pairing: P; toOn: PlainDate }[] }
  | { kind: 'refused'; because: 'beginsThatDay'; pairing: P }

/**
 * How a new pairing meets those the learner has. Without `keepCurrent` the coach changes: what holds with others ends the
 * day before, and with the same coach goes on. A later pairing stays, and the new one ends the day before that. A learner is never paired with one coach
 * twice on a day. What began that very day cannot end before it: it has to be taken out first.
 */
export function planPairing<P extends LearnerPairing>(
  pairings: readonly P[],
  { coachId, fromOn, keepCurrent }: { coachId: string; fromOn: PlainDate; keepCurrent: boolean },
): PairingPlan<P> {
  const held = pairings.filter((pairing) => holdsOn(pairing, fromOn))
  const replaced = keepCurrent ? [] : held.filter((pairing) => pairing.coachId !== coachId)
  const sameDay = replaced.find((pairing) => pairing.fromOn === fromOn)
  if (sameDay) return { kind: 'refused', because: 'beginsThatDay', pairing: sameDay }
  const ends = replaced.map((pairing) => ({ pairing, toOn: addDays(fromOn, -1) }))
  if (held.some((pairing) => pairing.coachId === coachId)) return { kind: 'unchanged', ends }
  const later = pairings
    .filter((pairing) => pairing.fromOn > fromOn && (!keepCurrent || pairing.coachId === coachId))
    .map((pairing) => pairing.fromOn)
    .sort()[0]
  return { kind: 'pair', toOn: later === undefined ? null : addDays(later, -1), ends }
}

/**
 * Why a pairing cannot end on a day, or null. An end is set once; one that has not come yet may be brought forward.
 */
export function endProblem(
  pairing: PairedDays,
  toOn: PlainDate,
  today: PlainDate,
): 'beginsLater' | 'alreadyEnded' | 'endsThen' | null {
  if (toOn < pairing.fromOn) return 'beginsLater'
  if (pairing.toOn === null) return null
  if (pairing.toOn < today) return 'alreadyEnded'
  return toOn >= pairing.toOn ? 'endsThen' : null
}
