import { inBatches, insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type {
  AppointmentStandingTable,
  AppointmentTable,
  EnrolmentStandingTable,
  EnrolmentTable,
} from '#main/database/tables/roster.ts'
import { insertCustomValues } from '#main/features/roster/customValues.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import { dropRecords } from '#main/features/roster/placeRecords.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import { firstStandingDay, type Standing } from '#shared/roster/standing.ts'

type Own<Table, Shared extends string> = Omit<Table, 'id' | 'revision' | Shared>
type PlaceColumns = Own<EnrolmentTable | AppointmentTable, 'person_id' | 'program_id'>
type StandingColumns = Own<
  EnrolmentStandingTable | AppointmentStandingTable,
  'enrolment_id' | 'appointment_id' | 'from_on' | 'to_on' | 'reason'
>

/** The tables a placement is stored in, and how a row of the roster becomes their columns. */
export interface PlacementTables<Row extends Learner | Coach> {
  readonly kind: RosterKind
  readonly place: 'enrolment' | 'appointment'
  readonly standing: 'enrolment_standing' | 'appointment_standing'
  /** What a standing, a pairing or a custom value calls the place it belongs to. */
  readonly owner: 'enrolment_id' | 'appointment_id'
  placeColumns(row: Row): PlaceColumns
  standingColumns(row: Row): StandingColumns
  /** The fields of a row that a standing sets. */
  standingFields(stored: StandingColumns): Partial<Row>
}

type Writes =
  | 'insert'
  | 'update'
  | 'loadStandings'
  | 'rewriteStanding'
  | 'closeStanding'
  | 'insertStanding'
  | 'dropStandingsAfter'
  | 'remove'

/** How places and their standings are written: the same for learners and coaches, each in their own tables. */
export function placementWrites<Row extends Learner | Coach>(
  tables: PlacementTables<Row>,
): Pick<Placement<Row>, Writes> {
  const { kind, place, standing, owner } = tables
  const standingRow = (id: Id, { fromOn, toOn }: Standing, row: Row, reason: string) => ({
    id: newId(),
    revision: 1,
    [owner]: id,
    from_on: fromOn,
    to_on: toOn,
    ...tables.standingColumns(row),
    reason,
  })

  return {
    async insert(db, programId, people, day) {
      const places = people.map(({ personId, row }) => ({ id: newId(), personId, row }))
      await insertRows(
        db,
        place,
        places.map(({ id, personId, row }) => {
          return { id, revision: 1, person_id: personId, program_id: programId, ...tables.placeColumns(row) }
        }),
      )
      await insertRows(
        db,
        standing,
        places.map(({ id, row }) => {
          return standingRow(id, { fromOn: firstStandingDay(row.startDate, day), toOn: null }, row, '')
        }),
      )
      await insertCustomValues(db, kind, places)
      return places.map(({ id }) => id)
    },

    async update(db, id, row) {
      await db
        .updateTable(place)
        .set((eb) => ({ ...tables.placeColumns(row), revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },

    async loadStandings(db, id) {
      const rows = await db.selectFrom(standing).selectAll().where(owner, '=', id).orderBy('from_on').execute()
      return rows.map((row) => ({
        id: row.id,
        fromOn: row.from_on,
        toOn: row.to_on,
        reason: row.reason,
        says: tables.standingFields(row),
      }))
    },

    async rewriteStanding(db, standingId, fromOn, row, reason) {
      await db
        .updateTable(standing)
        .set((eb) => ({
          from_on: fromOn,
          ...tables.standingColumns(row),
          reason,
          revision: eb('revision', '+', 1),
        }))
        .where('id', '=', standingId)
        .execute()
    },

    async closeStanding(db, standingId, fromOn, toOn) {
      await db
        .updateTable(standing)
        .set((eb) => ({ from_on: fromOn, to_on: toOn, revision: eb('revision', '+', 1) }))
        .where('id', '=', standingId)
        .execute()
    },

    async insertStanding(db, id, dates, row, reason) {
      await db
        .insertInto(standing)
        .values(standingRow(id, dates, row, reason))
        .execute()
    },

    async dropStandingsAfter(db, id, day) {
      const later = await db.deleteFrom(standing).where(owner, '=', id).where('from_on', '>', day).executeTakeFirst()
      if (Number(later.numDeletedRows) === 0) return
      await db
        .updateTable(standing)
        .set((eb) => ({ to_on: null, revision: eb('revision', '+', 1) }))
        .where(owner, '=', id)
        .where('to_on', '>=', day)
        .execute()
    },

    async remove(db, ids) {
      for (const batch of inBatches(ids)) {
        await db.deleteFrom('pairing').where(owner, 'in', batch).execute()
        await dropRecords(db, owner, batch)
        await db.deleteFrom('custom_value').where(owner, 'in', batch).execute()
        await db.deleteFrom(standing).where(owner, 'in', batch).execute()
        await db.deleteFrom(place).where('id', 'in', batch).execute()
      }
    },
  }
}
