import type { GridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportPreview, ImportProblem, ImportRow } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { Reading } from './reading.ts'
import { peopleWords } from './peopleWords.ts'

/** A row of the file as the preview shows it: what will become of it, and what is wrong with it. */
export interface PreviewRow {
  /** Its sheet and number, "Roster!14": the name that decisions have for it. */
  id: string
  sheet: string
  row: number
  action: ImportRow['action']
  needsYou: 'error' | 'warning' | null
  /** "Level: M2 → M3; Site: Riverside → Main campus" */
  changes: string
  matchedBy: string
  problems: string
  person: ImportRow['person']
  /** What stands in the file where it was not taken, by field; what is stored stays. */
  refused: Readonly<Record<string, string>>
}

export const actionLabels: Record<ImportRow['action'], string> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'Same',
  skip: 'Left out',
  needsYou: 'Waits for you',
}

export const actionTones: Record<ImportRow['action'], Tone> = {
  create: 'done',
  update: 'info',
  unchanged: 'neutral',
  skip: 'wrong',
  needsYou: 'needs',
}

export const levelLabels: Record<ImportProblem['level'], string> = {
  error: 'Row left out',
  warning: 'To check',
  info: 'For the record',
}

export function previewRows({ rows, problems }: ImportPreview, kind: PeopleKind): PreviewRow[] {
  const byRow = Map.groupBy(problems, placeOfRow)
  return rows.map(({ sheet, row, action, matchedBy, changes, person }) => {
    const id = placeOfRow({ sheet, row })
    const mine = byRow.get(id) ?? []
    return {
      id,
      sheet,
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
      refused: refusedValues(mine, person),
    }
  })
}

/** What a problem means, without the row and the cell that stand beside it. */
export function meaningOf({ row, value, message }: Pick<ImportProblem, 'row' | 'value' | 'message'>): string {
  const place = [`${value}: `, `Row ${row}: `].find((end) => message.startsWith(`Row ${row}`) && message.includes(end))
  if (place === undefined) return message
  const meaning = message.slice(message.indexOf(place) + place.length)
  return meaning.charAt(0).toUpperCase() + meaning.slice(1)
}

function worst(problems: readonly ImportProblem[]): PreviewRow['needsYou'] {
  if (problems.some(({ level }) => level === 'error')) return 'error'
  return problems.some(({ level }) => level === 'warning') ? 'warning' : null
}

const aboutThePerson: ReadonlySet<ImportProblem['code']> = new Set<ImportProblem['code']>([
  'missing',
  'duplicate',
  'possibleDuplicate',
  'possibleMatch',
  'sameName',
  'unknownCoach',
])

/** A warning of these goes with a value that was taken all the same. */
const kept: ReadonlySet<ImportProblem['code']> = new Set<ImportProblem['code']>([
  'ambiguousDate',
  'dateWithoutDay',
  'implausibleDate',
  'linkTextMismatch',
  'levelClassYearMismatch',
  'nameIncomplete',
])

function refusedValues(problems: readonly ImportProblem[], person: ImportRow['person']): PreviewRow['refused'] {
  const values = problems.flatMap(({ field, value, level, code }) => {
    if (level === 'info' || field === null || value === '' || aboutThePerson.has(code)) return []
    return kept.has(code) && !isBlank(person[field]) ? [] : [[field, value] as const]
  })
  return Object.fromEntries(values)
}

const isBlank = (value: ImportRow['person'][string] | undefined): boolean =>
  value === undefined || value === null || value === ''

const fieldPrefix = 'field-'

/** The key of the grid column that shows a field. */
export const keyOfField = (field: string): string => `${fieldPrefix}${field}`

/** The field a grid column shows; null where it shows none. */
export const fieldOfKey = (key: string): string | null =>
  key.startsWith(fieldPrefix) ? key.slice(fieldPrefix.length) : null

/** One of the counts over the preview; choosing it shows its rows alone. */
export interface CountChip {
  id: ImportRow['action'] | 'toCheck'
  label: string
  count: number
  filters: GridState['filters']
}

