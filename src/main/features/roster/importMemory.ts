import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { RecognisedSheet } from '#shared/imports/recognise.ts'
import { chosenFields, headerSet, type Remembered } from '#shared/imports/chosenColumns.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** What was chosen for the files that a program imported, the newest first. Lists of staff are short: of them nothing is kept. */
export async function loadMemory(db: Db, programId: Id, kind: PeopleKind): Promise<Remembered[]> {
  if (kind === 'staff') return []
  const rows = await db
    .selectFrom('import_memory')
    .select(['headers', 'fields', 'value_meanings', 'policies'])
    .where('program_id', '=', programId)
    .where('imported_as', '=', kind)
    .execute()
  return rows.map(({ headers, fields, value_meanings, policies }) => ({
    headers,
    fields: JSON.parse(fields) as Remembered['fields'],
    values: JSON.parse(value_meanings) as Remembered['values'],
    policies: JSON.parse(policies) as Remembered['policies'],
  }))
}

/** Keeps what was chosen for columns of this kind, in place of what was chosen for them before. */
export async function rememberChoices(
  db: Db,
  {
    sheets,
    values,
    policies,
  }: { sheets: readonly Pick<RecognisedSheet, 'header' | 'columns'>[] } & Pick<Remembered, 'values' | 'policies'>,
  to: { programId: Id; kind: PeopleKind; at: Instant },
): Promise<void> {
  const { kind } = to
  if (kind === 'staff') return
  const nothing = Object.keys(values).length === 0 && Object.keys(policies).length === 0
  for (const { header, columns } of sheets) {
    const headers = headerSet(header)
    const fields = chosenFields(header, columns)
    if (headers === '') continue
    await db
      .deleteFrom('import_memory')
      .where('program_id', '=', to.programId)
      .where('imported_as', '=', kind)
      .where('headers', '=', headers)
      .execute()
    if (nothing && Object.keys(fields).length === 0) continue
    await db
      .insertInto('import_memory')
      .values({
        id: newId(),
        program_id: to.programId,
        imported_as: kind,
        headers,
        fields: JSON.stringify(fields),
        value_meanings: JSON.stringify(values),
        policies: JSON.stringify(policies),
        at: to.at,
      })
      .execute()
  }
}
