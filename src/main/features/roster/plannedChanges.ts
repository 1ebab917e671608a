import type { RowValues } from '#shared/imports/values.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** One row that is stored: somebody new, somebody who is known, or somebody known from another program who joins. */
export interface PlannedChange {
  /** Who it is; null for somebody new. */
  person: { personId: Id; placeId: Id | null; values: RowValues } | null
  set: RowValues
  custom: Readonly<Record<Id, string>>
  /** Who is to coach them from now on; null where that stays as it is. */
  coachId: Id | null
  /** Which of the rows is the same new person in another role; null where none is. */
  sameAs: number | null
}

/** What an import writes. */
export interface PlannedChanges {
  rows: PlannedChange[]
  newCohorts: string[]
  newSites: string[]
}
