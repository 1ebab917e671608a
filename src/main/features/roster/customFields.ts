import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CustomFieldTable } from '#main/database/tables/roster.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count, foldText } from '#shared/kernel/text.ts'
import {
  type CustomField,
  type CustomFieldDraft,
  customValueHint,
  readCustomValue,
} from '#shared/roster/customFields.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** The fields a program added, in the user's order, those of learners first. */
export async function listCustomFields(db: Db, programId: Id): Promise<CustomField[]> {
  const rows = await db
    .selectFrom('custom_field')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('applies_to', 'desc')
    .orderBy('position')
    .execute()
  return rows.map(({ id, applies_to, name, kind, choices }) => ({
    id,
    appliesTo: applies_to,
    name,
    kind,
    choices: JSON.parse(choices) as string[],
  }))
}

interface FieldChange {
  programId: Id
  appliesTo: RosterKind
  fields: CustomFieldDraft[]
}

/**
 * Makes the fields of a program's learners or coaches what is given, in that order. A field left out goes with what it
 * held. Refuses `duplicate` names, and `conflict` where a field holds what its new kind or choices do not take.
 */
export async function saveCustomFields(
  file: DataFile,
  { programId, appliesTo, fields }: FieldChange,
  call: CallContext,
): Promise<CustomField[]> {
  refuseSameNames(fields)
  return file.write(call, { label: `Change the fields of ${appliesTo}` }, async (tx) => {
    await requireProgram(tx, programId)
    const stored = (await listCustomFields(tx, programId)).filter((field) => field.appliesTo === appliesTo)
    for (const field of stored.filter(({ id }) => !fields.some((kept) => kept.id === id))) {
      await tx.deleteFrom('custom_value').where('field_id', '=', field.id).execute()
      await tx.deleteFrom('custom_field').where('id', '=', field.id).execute()
    }
    for (const [position, field] of fields.entries()) {
      const before = stored.find(({ id }) => id === field.id)
      if (field.id && !before)
        throw refuse('not_found', `The field ${field.name} is not part of this program any more.`)
      if (before) await rereadValues(tx, before.id, field)
      await writeField(tx, { programId, appliesTo, field, position, isNew: !before })
    }
    return (await listCustomFields(tx, programId)).filter((field) => field.appliesTo === appliesTo)
  })
}

function refuseSameNames(fields: readonly CustomFieldDraft[]): void {
  const seen = new Set<string>()
  for (const { name } of fields) {
    const folded = foldText(name)
    if (seen.has(folded)) throw refuse('duplicate', `Two fields are called ${name}. Rename one of them.`)
    seen.add(folded)
  }
}

/** What a field holds is read again as its kind now has it: "3" of a text is the number 3. */
async function rereadValues(tx: Db, fieldId: Id, field: CustomFieldDraft): Promise<void> {
  const rows = await tx.selectFrom('custom_value').select(['id', 'value']).where('field_id', '=', fieldId).execute()
  const unread = rows.filter(({ value }) => !readCustomValue(field, value))
  if (unread.length > 0)
    throw refuse(
      'conflict',
      `${field.name} takes ${customValueHint(field)}, but holds ${count(unread.length, 'other value')}, such as “${unread[0]!.value}”. Change those first.`,
    )
  for (const { id, value } of rows) {
    const read = readCustomValue(field, value)!
    if (read === value) continue
    await tx
      .updateTable('custom_value')
      .set((eb) => ({ value: read, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
}

async function writeField(
  tx: Db,
  to: { programId: Id; appliesTo: RosterKind; field: CustomFieldDraft; position: number; isNew: boolean },
): Promise<void> {
  const { name, kind } = to.field
  const columns = { name, kind, choices: JSON.stringify(to.field.choices), position: to.position }
  if (to.isNew) {
    const place = { program_id: to.programId, applies_to: to.appliesTo }
    const row: CustomFieldTable = { id: newId(), revision: 1, ...place, ...columns }
    await tx.insertInto('custom_field').values(row).execute()
    return
  }
  await tx
    .updateTable('custom_field')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', to.field.id!)
    .where((eb) =>
      eb.or([
        eb('name', '!=', name),
        eb('kind', '!=', kind),
        eb('choices', '!=', columns.choices),
        eb('position', '!=', to.position),
      ]),
    )
    .execute()
}

/**
 * What rows say of the program's own fields, as it is stored. Refuses `invalid_input`, naming each value by
 * `id.custom.field`.
 */
export async function readCustomValues(
  db: Db,
  programId: Id,
  kind: RosterKind,
  rows: readonly { id: Id; custom?: Readonly<Record<Id, string>> | undefined }[],
): Promise<{ custom: Record<Id, string> }[]> {
  if (rows.every(({ custom = {} }) => Object.keys(custom).length === 0)) return rows.map(() => ({ custom: {} }))
  const fields = (await listCustomFields(db, programId)).filter(({ appliesTo }) => appliesTo === kind)
  const fieldOf = new Map(fields.map((field) => [field.id, field]))
  const details: ProblemDetail[] = []
  const read = rows.map(({ id, custom = {} }) => ({
    custom: Object.fromEntries(
      Object.entries(custom).map(([fieldId, typed]) => {
        const field = fieldOf.get(fieldId)
        const value = field ? readCustomValue(field, typed) : null
        if (value === null) details.push({ path: `${id}.custom.${fieldId}`, message: notTaken(field, typed) })
        return [fieldId, value ?? '']
      }),
    ),
  }))
  if (details.length > 0) throw refuse('invalid_input', details[0]!.message, details)
  return read
}

const notTaken = (field: CustomField | undefined, typed: string): string =>
  field
    ? `${field.name} takes ${customValueHint(field)}, not “${typed}”.`
    : 'This field is not part of the program any more.'
