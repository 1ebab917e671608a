import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>
type Owner = 'enrolment_id' | 'appointment_id'

/** Rows of a coach alone, and what each calls them. */
const ofCoach = [
  ['module_completion', 'appointment_id'],
  ['observation', 'appointment_id'],
  ['observation', 'observer_id'],
] as const

/** Gives the meetings, modules done and observations of one place to another. */
export async function moveRecords(tx: Db, owner: Owner, { stayId, goId }: { stayId: Id; goId: Id }): Promise<void> {
  for (const [table, column] of [['meeting', owner] as const, ...(owner === 'appointment_id' ? ofCoach : [])])
    await tx
      .updateTable(table)
      .set((eb) => ({ [column]: stayId, revision: eb('revision', '+', 1) }))
      .where(column, '=', goId)
      .execute()
  if (owner === 'enrolment_id') return
  // Whoever observed the other was somebody else, or nobody was: nobody observes themselves.
  await tx
    .updateTable('observation')
    .set((eb) => ({ observer_id: null, revision: eb('revision', '+', 1) }))
    .where('appointment_id', '=', stayId)
    .where('observer_id', '=', stayId)
    .execute()
}

/** Takes them out with places. An observation by a coach who goes stays, as one by nobody known. */
export async function dropRecords(tx: Db, owner: Owner, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('meeting').where(owner, 'in', ids).execute()
  if (owner === 'enrolment_id') return
  for (const table of ['module_completion', 'observation'] as const)
    await tx.deleteFrom(table).where('appointment_id', 'in', ids).execute()
  await tx
    .updateTable('observation')
    .set((eb) => ({ observer_id: null, revision: eb('revision', '+', 1) }))
    .where('observer_id', 'in', ids)
    .execute()
}
