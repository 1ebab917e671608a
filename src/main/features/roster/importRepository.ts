import type { Kysely } from 'kysely'
import { insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import { groupIdentities, noIdentities, personColumns } from '#main/features/roster/people.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** A person's own fields by name, as a row of a roster has them. */
type PersonFields = Readonly<Record<string, unknown>> & { readonly personId: Id }

/** Everybody the data file knows, whatever they are in which program. */
export async function loadEverybody(db: Db): Promise<PersonFields[]> {
  const [people, identities] = await Promise.all([
    db.selectFrom('person').selectAll().execute(),
    db.selectFrom('person_identity').select(['person_id', 'kind', 'value']).orderBy('position').execute(),
  ])
  const identitiesOf = groupIdentities(identities)
  return people.map((person) => ({
    personId: person.id,
    ...Object.fromEntries(Object.entries(personColumns).map(([field, column]) => [field, person[column]])),
    ...(identitiesOf.get(person.id) ?? noIdentities),
  }))
}

/** Who is or was a learner or coach of a program. */
export async function loadPlacedPeople(db: Db, programId: Id): Promise<ReadonlySet<Id>> {
  const places = await db
    .selectFrom('enrolment')
    .select('person_id')
    .where('program_id', '=', programId)
    .union(db.selectFrom('appointment').select('person_id').where('program_id', '=', programId))
    .execute()
  return new Set(places.map(({ person_id }) => person_id))
}

/** Gives a program that has none its cohorts or sites, in the given order. */
export async function insertParts(
  db: Db,
  table: 'cohort' | 'site',
  programId: Id,
  names: readonly string[],
): Promise<void> {
  const parts = names.map((name, position) => ({ id: newId(), revision: 1, program_id: programId, name, position }))
  await insertRows(db, table, parts)
}
