import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { ImportColumn, ImportOptions, ImportPolicy } from '#shared/imports/schema.ts'

/** What the user says about the file, beyond what was recognised: how it is read, and what is to come of it. */
export type Reading = Omit<ImportOptions, 'handle' | 'programId' | 'as'>

export type Policy = NonNullable<ImportPolicy>

type Mapping = NonNullable<Reading['mapping']>

/** A column as options name it: "Roster!C". */
export const placeOfColumn = ({ sheet, index }: Pick<ImportColumn, 'sheet' | 'index'>): string =>
  `${sheet}!${columnLetter(index)}`

/** One column of the file, or the same one on every tab of a class. */
export interface ColumnGroup {
  id: string
  /** Never empty. All have one header, one field and one reason. */
  columns: ImportColumn[]
}

/** Columns of several tabs that have one name and were read alike stand together, so that they are changed together. */
export function groupColumns(columns: readonly ImportColumn[]): ColumnGroup[] {
  const groups = new Map<string, ImportColumn[]>()
  for (const column of columns) {
    const { sheet, header, field, hidden, reason } = column
    const id = header === '' ? placeOfColumn(column) : JSON.stringify([header, field, hidden, reason])
    const group = groups.get(id)
    // Two columns of one sheet are two, whatever they are called.
    if (group && !group.some((other) => other.sheet === sheet)) group.push(column)
    else groups.set(group ? placeOfColumn(column) : id, [column])
  }
  return [...groups].map(([id, members]) => ({ id, columns: members }))
}

/** The mapping with these columns read as a field; null leaves them out. */
export function changeMapping(
  mapping: Readonly<Mapping>,
  all: readonly ImportColumn[],
  changed: readonly ImportColumn[],
  field: string | null,
): Mapping {
  const next = { ...mapping }
  for (const column of changed) next[placeOfColumn(column)] = field
  const sheets = new Set(changed.map(({ sheet }) => sheet))
  // Two columns cannot fill one field: the one that had it gives it up.
  for (const column of all) {
    const gives = field !== null && column.field === field && sheets.has(column.sheet) && !changed.includes(column)
    if (gives) next[placeOfColumn(column)] = null
  }
  return next
}

/** The mapping without what was said of these columns, so that they are recognised again. */
export function forgetColumns(mapping: Readonly<Mapping>, columns: readonly ImportColumn[]): Mapping {
  const places = new Set(columns.map(placeOfColumn))
  return Object.fromEntries(Object.entries(mapping).filter(([place]) => !places.has(place)))
}

/** The policies with one field changed. Overwriting is what happens unless something else is said. */
export function changePolicy(
  policies: NonNullable<Reading['policies']>,
  field: string,
  policy: Policy,
): NonNullable<Reading['policies']> {
  const { [field]: _, ...others } = policies
  return policy === 'overwrite' ? others : { ...others, [field]: policy }
}

type Decisions = NonNullable<Reading['rows']>

/** The decisions with these rows decided alike; null takes the decision back. */
export function decideRows(rows: Decisions, places: readonly string[], decision: string | null): Decisions {
  const kept = Object.entries(rows).filter(([place]) => !places.includes(place))
  return Object.fromEntries(decision === null ? kept : [...kept, ...places.map((place) => [place, decision])])
}
