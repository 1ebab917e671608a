import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { EnrolmentStandingTable } from '#main/database/tables/roster.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

type Db = Kysely<Tables>

export async function loadStandingRows(db: Db, enrolmentId: Id): Promise<EnrolmentStandingTable[]> {
  return db
    .selectFrom('enrolment_standing')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('from_on')
    .execute()
}

export async function updateStanding(
  db: Db,
  id: Id,
  columns: Partial<Pick<EnrolmentStandingTable, 'status' | 'level' | 'to_on'>>,
): Promise<void> {
  await db
    .updateTable('enrolment_standing')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A standing from after a day that says the same as the one before it is no change: the earlier goes on. */
export async function joinRepeats(db: Db, enrolmentId: Id, after: PlainDate): Promise<void> {
  const [first, ...rest] = await loadStandingRows(db, enrolmentId)
  let held = first
  for (const standing of rest) {
    const same = held?.status === standing.status && held.level === standing.level
    if (held && same && standing.from_on > after) {
      await db.deleteFrom('enrolment_standing').where('id', '=', standing.id).execute()
      await updateStanding(db, held.id, { to_on: standing.to_on })
    } else held = standing
  }
}
