import type { GridColumn, GridState, GridValue } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type FieldKey, fieldLabel, fieldsOf } from '#shared/imports/fields.ts'
import { formatValue } from '#shared/imports/formatValue.ts'
import type { ImportPreview, ImportProblem, ImportRow } from '#shared/imports/schema.ts'
import type { ValueKey } from '#shared/imports/values.ts'
import { count } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

/** A row of the file as the preview shows it: what will become of it, and what is wrong with it. */
export interface PreviewRow {
  id: string
  row: number
  action: ImportRow['action']
  needsYou: 'error' | 'warning' | null
  /** "Level: M2 → M3; Site: Riverside → Main campus" */
  changes: string
  matchedBy: string
  problems: string
  person: ImportRow['person']
}

export const actionLabels: Record<ImportRow['action'], string> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'Same',
  skip: 'Left out',
}

export const actionTones: Record<ImportRow['action'], Tone> = {
  create: 'done',
  update: 'info',
  unchanged: 'neutral',
  skip: 'wrong',
}

export const levelLabels: Record<ImportProblem['level'], string> = {
  error: 'Row left out',
  warning: 'To check',
  info: 'For the record',
}

export function previewRows({ rows, problems }: ImportPreview, kind: RosterKind): PreviewRow[] {
  const byRow = Map.groupBy(problems, ({ row }) => row)
  return rows.map(({ row, action, matchedBy, changes, person }) => {
    const mine = byRow.get(row) ?? []
    return {
      id: String(row),
      row,
      action,
      needsYou: worst(mine),
      changes: changes
        .map(
          ({ field, before, after }) =>
            `${fieldLabel(kind, field as FieldKey)}: ${before ?? 'empty'} → ${after ?? 'empty'}`,
        )
        .join('; '),
      matchedBy: matchedBy ?? '',
      problems: mine.map(({ message }) => message).join(' '),
      person,
    }
  })
}

function worst(problems: readonly ImportProblem[]): PreviewRow['needsYou'] {
  if (problems.some(({ level }) => level === 'error')) return 'error'
  return problems.some(({ level }) => level === 'warning') ? 'warning' : null
}

/** The columns of the preview: the file's row, what happens to it, and the fields that the file fills. */
export function previewColumns(preview: ImportPreview, kind: RosterKind): GridColumn<PreviewRow>[] {
  const filled = new Set(preview.rows.flatMap(({ person }) => Object.keys(person)))
  const fields = fieldsOf(kind).filter(({ key }) => key !== 'fullName' && filled.has(key))
  const hasChanges = preview.counts.update > 0
  return [
    { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
    {
      key: 'action',
      header: 'Outcome',
      kind: 'choice',
      width: 104,
      value: ({ action }) => action,
      choices: (['create', 'update', 'unchanged', 'skip'] as const).map((id) => ({ id, label: actionLabels[id] })),
      tone: ({ action }) => actionTones[action],
      pinned: true,
    },
    {
      key: 'needsYou',
      header: 'Needs you',
      kind: 'choice',
      width: 128,
      value: ({ needsYou }) => needsYou,
      choices: [
        { id: 'error', label: levelLabels.error },
        { id: 'warning', label: levelLabels.warning },
      ],
      tone: ({ needsYou }) => (needsYou === 'error' ? 'wrong' : 'needs'),
      hiddenByDefault: preview.counts.needsYou === 0,
    },
    ...fields.slice(0, 2).map((field) => fieldColumn(kind, field.key)),
    {
      key: 'changes',
      header: 'What changes',
      kind: 'text',
      width: 280,
      value: ({ changes }) => changes || null,
      hiddenByDefault: !hasChanges,
    },
    ...fields.slice(2).map((field) => fieldColumn(kind, field.key)),
    {
      key: 'problems',
      header: 'What was found',
      kind: 'text',
      width: 420,
      value: ({ problems }) => problems || null,
      hiddenByDefault: preview.problems.length === 0,
    },
    { key: 'matchedBy', header: 'Found by', kind: 'text', width: 180, value: ({ matchedBy }) => matchedBy || null },
  ]
}

const wide: ReadonlySet<FieldKey> = new Set<FieldKey>(['email', 'otherEmails', 'note', 'department', 'specialty'])

function fieldColumn(kind: RosterKind, key: FieldKey): GridColumn<PreviewRow> {
  return {
    key: `field-${key}`,
    header: fieldLabel(kind, key),
    kind: 'text',
    width: wide.has(key) ? 200 : 120,
    value: ({ person }) => shown(kind, key, person[key]),
  }
}

function shown(kind: RosterKind, key: FieldKey, value: ImportRow['person'][string] | undefined): GridValue {
  if (value === undefined || value === null || value === '') return null
  // The preview gives effort as FTE, the formatter takes basis points.
  if (key === 'fte') return formatValue(kind, key, Math.round(Number(value) * 10_000))
  return formatValue(kind, key as ValueKey, value)
}

/** One of the counts over the preview; choosing it shows its rows alone. */
export interface CountChip {
  id: 'create' | 'update' | 'unchanged' | 'skip' | 'needsYou'
  label: string
  count: number
  filters: GridState['filters']
}

export function countChips({ counts }: ImportPreview): CountChip[] {
  return [
    actionChip('create', counts.create),
    actionChip('update', counts.update),
    actionChip('unchanged', counts.unchanged),
    actionChip('skip', counts.skipped),
    {
      id: 'needsYou',
      label: 'Need you',
      count: counts.needsYou,
      filters: { needsYou: { kind: 'choices', values: ['error', 'warning'] } },
    },
  ]
}

const actionChip = (id: ImportRow['action'], n: number): CountChip => ({
  id,
  label: actionLabels[id],
  count: n,
  filters: { action: { kind: 'choices', values: [id] } },
})

/** What the preview comes to, in one sentence. */
export function previewSentence({ counts }: ImportPreview, kind: RosterKind): string {
  const one = kind === 'learners' ? 'learner' : 'coach'
  const many = kind === 'learners' ? 'learners' : 'coaches'
  if (counts.rows === 0) return 'No rows with people were found under the header.'
  const parts = [
    counts.create > 0 && count(counts.create, `new ${one}`, `new ${many}`),
    counts.update > 0 && `${counts.update.toLocaleString('en-US')} changed`,
    counts.unchanged > 0 && `${counts.unchanged.toLocaleString('en-US')} the same as now`,
    counts.skipped > 0 && `${counts.skipped.toLocaleString('en-US')} left out`,
  ].filter((part) => part !== false)
  return `${count(counts.rows, 'row')}: ${parts.join(', ')}. Nothing is written yet.`
}

/** The word on the button that imports; null where there is nothing to import. */
export function importLabel({ counts }: ImportPreview, kind: RosterKind): string | null {
  const changing = counts.create + counts.update
  if (changing === 0) return null
  const people = kind === 'learners' ? count(changing, 'learner') : count(changing, 'coach', 'coaches')
  return counts.skipped > 0 ? `Import the other ${people}` : `Import ${people}`
}

/** The mapping with one column changed; `field` null leaves the column out. */
export function changeMapping(
  mapping: Readonly<Record<string, string | null>>,
  columns: ImportPreview['columns'],
  index: number,
  field: string | null,
): Record<string, string | null> {
  const next = { ...mapping, [columnLetter(index)]: field }
  // Two columns cannot fill one field: the one that had it gives it up.
  for (const column of columns) {
    if (field !== null && column.index !== index && column.field === field) next[columnLetter(column.index)] = null
  }
  return next
}
