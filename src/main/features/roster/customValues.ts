import type { Kysely } from 'kysely'
import { insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CustomValueTable } from '#main/database/tables/roster.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>
/** What a place holds in the program's own fields, by field id. */
type CustomValues = Readonly<Record<Id, string>>

const linkOf = { learners: 'enrolment_id', coaches: 'appointment_id' } as const

/** By enrolment or appointment; of all of a program, or of those with the given ids. */
export async function loadCustomValues(
  db: Db,
  programId: Id,
  kind: RosterKind,
  ids?: readonly Id[],
): Promise<Map<Id, Record<Id, string>>> {
  const link = linkOf[kind]
  let query = db
    .selectFrom('custom_value')
    .innerJoin('custom_field', 'custom_field.id', 'field_id')
    .select(['field_id', 'enrolment_id', 'appointment_id', 'value'])
    .where('program_id', '=', programId)
    .where('applies_to', '=', kind)
  if (ids) query = query.where(link, 'in', ids)
  const byPlace = new Map<Id, Record<Id, string>>()
  for (const row of await query.execute()) {
    const place = row[link]!
    const values = byPlace.get(place) ?? {}
    values[row.field_id] = row.value
    byPlace.set(place, values)
  }
  return byPlace
}

/** Writes the values of new places. */
export async function insertCustomValues(
  db: Db,
  kind: RosterKind,
  places: readonly { id: Id; row: { custom: CustomValues } }[],
): Promise<void> {
  const rows = places.flatMap(({ id, row }) =>
    Object.entries(row.custom)
      .filter(([, value]) => value !== '')
      .map(([fieldId, value]) => valueRow(kind, id, fieldId, value)),
  )
  await insertRows(db, 'custom_value', rows)
}

function valueRow(kind: RosterKind, placeId: Id, fieldId: Id, value: string): CustomValueTable {
  const place = { enrolment_id: null, appointment_id: null, [linkOf[kind]]: placeId }
  return { id: newId(), revision: 1, field_id: fieldId, ...place, value }
}

/** Writes what differs between two states of one place. */
export async function changeCustomValues(
  db: Db,
  kind: RosterKind,
  placeId: Id,
  before: CustomValues,
  after: CustomValues,
): Promise<void> {
  for (const fieldId of customDifferences(before, after)) {
    const [was, is] = [before[fieldId] ?? '', after[fieldId] ?? '']
    if (was === '')
      await db
        .insertInto('custom_value')
        .values(valueRow(kind, placeId, fieldId, is))
        .execute()
    else if (is === '')
      await db.deleteFrom('custom_value').where('field_id', '=', fieldId).where(linkOf[kind], '=', placeId).execute()
    else
      await db
        .updateTable('custom_value')
        .set((eb) => ({ value: is, revision: eb('revision', '+', 1) }))
        .where('field_id', '=', fieldId)
        .where(linkOf[kind], '=', placeId)
        .execute()
  }
}

/** The fields in which two states of a place differ. */
export function customDifferences(before: CustomValues, after: CustomValues): Id[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
}
