import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'

/** A dated row: it holds from a day to a day, the last included; `toOn` null while it holds. */
export interface Standing {
  fromOn: PlainDate
  toOn: PlainDate | null
}

/**
 * The standing in force on a day, of standings in date order. Before the first one is known, the first is the best
 * that is known; after the last, the last.
 */
export function standingOn<S extends Standing>(standings: readonly S[], day: PlainDate): S | undefined {
  return standings.findLast((standing) => standing.fromOn <= day) ?? standings[0]
}

/** What has to be written so that something else holds from a day on. */
export type StandingChange<S> =
  | { kind: 'rewrite'; standing: S; fromOn: PlainDate }
  | { kind: 'follow'; closed: S; closedFrom: PlainDate; closedOn: PlainDate; fromOn: PlainDate; toOn: PlainDate | null }

/**
 * How a change that holds from `day` on meets the standings there are. A standing that begins that very day is
 * rewritten (a correction); one that began earlier is closed the day before and followed. The first one often begins only
 * on the day it was recorded: before that day it held from `startsOn` on; where nobody knows since when they were there,
 * an earlier day moves it back. A later standing stays.
 */
export function changeFrom<S extends Standing>(
  standings: readonly S[],
  day: PlainDate,
  startsOn: PlainDate | null,
): StandingChange<S> {
  const held = standingOn(standings, day)
  if (!held) throw new Error('There is no standing to change.')
  const heldFrom = held.fromOn > day && startsOn !== null && startsOn < day ? startsOn : held.fromOn
  if (heldFrom >= day) return { kind: 'rewrite', standing: held, fromOn: day }
  return {
    kind: 'follow',
    closed: held,
    closedFrom: heldFrom,
    closedOn: addDays(day, -1),
    fromOn: day,
    toOn: held.toOn,
  }
}

/** The day a first standing begins: the day it is recorded, or the start where that is still to come. */
export function firstStandingDay(start: PlainDate | null, today: PlainDate): PlainDate {
  return start !== null && start > today ? start : today
}
