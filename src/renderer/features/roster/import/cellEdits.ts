import type { GridEdit, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { fieldOfKey, type PreviewRow } from './previewModel.ts'

/** Parts of a name that a column of whole names holds. */
export const nameParts = ['lastName', 'firstName', 'middleName', 'suffix', 'preferredName'] as const
type NamePart = (typeof nameParts)[number]

const isNamePart = (field: string): field is NamePart => (nameParts as readonly string[]).includes(field)

/** What is to stand in cells of the file instead, by address ("Roster!B14"), and the edits that no cell can take. */
export interface CellEdits {
  cells: Record<string, string>
  rejected: RejectedEdit[]
}

/**
 * Finds the cells of the file that edits of the preview are about. A part of a name that has no column of its own is
 * written into the column of whole names, as "Last, First".
 */
export function cellEdits(
  edits: readonly GridEdit[],
  rows: readonly PreviewRow[],
  columns: readonly ImportColumn[],
  kind: PeopleKind,
): CellEdits {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const columnOf = new Map(
    columns.map((column) => [`${column.sheet}\n${column.ownField ? column.header : column.field}`, column]),
  )
  const names = new Map<PreviewRow, Partial<Record<NamePart, string>>>()
  const found: CellEdits = { cells: {}, rejected: [] }
  for (const { rowId, key, value } of edits) {
    const row = byId.get(rowId)
    const field = fieldOfKey(key)
    if (!row || field === null) continue
    const text = value === null ? '' : String(value)
    const own = columnOf.get(`${row.sheet}\n${field}`)
    const whole = columnOf.get(`${row.sheet}\nfullName`)
    if (own) found.cells[addressOf(row, own)] = text
    else if (whole && isNamePart(field)) {
      const parts = { ...names.get(row), [field]: text }
      names.set(row, parts)
      found.cells[addressOf(row, whole)] = wholeName({ ...namesOf(row), ...parts })
    } else {
      const message = `Sheet ${row.sheet} has no column for ${fieldLabel(kind, field as FieldKey)}; enter it in the roster after the import`
      found.rejected.push({ rowId, key, message })
    }
  }
  return found
}

const addressOf = ({ sheet, row }: PreviewRow, { index }: ImportColumn): string =>
  `${sheet}!${columnLetter(index)}${row}`

const namesOf = ({ person }: PreviewRow): Record<NamePart, string> => {
  const part = (key: NamePart): string => String(person[key] ?? '')
  return {
    lastName: part('lastName'),
    firstName: part('firstName'),
    middleName: part('middleName'),
    suffix: part('suffix'),
    preferredName: part('preferredName'),
  }
}

/** A name in one cell, in the form that needs no guessing: 'Núñez Jr., Ana María "Annie"'. */
function wholeName({ lastName, firstName, middleName, suffix, preferredName }: Record<NamePart, string>): string {
  const last = [lastName, suffix].filter((part) => part !== '').join(' ')
  const given = [firstName, middleName, preferredName && `"${preferredName}"`].filter((part) => part !== '').join(' ')
  return given === '' ? last : `${last}, ${given}`
}
