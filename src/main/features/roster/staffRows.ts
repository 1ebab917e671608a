import type { Kysely } from 'kysely'
import { inBatches } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { StaffRoleTable } from '#main/database/tables/roster.ts'
import { loadIdentities, nameColumns, whoFields } from '#main/features/roster/loadPeople.ts'
import { inNameOrder } from '#main/features/roster/people.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { StaffMember } from '#shared/roster/staff.ts'

type Db = Kysely<Tables>

/** Every role anybody holds, held or will hold in a program, by name and then from when. */
export async function loadStaff(db: Db, programId: Id): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('staff_role')
    .innerJoin('person', 'person.id', 'staff_role.person_id')
    .selectAll('staff_role')
    .select(nameColumns)
    .select(['degrees', 'department', 'person.revision as person_revision'])
    .where('program_id', '=', programId)
    .execute()
  const identitiesOf = await loadIdentities(db, 'staff_role', programId)
  const members = rows.map((row): StaffMember => ({
    id: row.id,
    ...whoFields(row, identitiesOf),
    revision: row.revision + row.person_revision,
    degrees: row.degrees,
    department: row.department,
    role: row.role,
    title: row.title,
    effort: row.effort,
    siteId: row.site_id,
    fromOn: row.from_on,
    toOn: row.to_on,
    roleNote: row.note,
  }))
  return inNameOrder(members, ({ personId, fromOn }) => `${personId} ${fromOn}`)
}

export async function insertStaffRole(db: Db, programId: Id, member: StaffMember): Promise<Id> {
  const id = newId()
  const row = { id, revision: 1, person_id: member.personId, program_id: programId, ...columnsOf(member) }
  await db.insertInto('staff_role').values(row).execute()
  return id
}

/** Writes the role, and raises its revision. */
export async function updateStaffRole(db: Db, member: StaffMember): Promise<void> {
  await db
    .updateTable('staff_role')
    .set((eb) => ({ ...columnsOf(member), revision: eb('revision', '+', 1) }))
    .where('id', '=', member.id)
    .execute()
}

export async function deleteStaffRoles(db: Db, ids: readonly Id[]): Promise<void> {
  for (const batch of inBatches(ids)) await db.deleteFrom('staff_role').where('id', 'in', batch).execute()
}

function columnsOf(member: StaffMember): Omit<StaffRoleTable, 'id' | 'revision' | 'person_id' | 'program_id'> {
  return {
    site_id: member.siteId,
    role: member.role,
    title: member.title,
    effort: member.effort,
    from_on: member.fromOn,
    to_on: member.toOn,
    note: member.roleNote,
  }
}
