import { refuse } from '#shared/kernel/problem.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { columnFinder, splitPlace } from '#shared/imports/chosenPlaces.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { Choose, Chosen, RosterColumn } from '#shared/imports/columns.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import type { ImportOptions } from '#shared/imports/schema.ts'
import type { Sheet, SheetFile } from '#shared/imports/sheet.ts'

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
 * position from 0, with or without its sheet: "C", "Roster!C", "Surname", "2". `checkMapping` says what names none.
 */
export function chooserOf(
  sheet: Sheet,
  kind: PeopleKind,
  header: Header | null,
  mapping: ImportOptions['mapping'] = {},
  remembered: Remembered | null = null,
): Choose {
  const keys = fieldKeys(kind)
  const columnAt = columnsOf(sheet, header)
  const chosen = new Map<number, Chosen>()
  for (const [place, name] of Object.entries(mapping)) {
    const { ofSheet, column } = splitPlace(place)
    const field = name === null ? null : keys.get(name)
    const index = isOf(sheet, ofSheet) ? columnAt(column) : null
    if (index !== null && field !== undefined) chosen.set(index, { field, by: 'you' })
  }
  const byYou = new Set([...chosen.values()].map(({ field }) => field))
  return (column) => chosen.get(column.index) ?? lastTime(remembered, header, column.index, keys, byYou)
}

/**
 * Refuses a mapping that names a sheet, column or field that is none, or takes two columns for one field.
 * @throws Refusal `invalid_input`
 */
export function checkMapping(
  file: SheetFile,
  read: readonly { sheet: Sheet; header: Header | null }[],
  kind: PeopleKind,
  mapping: ImportOptions['mapping'] = {},
): void {
  const keys = fieldKeys(kind)
  const holders = new Map<string, string>()
  for (const [place, name] of Object.entries(mapping)) {
    const { ofSheet, column } = splitPlace(place)
    const cannot = (why: string) =>
      refuse('invalid_input', `Column ${place} cannot be ${name === null ? 'left out' : `taken for ${name}`}: ${why}`)
    if (ofSheet !== null && !file.sheets.some((sheet) => isOf(sheet, ofSheet)))
      throw cannot(
        `${file.name} has no sheet ${ofSheet}. Its sheets are ${file.sheets.map((one) => one.name).join(', ')}.`,
      )
    if (name !== null && !keys.has(name))
      throw cannot(`it is no field of ${kind}. The fields are ${[...keys.keys()].join(', ')}.`)
    const tabs = read.filter(({ sheet }) => isOf(sheet, ofSheet))
    const found = tabs.flatMap(({ sheet, header }) => {
      const index = columnsOf(sheet, header)(column)
      return index === null ? [] : [{ sheet, index }]
    })
    if (found.length === 0 && tabs.length > 0) throw cannot(noColumn(tabs[0]!.sheet, column))
    for (const { sheet, index } of name === null ? [] : found) {
      const held = holders.get(`${sheet.name} ${name}`)
      if (held !== undefined && held !== columnLetter(index))
        throw cannot(`column ${held} of sheet ${sheet.name} is taken for it already, and a field has one column.`)
      holders.set(`${sheet.name} ${name}`, columnLetter(index))
    }
  }
}

function noColumn(sheet: Sheet, column: string): string {
  const last = widthOf(sheet) - 1
  return `sheet ${sheet.name} has no column ${column}. Its columns are A to ${columnLetter(Math.max(0, last))}; name one by its letter or header.`
}

const fieldKeys = (kind: PeopleKind): ReadonlyMap<string, FieldKey> =>
  new Map(fieldsOf(kind).map(({ key }) => [key, key]))

const isOf = (sheet: Sheet, name: string | null): boolean =>
  name === null || name.toLowerCase() === sheet.name.toLowerCase()

const widthOf = ({ rows }: Sheet): number => rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)

const columnsOf = (sheet: Sheet, header: Header | null): ((column: string) => number | null) =>
  columnFinder(header?.headings.map(({ text }) => text) ?? [], widthOf(sheet))

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
