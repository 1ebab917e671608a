import type { Kysely } from 'kysely'
import { inBatches } from '#main/database/insertRows.ts'
import type { Tables } from '#main/database/tables.ts'
import type { PersonTable } from '#main/database/tables/roster.ts'
import { groupIdentities, type Identities, noIdentities } from '#main/features/roster/people.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** The columns of a name, as they are selected beside those of a place. */
export const nameColumns = ['last_name', 'first_name', 'middle_name', 'suffix', 'preferred_name'] as const

/** The fields of a row that say who holds a place. */
export function whoFields(
  row: Pick<PersonTable, (typeof nameColumns)[number]> & { person_id: Id },
  identitiesOf: ReadonlyMap<Id, Identities>,
) {
  return {
    personId: row.person_id,
    lastName: row.last_name,
    firstName: row.first_name,
    middleName: row.middle_name,
    suffix: row.suffix,
    preferredName: row.preferred_name,
    ...(identitiesOf.get(row.person_id) ?? noIdentities),
  }
}

/** The identities of those who hold a place in a program: all, or the places with the given ids. */
export async function loadIdentities(
  db: Db,
  place: 'enrolment' | 'appointment' | 'staff_role',
  programId: Id,
  ids?: readonly Id[],
): Promise<Map<Id, Identities>> {
  let holders = db.selectFrom(place).select('person_id').where('program_id', '=', programId)
  if (ids) holders = holders.where('id', 'in', ids)
  const rows = await db
    .selectFrom('person_identity')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', holders)
    .orderBy('position')
    .execute()
  return groupIdentities(rows)
}

/** Loads rows of a roster: all at once, or those with the given ids, as many at a time as a statement takes. */
export function allOrSome<Row extends Learner | Coach>(
  load: (db: Db, programId: Id, day: PlainDate, ids?: readonly Id[]) => Promise<Row[]>,
): Placement<Row>['load'] {
  return async (db, programId, day, ids) => {
    if (!ids) return load(db, programId, day)
    const rows: Row[] = []
    for (const batch of inBatches(ids)) rows.push(...(await load(db, programId, day, batch)))
    return rows
  }
}
