import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import { chosenRow, chosenSheet, columnFinder, splitPlace } from '#shared/imports/chosenPlaces.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import { blankRows } from '#shared/imports/ignoredRows.ts'
import type { ImportColumn, ImportOptions, ImportPreview } from '#shared/imports/schema.ts'
import type { Sheet, SheetCell, SheetFile, SheetRow } from '#shared/imports/sheet.ts'
import { nearestHeader } from '#shared/imports/similarity.ts'

/** Something a column of a list can be. */
export interface PlainField<K extends string> {
  readonly key: K
  readonly label: string
  /** Headers it goes by, as `normalHeader` tells them; its label and key are some of them. */
  readonly synonyms: readonly string[]
}

/** A list that is no roster, understood: which row names the columns, which column is what, which rows hold entries. */
export interface PlainTable<K extends string> {
  sheet: Sheet
  headerRow: number
  columns: (ImportColumn & { field: K | null })[]
  rows: SheetRow[]
  ignoredRows: ImportPreview['ignoredRows']
  /** The cell of a row in the column of a field. */
  cellOf(row: SheetRow, field: K): SheetCell | null
  columnOf(field: K): number | null
}

const searchedRows = 30
const samples = 3
const total = /^(?:grand |sub)?-?\s*totals?\b|\btotals?:?$/

/**
 * Understands a list by the names of its columns. The first visible sheet with most of them is read.
 * @throws Refusal `unreadable_sheet` where no row names the columns that are required; `not_found`, `invalid_input` for
 * what the user says of the file
 */
export function readPlainTable<K extends string>(
  file: SheetFile,
  fields: readonly PlainField<K>[],
  { required, what }: { required: readonly K[]; what: string },
  choices: Pick<ImportOptions, 'sheet' | 'headerRow' | 'mapping'>,
): PlainTable<K> {
  const names = new Map(
    fields.flatMap((field) =>
      [normalHeader(field.label), normalHeader(field.key), ...field.synonyms].map((name) => [name, field] as const),
    ),
  )
  const { sheet, header } = findHeader(file, names, choices, what)
  const chosen = chosenColumns(file, sheet, header, fields, choices.mapping ?? {})
  const taken = new Set<K>([...chosen.values()].flatMap((key) => key ?? []))
  const body = sheet.rows.filter(({ number }) => number > header.number)
  const width = Math.max(header.cells.length, ...new Set(body.map(({ cells }) => cells.length)))
  const columns = Array.from({ length: width }, (_, index): ImportColumn & { field: K | null } => {
    const text = tidyText(header.cells[index]?.text ?? '')
    const hidden = sheet.hiddenColumns.includes(index)
    const about = { sheet: sheet.name, index, header: text, hidden, samples: samplesOf(body, index) }
    const choice = chosen.get(index)
    if (choice !== undefined)
      return { ...about, field: choice, reason: choice === null ? 'Left out by you' : 'Chosen by you' }
    if (hidden) return { ...about, field: null, reason: 'Hidden in the file; choose a field to take it' }
    const match = matchOf(normalHeader(text), names)
    if (!match || taken.has(match.field.key))
      return { ...about, field: null, reason: match ? 'Another column is this already' : 'Its name says nothing' }
    taken.add(match.field.key)
    return { ...about, field: match.field.key, reason: match.exact ? 'By its name' : 'By a near name' }
  }).filter(({ header: text, samples: shown }) => text !== '' || shown.length > 0)
  const missing = fields.filter(({ key }) => required.includes(key) && !taken.has(key))
  if (missing.length > 0)
    throw refuse(
      'unreadable_sheet',
      `${file.name}, sheet ${sheet.name}: no column is the ${missing.map(({ label }) => label.toLowerCase()).join(' or the ')}. Say which column it is, or which row names the columns (row ${header.number} was taken).`,
    )
  const indexes = new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])))
  const ignored = new Map(blankRows(sheet.rows).map((row) => [row, 'Blank']))
  for (const { number } of sheet.rows) if (number < header.number) ignored.set(number, 'Above the header')
  const needed = required.map((key) => indexes.get(key)!)
  const rows = body.filter((row) => {
    const reason = ignoredReason(row, [...indexes.values()], needed)
    if (reason) ignored.set(row.number, reason)
    return !reason
  })
  return {
    sheet,
    headerRow: header.number,
    columns,
    rows,
    ignoredRows: [...ignored].sort(([a], [b]) => a - b).map(([row, reason]) => ({ sheet: sheet.name, row, reason })),
    cellOf: (row, field) => row.cells[indexes.get(field) ?? -1] ?? null,
    columnOf: (field) => indexes.get(field) ?? null,
  }
}

