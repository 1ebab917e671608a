import { addDays, daysBetween, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Standing } from '#shared/roster/standing.ts'

/** Days in a row, both ends included. Lists of them are in order and do not overlap. */
export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The first and last day that are counted with: before anybody started, and after everything known. */
const dawn: PlainDate = '1900-01-01'
const dusk: PlainDate = '2200-12-31'

/** The days that are in both lists. */
export function commonDays(some: readonly Days[], others: readonly Days[]): Days[] {
  return some.flatMap((a) =>
    others.flatMap((b) => {
      const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to]
      return from <= to ? [{ from, to }] : []
    }),
  )
}

/** How many days a list has. */
export const countDays = (days: readonly Days[]): number =>
  days.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)

/** The days from one to another; where no end is known, as far as days are counted. */
export const daysFrom = (from: PlainDate | null, to: PlainDate | null): Days[] => {
  const days = { from: from ?? dawn, to: to ?? dusk }
  return days.from <= days.to ? [days] : []
}

/**
 * The days on which somebody takes part, by standings in date order. As `standingOn` has it, what is known first held
 * before too, and what is known last goes on.
 */
export function presentDays<S extends Standing>(
  standings: readonly S[],
  isPresent: (standing: S) => boolean,
  place: { startsOn: PlainDate | null; endsOn: PlainDate | null },
): Days[] {
  const within = daysFrom(place.startsOn, place.endsOn)
  if (standings.length === 0) return within
  const present = standings.flatMap((standing, index) => {
    const next = standings[index + 1]
    return isPresent(standing)
      ? daysFrom(index === 0 ? null : standing.fromOn, next ? addDays(next.fromOn, -1) : null)
      : []
  })
  return commonDays(within, present)
}
