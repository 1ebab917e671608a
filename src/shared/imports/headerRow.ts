import { tidyText } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import {
  exactMatch,
  type Heading,
  type HeaderMatch,
  isAboutOthers,
  matchHeader,
  normalHeader,
} from '#shared/imports/headings.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

/** Title blocks are shorter than this. */
const searchedRows = 30

/** Groups over groups over names: no roster has more rows of headers. */
const mostRows = 3

/** The rows of a sheet that name its columns. */
export interface Header {
  /** The lowest of them, from 1: the one that names each column. */
  row: number
  /** All of them, as in the file. */
  rows: number[]
  /** By column position. */
  headings: Heading[]
}

/**
 * The rows that name the columns of a sheet, or null where none of the first ones does: one that names people or two of
 * anything at least, mostly text. Rows above it that head several columns, or hold the first half of names, belong to it.
 */
export function findHeader(sheet: Sheet, kind: PeopleKind): Header | null {
  const rows = sheet.rows.slice(0, searchedRows)
  let best: Header | null = null
  let bestScore = 0
  for (const [index, row] of rows.entries()) {
    if (!isTexts(row)) continue
    for (let above = 0; above < mostRows && isBlock(rows, index, above); above += 1) {
      const header = headerOf(sheet, rows.slice(index - above, index + 1))
      const score = scoreOf(header, kind)
      if (score > bestScore) [best, bestScore] = [header, score]
    }
  }
  return best ? withGroups(sheet, best) : nearlyHeader(sheet, rows, kind)
}

/** The header whose lowest row is the given one, with the group headers above it. */
export function headerAt(sheet: Sheet, row: SheetRow): Header {
  return withGroups(sheet, headerOf(sheet, [row]))
}

/** Adjacent rows of text only, as far as they go up. */
function isBlock(rows: readonly SheetRow[], index: number, above: number): boolean {
  if (above === 0) return true
  const [upper, lower] = [rows[index - above], rows[index - above + 1]]
  return upper !== undefined && lower !== undefined && upper.number === lower.number - 1 && isTexts(upper)
}

const isTexts = (row: SheetRow): boolean => {
  const cells = row.cells.filter((cell) => cell !== null)
  return cells.filter((cell) => cell.kind === 'text' && cell.text.length <= 60).length * 2 > cells.length
}

function headerOf(sheet: Sheet, rows: readonly SheetRow[]): Header {
  const lowest = rows.at(-1)!
  const upper = rows.slice(0, -1).map((row) => spread(sheet, row, lowest.cells.length))
  const width = Math.max(lowest.cells.length, ...upper.map(({ length }) => length))
  const headings = Array.from({ length: width }, (_, column): Heading => {
    const text = tidyText(lowest.cells[column]?.text ?? '')
    const groups = upper.map((texts) => texts[column] ?? '').filter((group) => group !== '' && group !== text)
    const group = groups.join(' ')
    return text === '' ? { text: group, group: '' } : { text, group }
  })
  return { row: lowest.number, rows: rows.map(({ number }) => number), headings }
}

/** The texts of a group row by column: a merged cell belongs to every column of its merge, and so do its blank neighbours. */
function spread(sheet: Sheet, row: SheetRow, width: number): string[] {
  const merges = sheet.merges.filter(({ top, bottom }) => top <= row.number && bottom >= row.number)
  const texts = row.cells.map((cell) => tidyText(cell?.text ?? ''))
  for (const { left, right } of merges) {
    // Somebody may merge a title over all the 16,384 columns there are.
    const last = Math.min(right, Math.max(width, texts.length) - 1)
    for (let column = left + 1; column <= last; column += 1) texts[column] = texts[left] ?? ''
  }
  // Typed rather than merged: a group stands over its first column, and the next ones are blank.
  if (merges.every(({ left, right }) => left === right) && texts.filter((text) => text !== '').length > 1) {
    for (let column = 1; column < Math.max(width, texts.length); column += 1) texts[column] ||= texts[column - 1]!
  }
  return Array.from(texts, (text) => text ?? '')
}

/** How many fields the header names exactly, more where its rows say together what none says alone; 0 for no header. */
function scoreOf({ headings }: Header, kind: PeopleKind): number {
  const found = new Set<FieldKey>()
  let filled = 0
  let together = 0
  for (const heading of headings) {
    if (heading.text !== '') filled += 1
    const alone = exactMatch(kind, normalHeader(heading.text))
    const match = heading.group === '' ? alone : exactHeading(kind, heading, alone)
    if (match) found.add(match.field.key)
    if (match && match.field !== alone?.field) together += 1
  }
  if (found.size >= 2) return found.size + together / 100
  if (!namesPeople(found)) return 0
  // One header of people among others of the office's own: less sure than any two that are known.
  return filled === 1 ? 1 : 0.5
}

/** As `matchHeading`, but by exact names alone: a search over many rows has no time for near ones. */
function exactHeading(kind: PeopleKind, { text, group }: Heading, alone: HeaderMatch | null): HeaderMatch | null {
  return exactMatch(kind, normalHeader(`${group} ${text}`)) ?? (isAboutOthers(kind, group) ? null : alone)
}

/** A roster names people, by their names or their e-mail. */
const namesPeople = (found: ReadonlySet<FieldKey>): boolean =>
  (['fullName', 'lastName', 'email'] as const).some((key) => found.has(key))

/** Takes the row above in where it heads groups of columns: several texts, one of them over two columns or more. */
function withGroups(sheet: Sheet, header: Header): Header {
  let rows = sheet.rows.filter(({ number }) => header.rows.includes(number))
  while (rows.length < mostRows) {
    const above = sheet.rows.find(({ number }) => number === rows[0]!.number - 1)
    if (!above || !headsGroups(sheet, above)) break
    rows = [above, ...rows]
  }
  return rows.length === header.rows.length ? header : headerOf(sheet, rows)
}

function headsGroups(sheet: Sheet, row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => cell !== null)
  const wide = sheet.merges.filter(
    ({ top, bottom, left, right }) => top <= row.number && bottom >= row.number && right > left,
  )
  return filled.length >= 2 && wide.length >= 1 && isTexts(row)
}

/** Where nothing is named exactly: the first row with two near names. */
function nearlyHeader(sheet: Sheet, rows: readonly SheetRow[], kind: PeopleKind): Header | null {
  const row = rows.find((candidate) => {
    const texts = candidate.cells.flatMap((cell) => (cell?.kind === 'text' && cell.text.length <= 40 ? cell.text : []))
    const found = new Set(texts.flatMap((text) => matchHeader(kind, text)?.field.key ?? []))
    return found.size >= 2 && namesPeople(found)
  })
  return row ? headerAt(sheet, row) : null
}

/** What a column is called on screen and in a person: its own header, with its group where only both say what it is. */
export function headingText(kind: PeopleKind, { text, group }: Heading): string {
  if (group === '') return text
  const together = exactMatch(kind, normalHeader(`${group} ${text}`))
  const differs = together !== null && together.field !== exactMatch(kind, normalHeader(text))?.field
  return differs || isAboutOthers(kind, group) ? `${group} ${text}` : text
}
