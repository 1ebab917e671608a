import type { ColumnFilter } from '#renderer/ui/grid/gridTypes.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

/** Which people of a roster are meant, by column: what the roster's grid filters by, and what its address carries. */
export type Conditions = Readonly<Record<string, ColumnFilter>>

export const among = (values: readonly string[]): ColumnFilter => ({ kind: 'choices', values: [...values] })

export const blank: ColumnFilter = { kind: 'blank', isBlank: true }

/** Several people by name: a grid has no column of the ids they are known by. */
export function named(people: readonly (Learner | Coach)[], personIds: readonly string[]): Conditions {
  const meant = people.filter(({ personId }) => personIds.includes(personId))
  const distinct = (names: string[]): ColumnFilter => among([...new Set(names)])
  return {
    lastName: distinct(meant.map(({ lastName }) => lastName)),
    // A blank cannot be asked for together with names.
    ...(meant.every(({ firstName }) => firstName !== '') && {
      firstName: distinct(meant.map(({ firstName }) => firstName)),
    }),
  }
}

/** Everybody whose coach is the coach of one of these learners: what a coach leaves behind is left by all. */
export function withCoachOf(learners: readonly Learner[], personIds: readonly string[]): Conditions {
  const coachNames = learners.filter(({ personId }) => personIds.includes(personId)).map(({ coachName }) => coachName)
  return { coachName: among([...new Set(coachNames)]) }
}

/** The search of a roster page that shows just these people. */
export function rosterSearchFor(conditions: Conditions): { filters?: string } {
  return Object.keys(conditions).length === 0 ? {} : { filters: JSON.stringify(conditions) }
}
