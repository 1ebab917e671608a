import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { ImportRunTable, Tables } from '#main/database/tables.ts'
import { groupIdentities, inBatches, noIdentities, personColumns } from '#main/features/roster/people.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import { undoneBy } from '#shared/workspace/reversals.ts'

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

/** When this very file was last imported for this, unless that was rolled back; null where it never was. */
export async function findEarlierImport(
  db: Db,
  { sha256, programId, importedAs }: { sha256: string; programId: Id; importedAs: string },
): Promise<Instant | null> {
  const runs = await db
    .selectFrom('import_run')
    .select(['at', 'entry_id'])
    .where('sha256', '=', sha256)
    .where('program_id', '=', programId)
    .where('imported_as', '=', importedAs)
    .orderBy('id', 'desc')
    .execute()
  if (runs.length === 0) return null
  const undone = undoneBy(
    await db
      .selectFrom('history_entry')
      .select(['id', 'kind', 'reverses_id'])
      .where('reverses_id', 'is not', null)
      .execute(),
  )
  return runs.find((run) => undone(run.entry_id) === null)?.at ?? null
}

/** The newest entry of the history: while it stays, nothing that is in the history has changed. Null where there is none. */
export async function newestEntry(db: Db): Promise<Id | null> {
  const newest = await db.selectFrom('history_entry').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return newest?.id ?? null
}

export async function insertImportRun(db: Db, run: Omit<ImportRunTable, 'id' | 'revision'>): Promise<Id> {
  const id = newId()
  await db
    .insertInto('import_run')
    .values({ id, ...run })
    .execute()
  return id
}

/** Gives a program that has none its cohorts or sites, in the given order. */
export async function insertParts(
  db: Db,
  table: 'cohort' | 'site',
  programId: Id,
  names: readonly string[],
): Promise<void> {
  const parts = names.map((name, position) => ({ id: newId(), revision: 1, program_id: programId, name, position }))
  for (const batch of inBatches(parts)) await db.insertInto(table).values(batch).execute()
}
