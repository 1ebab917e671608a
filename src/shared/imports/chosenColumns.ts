import { refuse } from '#shared/kernel/problem.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { columnIndex } from '#shared/imports/columnLetter.ts'
import type { Choose, Chosen, RosterColumn } from '#shared/imports/columns.ts'
import { type FieldKey, fieldsOf } from '#shared/imports/fields.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import type { ImportOptions } from '#shared/imports/schema.ts'
import type { Sheet } from '#shared/imports/sheet.ts'

/** What was chosen for a roster of certain columns, to be offered when the next one of them comes. */
export interface Remembered {
  /** The headers of those columns, as `headerSet` tells them. */
  headers: string
  /** By header, as `normalHeader` tells it; null leaves the column out. */
  fields: Record<string, string | null>
  values: NonNullable<ImportOptions['values']>
  policies: NonNullable<ImportOptions['policies']>
}

/** What two files of the same columns have in common, whatever their order; '' where no row names the columns. */
export function headerSet(header: Header | null): string {
  const names = (header?.headings ?? []).map(({ text, group }) => normalHeader(`${group} ${text}`))
  return [...new Set(names.filter((name) => name !== ''))].sort().join('\n')
}

export function rememberedFor(memory: readonly Remembered[], header: Header | null): Remembered | null {
  const headers = headerSet(header)
  return (headers !== '' && memory.find((remembered) => remembered.headers === headers)) || null
}

/**
 * Says what was chosen for a column, now or the last time. The mapping names a column by its letter, its header or its
 * position from 0, with or without its sheet: "C", "Roster!C", "Surname", "2".
 * @throws Refusal `invalid_input` where a column or field is none
 */
export function chooserOf(
  sheet: Sheet,
  kind: RosterKind,
  header: Header | null,
  mapping: ImportOptions['mapping'] = {},
  remembered: Remembered | null = null,
): Choose {
  const keys = new Map(fieldsOf(kind).map((field) => [field.key as string, field.key]))
  const columns = columnFinder(header)
  const chosen = new Map<number, Chosen>()
  for (const [place, name] of Object.entries(mapping)) {
    const [ofSheet, column] = splitPlace(place)
    if (ofSheet !== null && ofSheet.toLowerCase() !== sheet.name.toLowerCase()) continue
    const field = name === null ? null : keys.get(name)
    const index = columns(column)
    if (index === null || field === undefined) {
      const why = index === null ? 'there is no such column' : `it is no field of ${kind}`
      throw refuse('invalid_input', `Column ${column} cannot be taken for ${String(name)}: ${why}.`)
    }
    chosen.set(index, { field, by: 'you' })
  }
  const byYou = new Set([...chosen.values()].map(({ field }) => field))
  return (column) => chosen.get(column.index) ?? lastTime(remembered, header, column.index, keys, byYou)
}

/** "Roster!C" is column C of the sheet Roster. */
function splitPlace(place: string): [sheet: string | null, column: string] {
  const mark = place.lastIndexOf('!')
  return mark < 0 ? [null, place] : [place.slice(0, mark), place.slice(mark + 1)]
}

/** A header says more than a letter: a column called "MI" is meant, not the 347th. */
function columnFinder(header: Header | null): (name: string) => number | null {
  const headings = header?.headings ?? []
  return (name) => {
    const wanted = normalHeader(name)
    const named = headings.findIndex(({ text }) => wanted !== '' && normalHeader(text) === wanted)
    if (named >= 0) return named
    if (/^\d{1,3}$/.test(name)) return Number(name)
    return /^[A-Z]{1,3}$/i.test(name) ? columnIndex(name) : null
  }
}

function lastTime(
  remembered: Remembered | null,
  header: Header | null,
  index: number,
  keys: ReadonlyMap<string, FieldKey>,
  taken: ReadonlySet<FieldKey | null>,
): Chosen | undefined {
  const heading = header?.headings[index]
  const name = heading ? normalHeader(`${heading.group} ${heading.text}`) : ''
  if (!remembered || name === '' || !Object.hasOwn(remembered.fields, name)) return undefined
  const kept = remembered.fields[name]
  const field = kept === null ? null : keys.get(kept!)
  if (field === undefined || (field !== null && taken.has(field))) return undefined
  return { field, by: 'lastTime' }
}

/** What is worth remembering of a mapping: the columns that were chosen, by their headers. */
export function chosenFields(header: Header | null, columns: readonly RosterColumn[]): Remembered['fields'] {
  const named = columns.flatMap(({ index, field, chosen }) => {
    const heading = header?.headings[index]
    const name = heading ? normalHeader(`${heading.group} ${heading.text}`) : ''
    return name === '' || !chosen ? [] : [[name, field] as const]
  })
  return Object.fromEntries(named)
}
