import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

/** Who has a place in a program by enrolment or appointment, as an import knows them. */
export interface PlacedKind<R extends Learner | Coach> {
  readonly kind: RosterKind
  readonly placement: Placement<R>
  readonly blank: (today: PlainDate) => R
  /** Not being in a file is no news of somebody who ended. */
  readonly isGone: (row: R, today: PlainDate) => boolean
}

const ended = (row: Learner | Coach, today: PlainDate): boolean => row.endDate !== null && row.endDate < today

export const placedLearners: PlacedKind<Learner> = {
  kind: 'learners',
  placement: learners,
  blank: blankLearner,
  isGone: (row, today) => learnerPresence(row.status) === 'gone' || ended(row, today),
}

export const placedCoaches: PlacedKind<Coach> = {
  kind: 'coaches',
  placement: coaches,
  blank: blankCoach,
  isGone: (row, today) => coachPresence(row.status) === 'gone' || ended(row, today),
}
