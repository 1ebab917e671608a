import type { GridColumn, GridKind, GridValue, Parsed } from '#renderer/ui/grid/gridTypes.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { tidyText } from '#shared/kernel/text.ts'
import {
  type CustomField,
  type CustomFieldKind,
  customValueHint,
  readCustomValue,
} from '#shared/roster/customFields.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

const prefix = 'custom.'

/** The key of the column of a program's own field, which is also its name in refusals and exports. */
export const fieldKey = (id: Id): string => `${prefix}${id}`

/** The own field behind the key of a column, or null where the column is one that every program has. */
export const fieldIdOf = (key: string): Id | null => (key.startsWith(prefix) ? key.slice(prefix.length) : null)

const gridKinds: Record<CustomFieldKind, GridKind> = {
  text: 'text',
  number: 'number',
  date: 'date',
  choice: 'choice',
  yesNo: 'choice',
}

const widths: Record<CustomFieldKind, number> = { text: 150, number: 96, date: 112, choice: 132, yesNo: 88 }

const yesAndNo = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]

// As many decimals as were entered: the grid's own way rounds to three.
const formatNumber = (value: string | number): string => value.toLocaleString('en-US', { maximumFractionDigits: 15 })

/** The fields a program added, as columns that are typed into like any other. */
export function fieldColumns<R extends Learner | Coach>(fields: readonly CustomField[]): GridColumn<R>[] {
  return fields.map((field) => ({
    key: fieldKey(field.id),
    header: field.name,
    kind: gridKinds[field.kind],
    width: widths[field.kind],
    value: (row) => cellValue(field, row.custom[field.id] ?? ''),
    parse: (typed) => readCell(field, typed),
    editable: true,
    ...(field.kind === 'number' && { format: formatNumber }),
    ...(field.kind === 'yesNo' && { choices: yesAndNo }),
    ...(field.kind === 'choice' && { choices: field.choices.map((label) => ({ id: label, label })) }),
  }))
}

function cellValue({ kind }: CustomField, stored: string): GridValue {
  if (stored === '') return null
  return kind === 'number' ? Number(stored) : stored
}

function readCell(field: CustomField, typed: string): Parsed {
  const stored = readCustomValue(field, typed)
  if (stored !== null) return { ok: true, value: cellValue(field, stored) }
  return { ok: false, message: `"${tidyText(typed)}" does not fit; enter ${customValueHint(field)}` }
}
