import type { GridColumn, GridValue, Parsed } from '#renderer/ui/grid/gridTypes.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel, fieldsOf } from '#shared/imports/fields.ts'
import { formatValue } from '#shared/imports/formatValue.ts'
import type { ImportPreview, ImportRow } from '#shared/imports/schema.ts'
import type { ValueKey } from '#shared/imports/values.ts'
import { tidyText } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { nameParts } from './cellEdits.ts'
import { actionLabels, actionTones, keyOfField, levelLabels, type PreviewRow } from './previewModel.ts'

/** The columns of the preview: the file's row, what happens to it, and the fields that the file fills. */
export function previewColumns(
  preview: ImportPreview,
  kind: PeopleKind,
  { problemsFirst = false } = {},
): GridColumn<PreviewRow>[] {
  const { counts, problems } = preview
  const editable = editableFields(preview)
  const known = fieldsOf(kind).map(({ key }) => key)
  const filled = new Set(editable)
  const said = new Set([...editable, ...fieldsSaid(preview)])
  for (const { person } of preview.rows) for (const key of Object.keys(person)) filled.add(key)
  // What goes into a field of the program is read, shown and put right as any other field is.
  const own = [...new Set(preview.columns.flatMap(({ header, ownField }) => (ownField ? header : [])))] as FieldKey[]
  const fields = [...known.filter((key) => key !== 'fullName' && filled.has(key)), ...own]
  const others = [...filled].filter((key) => !([...known, ...own] as string[]).includes(key))
  const column = (key: FieldKey) => ({
    ...fieldColumn(kind, key, editable.has(key)),
    hiddenByDefault: !said.has(key),
  })
  const found: GridColumn<PreviewRow> = {
    key: 'problems',
    header: 'What was found',
    kind: 'text',
    width: 420,
    value: (row) => row.problems || null,
    hiddenByDefault: problems.length === 0,
  }
  return [
    { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
    {
      key: 'action',
      header: 'Outcome',
      kind: 'choice',
      width: 116,
      value: ({ action }) => action,
      choices: (['create', 'update', 'unchanged', 'skip', 'needsYou'] as const).map((id) => ({
        id,
        label: actionLabels[id],
      })),
      tone: ({ action }) => actionTones[action],
      pinned: true,
    },
    ...fields.slice(0, 2).map((key) => ({ ...column(key), pinned: true })),
    {
      key: 'needsYou',
      header: 'Needs you',
      kind: 'choice',
      width: 116,
      value: ({ needsYou }) => needsYou,
      choices: [
        { id: 'error', label: levelLabels.error },
        { id: 'warning', label: levelLabels.warning },
      ],
      tone: ({ needsYou }) => (needsYou === 'error' ? 'wrong' : 'needs'),
    },
    ...(problemsFirst ? [found] : []),
    {
      key: 'sheet',
      header: 'Sheet',
      kind: 'text',
      width: 104,
      value: ({ sheet }) => sheet,
      hiddenByDefault: new Set(preview.columns.map(({ sheet }) => sheet)).size < 2,
    },
    {
      key: 'changes',
      header: 'What changes',
      kind: 'text',
      width: 280,
      value: ({ changes }) => changes || null,
      // Shown before anything changes: a column that came with an edit would move the cell that is being edited.
      hiddenByDefault: counts.update + counts.unchanged === 0,
    },
    ...fields.slice(2).map(column),
    ...others.map((key) => otherColumn(key)),
    ...(problemsFirst ? [] : [found]),
    { key: 'matchedBy', header: 'Found by', kind: 'text', width: 180, value: ({ matchedBy }) => matchedBy || null },
  ]
}

/** Fields that stand in a cell of the file, where they can be put right. */
function editableFields({ columns }: ImportPreview): ReadonlySet<string> {
  const mapped = columns.flatMap(({ field, ownField, header }) => field ?? (ownField ? header : []))
  return new Set(mapped.includes('fullName') ? [...mapped, ...nameParts.slice(0, 2)] : mapped)
}

/** What the file itself says of people, or changes; the rest of somebody known is there to be shown. */
function fieldsSaid({ rows }: ImportPreview): string[] {
  const said = new Set<string>()
  for (const { action, person, changes } of rows) {
    for (const { field } of changes) said.add(field)
    if (action !== 'update' && action !== 'unchanged') for (const key of Object.keys(person)) said.add(key)
  }
  return [...said]
}

const wide: ReadonlySet<FieldKey> = new Set<FieldKey>(['email', 'otherEmails', 'note', 'department', 'specialty'])

/** Stands before what the file says and the roster does not take. */
const refusedMark = '⚠ '

function fieldColumn(kind: PeopleKind, key: FieldKey, editable: boolean): GridColumn<PreviewRow> {
  return {
    key: keyOfField(key),
    header: fieldLabel(kind, key),
    kind: 'text',
    width: wide.has(key) ? 200 : 120,
    value: ({ person, refused }) => {
      const value = refused[key]
      return value === undefined ? shown(kind, key, person[key]) : refusedMark + value
    },
    parse: readCellText,
    editable,
  }
}

/** A cell of the file takes any text; whether it says something is for the next preview. */
function readCellText(text: string): Parsed {
  const typed = tidyText(text.startsWith(refusedMark) ? text.slice(refusedMark.length) : text)
  return { ok: true, value: typed === '' ? null : typed }
}

/** A column of the file that is no field of every roster, under its own name. */
const otherColumn = (key: string): GridColumn<PreviewRow> => ({
  key: `other-${key}`,
  header: key,
  kind: 'text',
  width: 140,
  value: ({ person }) => (person[key] === undefined || person[key] === null ? null : String(person[key])),
  hiddenByDefault: true,
})

function shown(kind: PeopleKind, key: FieldKey, value: ImportRow['person'][string] | undefined): GridValue {
  if (value === undefined || value === null || value === '') return null
  // The preview gives effort as FTE, the formatter takes basis points.
  if (key === 'fte') return formatValue(kind, key, Math.round(Number(value) * 10_000))
  return formatValue(kind, key as ValueKey, value)
}

/** A value of a row in words: "Jul 1, 2026". Empty where it has none. */
export const fieldText = (kind: PeopleKind, key: FieldKey, person: ImportRow['person']): string =>
  String(shown(kind, key, person[key]) ?? '')