/** Shows the rows with a problem alone. */
export const problemFilters: GridState['filters'] = { needsYou: { kind: 'choices', values: ['error', 'warning'] } }

export function countChips({ counts }: ImportPreview): CountChip[] {
  return [
    actionChip('create', counts.create),
    actionChip('update', counts.update),
    actionChip('unchanged', counts.unchanged),
    actionChip('skip', counts.skipped),
    ...(counts.needsYou > 0 ? [{ ...actionChip('needsYou', counts.needsYou), label: 'Waiting' }] : []),
    { id: 'toCheck', label: 'Need you', count: counts.toCheck, filters: problemFilters },
  ]
}

const actionChip = (id: ImportRow['action'], n: number): CountChip => ({
  id,
  label: actionLabels[id],
  count: n,
  filters: { action: { kind: 'choices', values: [id] } },
})

/** What a row of the file stands for: of staff, a role. */
const rowWords = (kind: PeopleKind): [one: string, many: string] =>
  kind === 'staff' ? ['staff role', 'staff roles'] : [peopleWords[kind].one, peopleWords[kind].many]

/** What the preview comes to, in one sentence. */
export function previewSentence({ counts }: ImportPreview, kind: PeopleKind): string {
  const [one, many] = rowWords(kind)
  if (counts.rows === 0) return 'No rows with people were found under the header.'
  const parts = [
    counts.create > 0 && count(counts.create, `new ${one}`, `new ${many}`),
    counts.update > 0 && `${counts.update.toLocaleString('en-US')} changed`,
    counts.unchanged > 0 && `${counts.unchanged.toLocaleString('en-US')} the same as now`,
    counts.skipped > 0 && `${counts.skipped.toLocaleString('en-US')} left out`,
    counts.needsYou > 0 && `${counts.needsYou.toLocaleString('en-US')} waiting for you`,
  ].filter((part) => part !== false)
  return `${count(counts.rows, 'row')}: ${parts.join(', ')}. Nothing is written yet.`
}

/** The word on the button that imports; null where there is nothing to import. */
export function importLabel({ counts }: ImportPreview, kind: PeopleKind): string | null {
  const changing = counts.create + counts.update
  if (changing === 0) return null
  const people = count(changing, ...rowWords(kind))
  return counts.skipped + counts.needsYou > 0 ? `Import the other ${people}` : `Import ${people}`
}

/** Why rows are not taken: they cannot be stored, they wait for a decision, or the user left them out. */
export interface NotTaken {
  bad: number
  waiting: number
  byYou: number
}

export function notTaken({ rows, problems }: ImportPreview, decisions: Reading['rows'] = {}): NotTaken {
  const isMerged = ({ code, level }: ImportProblem): boolean => code === 'duplicate' && level === 'info'
  const merged = new Set(problems.filter(isMerged).map(placeOfRow))
  const skipped = rows.filter(({ action }) => action === 'skip').map(placeOfRow)
  const isByYou = (place: string): boolean => decisions[place] === 'skip'
  return {
    bad: skipped.filter((place) => !isByYou(place) && !merged.has(place)).length,
    waiting: rows.filter(({ action }) => action === 'needsYou').length,
    byYou: skipped.filter(isByYou).length,
  }
}

/** Whether anything was read as it was chosen the last time. */
export function isRemembered({ columns, values, policies }: ImportPreview, reading: Reading): boolean {
  const meant = reading.values === undefined && Object.keys(values).length > 0
  const kept = reading.policies === undefined && Object.keys(policies).length > 0
  return meant || kept || columns.some(({ reason }) => reason.endsWith('s last time'))
}

type IgnoredRow = ImportPreview['ignoredRows'][number]

/** The rows that were not read, those of one sheet and reason together. No group is empty. */
export const ignoredGroups = (ignored: readonly IgnoredRow[]): IgnoredRow[][] => [
  ...Map.groupBy(ignored, ({ sheet, reason }) => `${sheet}\n${reason}`).values(),
]
