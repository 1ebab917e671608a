import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import type { Standing } from '#shared/roster/standing.ts'

type Db = Kysely<Tables>

/** A standing as it is stored, with the fields of a row that it sets. */
export interface StoredStanding<Row> extends Standing {
  id: Id
  reason: string
  says: Partial<Row>
}

/**
 * One way a person belongs to a program: a learner by enrolment, a coach by appointment. The service knows what editing
 * a roster means; a placement knows which rows that is.
 */
export interface Placement<Row extends Learner | Coach> {
  readonly kind: RosterKind
  readonly noun: { one: string; many: string }
  /** Fields of the place itself; they hold for the whole of it. */
  readonly placeFields: readonly (keyof Row)[]
  /** Fields that hold from a day on: a change begins another standing. */
  readonly standingFields: readonly (keyof Row)[]

  /** Their time in the program has ended, by status. */
  isGone(row: Row): boolean
  statusLabel(row: Row): string
  /** As they stand on a day; all of the program's, or those with the given ids. */
  load(db: Db, programId: Id, day: PlainDate, ids?: readonly Id[]): Promise<Row[]>
  /** Makes a place with its first standing for each person; answers with the places' ids, in order. */
  insert(db: Db, programId: Id, people: readonly { personId: Id; row: Row }[], day: PlainDate): Promise<Id[]>
  /** Writes the place fields, and raises the revision also where only a standing changed. */
  update(db: Db, id: Id, row: Row): Promise<void>
  /** In date order. */
  loadStandings(db: Db, id: Id): Promise<StoredStanding<Row>[]>
  rewriteStanding(db: Db, standingId: Id, fromOn: PlainDate, row: Row, reason: string): Promise<void>
  closeStanding(db: Db, standingId: Id, fromOn: PlainDate, toOn: PlainDate): Promise<void>
  insertStanding(db: Db, id: Id, dates: Standing, row: Row, reason: string): Promise<void>
  /** Takes out what is planned after a day; what holds on that day has no end any more. */
  dropStandingsAfter(db: Db, id: Id, day: PlainDate): Promise<void>
  /** Takes places out with their standings, pairings and own values; the people stay. */
  remove(db: Db, ids: readonly Id[]): Promise<void>
}

/** Why somebody is not in the program on a day, in a sentence, or null where they are. The row is as of that day. */
export function absence<R extends Learner | Coach>(placement: Placement<R>, row: R, day: PlainDate): string | null {
  const name = displayName(row)
  if (placement.isGone(row)) return `${name} left (${placement.statusLabel(row).toLowerCase()}) by ${formatDate(day)}.`
  if (row.startDate !== null && row.startDate > day) return `${name} starts only on ${formatDate(row.startDate)}.`
  if (row.endDate !== null && row.endDate < day) return `${name} ended on ${formatDate(row.endDate)}.`
  return null
}
