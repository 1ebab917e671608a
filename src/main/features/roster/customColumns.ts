import type { CellValue } from '#main/spreadsheets/cellModel.ts'
import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { CustomField } from '#shared/roster/customFields.ts'

const customKey = (field: CustomField): string => `custom.${field.id}`

/** A field that the program added, as a column of a sheet or list. */
export const customColumn = (field: CustomField): ColumnModel => ({
  header: field.name,
  key: customKey(field),
  type: field.kind === 'number' || field.kind === 'date' ? field.kind : 'text',
})

/** The values of such columns in the row of a person. */
export const customCells = (fields: readonly CustomField[], values: Readonly<Record<Id, string>>): RowModel =>
  Object.fromEntries(fields.map((field) => [customKey(field), customCell(field, values[field.id] ?? '')]))

function customCell({ kind }: CustomField, value: string): CellValue {
  if (value === '') return null
  if (kind === 'number') return Number(value)
  return kind === 'yesNo' ? (value === 'yes' ? 'Yes' : 'No') : value
}
