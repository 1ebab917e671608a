import type { GridEdit, GridValue, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import type { Problem, ProblemDetail } from '#shared/kernel/problem.ts'
import type { Patch } from '#shared/roster/patch.ts'
import { fieldIdOf } from './fields/fieldColumns.ts'
import { emailSeparator } from './parse.ts'

/** A row that is edited by its fields; `custom` where the program may add some of its own. */
export interface EditedRow {
  id: string
  revision: number
  custom?: Readonly<Record<string, string>>
}

/** The change of one row, as the contract takes it. */
export interface RowEdit<R extends EditedRow> {
  id: string
  revision: number
  set: Patch<R>
}

/** The fields of a row, of what its cells would hold. */
export function storedPatch<R extends EditedRow>(
  row: R,
  values: readonly { key: string; value: GridValue }[],
): Patch<R> {
  return values.reduce<Patch<R>>((patch, { key, value }) => withValue(patch, row, key, value), {})
}

/** The patch with one more value; those of the program's own fields are gathered under `custom`. */
function withValue<R extends EditedRow>(patch: Patch<R>, row: R, key: string, value: GridValue): Patch<R> {
  const fieldId = fieldIdOf(key)
  if (fieldId === null) return { ...patch, [key]: storedValue(row, key, value) }
  const custom = { ...(patch as Patch<EditedRow>).custom, [fieldId]: value === null ? '' : String(value) }
  return { ...patch, custom }
}

/** The value a field stores for what a cell holds: the grid's blank is null, a blank text is stored empty. */
function storedValue(row: EditedRow, key: string, value: GridValue): unknown {
  if (key === 'otherEmails') return value === null ? [] : String(value).split(emailSeparator)
  const isText = typeof row[key as keyof EditedRow] === 'string' && !nullable.has(key)
  return value === null && isText ? '' : value
}

// Texts in the row that are stored as nothing at all when they are blank: days and the ids of other things.
const nullable = new Set(['startDate', 'endDate', 'toOn', 'cohortId', 'siteId'])

/** Gathers cell edits by row, in the order of their rows. Rows that are gone are left out. */
export function rowEdits<R extends EditedRow>(rows: ReadonlyMap<string, R>, edits: readonly GridEdit[]): RowEdit<R>[] {
  const byRow = new Map<string, RowEdit<R>>()
  for (const { rowId, key, value } of edits) {
    const row = rows.get(rowId)
    if (!row) continue
    const edit = byRow.get(rowId) ?? { id: rowId, revision: row.revision, set: {} }
    edit.set = withValue(edit.set, row, key, value)
    byRow.set(rowId, edit)
  }
  return [...byRow.values()]
}

/**
 * Which cells a refusal is about. Its details name a row (`id`), a field of it (`id.field`, `id.custom.field`), or a place in the input
 * (`edits.3.set.email`); a row that is named as a whole takes all of its cells. Empty where the refusal names no cell.
 */
export function rejectionsOf<R extends EditedRow>(
  problem: Problem,
  sent: readonly RowEdit<R>[],
  edits: readonly GridEdit[],
): RejectedEdit[] {
  const byRow = Map.groupBy(edits, (edit) => edit.rowId)
  return (problem.details ?? []).flatMap((detail) => {
    const { rowId, field } = placeOf(detail, sent)
    const cells = byRow.get(rowId) ?? []
    const named = cells.filter(({ key }) => key === field || (field === 'email' && key === 'otherEmails'))
    const meant = named.length > 0 ? named.slice(0, 1) : cells
    return meant.map(({ key }) => ({ rowId, key, message: detail.message }))
  })
}

function placeOf<R extends EditedRow>(
  { path }: ProblemDetail,
  sent: readonly RowEdit<R>[],
): { rowId: string; field: string } {
  const input = /^edits\.(\d+)(?:\.set\.(custom\.[\w-]+|\w+))?/.exec(path)
  if (input) return { rowId: sent[Number(input[1])]?.id ?? '', field: input[2] ?? '' }
  const [rowId = '', ...field] = path.split('.')
  return { rowId, field: field.join('.') }
}

/** The edits without the rows that were rejected: a row is written whole or not at all. */
export function withoutRows(edits: readonly GridEdit[], rejected: readonly RejectedEdit[]): GridEdit[] {
  const rows = new Set(rejected.map(({ rowId }) => rowId))
  return edits.filter(({ rowId }) => !rows.has(rowId))
}

/** Puts rows in the place of those with the same id; the list itself where there are none. */
export function replaceRows<R extends { id: string }>(rows: readonly R[], replacements: readonly R[]): R[] {
  const byId = new Map(replacements.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}