type Names<K extends string> = ReadonlyMap<string, PlainField<K>>

function findHeader<K extends string>(
  file: SheetFile,
  names: Names<K>,
  { sheet: wanted, headerRow }: Pick<ImportOptions, 'sheet' | 'headerRow'>,
  what: string,
): { sheet: Sheet; header: SheetRow } {
  const sheets = wanted === undefined ? file.sheets.filter(({ hidden }) => !hidden) : [chosenSheet(file, wanted)]
  if (headerRow !== undefined && sheets[0]) {
    const sheet = sheets.find(({ rows }) => rows.some(({ number }) => number === headerRow)) ?? sheets[0]
    return { sheet, header: chosenRow(file, sheet, headerRow) }
  }
  let best: { sheet: Sheet; header: SheetRow; found: number } | null = null
  for (const sheet of sheets)
    for (const header of sheet.rows.slice(0, searchedRows)) {
      const found = new Set(
        header.cells.flatMap((cell) => (cell ? (names.get(normalHeader(cell.text))?.key ?? []) : [])),
      ).size
      if (found >= 2 && found > (best?.found ?? 0)) best = { sheet, header, found }
    }
  if (best) return best
  throw refuse(
    'unreadable_sheet',
    `${file.name}: no row names the columns of ${what}. Say which row it is and which column is what.`,
  )
}

function chosenColumns<K extends string>(
  file: SheetFile,
  sheet: Sheet,
  header: SheetRow,
  fields: readonly PlainField<K>[],
  mapping: NonNullable<ImportOptions['mapping']>,
): Map<number, K | null> {
  const width = Math.max(0, ...new Set(sheet.rows.map(({ cells }) => cells.length)))
  const columnAt = columnFinder(
    header.cells.map((cell) => cell?.text ?? ''),
    width,
  )
  const chosen = new Map<number, K | null>()
  const cannot = (column: string, why: string) =>
    refuse('invalid_input', `${file.name}: column ${column} cannot be chosen: ${why}`)
  for (const [place, name] of Object.entries(mapping)) {
    const { column } = splitPlace(place)
    const index = columnAt(column)
    const field = name === null ? null : fields.find(({ key }) => key === name)
    if (field === undefined)
      throw cannot(column, `${name} is none of the fields ${fields.map(({ key }) => key).join(', ')}.`)
    if (index === null)
      throw cannot(column, `sheet ${sheet.name} has no such column. Name one by its letter or header.`)
    if (field && [...chosen.values()].includes(field.key))
      throw cannot(column, `another column is taken for ${field.label} already, and a field has one column.`)
    chosen.set(index, field?.key ?? null)
  }
  return chosen
}

function matchOf<K extends string>(name: string, names: Names<K>): { field: PlainField<K>; exact: boolean } | null {
  const exact = names.get(name)
  if (exact) return { field: exact, exact: true }
  const like = nearestHeader(name, names.keys())
  return like === null ? null : { field: names.get(like)!, exact: false }
}

function samplesOf(body: readonly SheetRow[], index: number): string[] {
  const shown = new Set<string>()
  for (const { cells } of body) {
    const text = cells[index]?.text
    if (text) shown.add(text)
    if (shown.size === samples) break
  }
  return [...shown]
}

/** A total says so, and has few cells, or nothing but the word where every entry has something. */
function ignoredReason({ cells }: SheetRow, read: readonly number[], needed: readonly number[]): string | null {
  const textAt = (cell: SheetCell | null | undefined): string => (cell ? foldText(tidyText(cell.text)) : '')
  const filled = cells.map(textAt).filter((text) => text !== '')
  if (filled.length === 0) return 'Nothing in it'
  const isPartial =
    filled.length <= Math.max(3, read.length / 2) ||
    needed.some((index) => textAt(cells[index]) === '' || total.test(textAt(cells[index])))
  if (isPartial && filled.some((text) => total.test(text))) return 'A total'
  return read.some((index) => cells[index]) ? null : 'Nothing in the columns that are read'
}
