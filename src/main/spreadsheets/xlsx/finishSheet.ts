import type { MergedRange, Sheet, SheetNote, SheetRow } from '#shared/imports/sheet.ts'
import { count } from '#shared/kernel/text.ts'
import { maxColumns, maxRows, type RawWorksheet } from './worksheet.ts'

/** A file may declare ranges that cover the sheet many times over; no real one comes near so many cells. */
const rangeBudget = 2_000_000

/** What a sheet refers to: the targets of its links, and whether its tables have a filter set. */
export interface SheetParts {
  linkTargets: Map<string, string>
  hasTableFilter: boolean
  tableFilterSet: boolean
}

/** Brings together what a worksheet part says in several places: values and their merges, cells and their links. */
export function finishSheet(
  tab: Pick<Sheet, 'name' | 'hidden'>,
  raw: RawWorksheet,
  parts: SheetParts,
): { sheet: Sheet; notes: SheetNote[] } {
  const { rows, merges } = raw
  copyMerged(rows, merges)
  linkCells(rows, raw, parts)
  const hiddenRows = rows.filter(({ hidden }) => hidden)
  const sheet: Sheet = {
    name: tab.name,
    hidden: tab.hidden,
    hiddenColumns: hiddenColumns(raw),
    rows,
    merges,
    filtered:
      raw.filterSet || parts.tableFilterSet || ((raw.hasAutoFilter || parts.hasTableFilter) && hiddenRows.length > 0),
  }
  return { sheet, notes: sheetNotes(sheet, hiddenRows, raw) }
}

/** The rows of a range that are there, found by halving: a range may span a million rows of which ten exist. */
function* rowsOf(rows: SheetRow[], { top, bottom }: MergedRange): Generator<SheetRow> {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.number < top) low = middle + 1
    else high = middle
  }
  for (let i = low; i < rows.length && rows[i]!.number <= bottom; i++) yield rows[i]!
}

/** A merged value belongs to every row of its merge: "Class of 2027" beside twelve names is the class of all twelve. */
function copyMerged(rows: SheetRow[], merges: MergedRange[]): void {
  let budget = rangeBudget
  for (const merge of merges) {
    if (merge.top === merge.bottom) continue
    let value: SheetRow['cells'][number] = null
    for (const row of rowsOf(rows, merge)) {
      if (budget-- === 0) return
      if (row.number === merge.top) value = row.cells[merge.left] ?? null
      else if (value && !row.cells[merge.left]) {
        while (row.cells.length < merge.left) row.cells.push(null)
        row.cells[merge.left] = value
      }
    }
  }
}

function linkCells(rows: SheetRow[], { links }: RawWorksheet, { linkTargets }: SheetParts): void {
  let budget = rangeBudget
  for (const { range, relationshipId } of links) {
    const link = relationshipId === undefined ? undefined : linkTargets.get(relationshipId)
    if (link === undefined) continue // to a place in this workbook
    for (const row of rowsOf(rows, range)) {
      for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column++) {
        if (budget-- === 0) return
        const cell = row.cells[column]
        if (cell) row.cells[column] = { ...cell, link }
      }
    }
  }
}

function hiddenColumns({ rows, hiddenColumnRanges }: RawWorksheet): number[] {
  if (hiddenColumnRanges.length === 0) return []
  const filled = new Set<number>()
  for (const { cells } of rows) cells.forEach((cell, column) => cell && filled.add(column))
  return [...filled]
    .filter((column) => hiddenColumnRanges.some(({ first, last }) => column >= first && column <= last))
    .sort((a, b) => a - b)
}

function sheetNotes(sheet: Sheet, hiddenRows: SheetRow[], raw: RawWorksheet): SheetNote[] {
  const notes: SheetNote[] = []
  const note = (code: SheetNote['code'], message: string) =>
    notes.push({ code, message: `${named(sheet)}: ${message}` })
  if (hiddenRows.length > 0) {
    const places = listed(hiddenRows.map(({ number }) => String(number)))
    note('hiddenRows', `${count(hiddenRows.length, 'hidden row')} (${places}). Hidden rows are read like the others.`)
  }
  if (sheet.hiddenColumns.length > 0) {
    const places = listed(sheet.hiddenColumns.map(columnLetters))
    note('hiddenColumns', `${count(sheet.hiddenColumns.length, 'hidden column')} (${places}).`)
  }
  if (sheet.filtered) note('filtered', 'a filter is set. Rows it hides are read like the others.')
  if (raw.truncatedRows)
    note('truncatedRows', `more than ${maxRows.toLocaleString('en-US')} rows. The rest was left out.`)
  if (raw.truncatedColumns) note('truncatedColumns', `more than ${maxColumns} columns. The rest was left out.`)
  return notes
}

const named = ({ name }: Sheet): string => `Sheet "${name}"`

function listed(places: string[]): string {
  return places.length > 5 ? `${places.slice(0, 5).join(', ')} and others` : places.join(', ')
}

/** "A" for 0, "AA" for 26: how Excel names a column. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
