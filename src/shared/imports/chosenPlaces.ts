import { columnIndex } from '#shared/imports/columnLetter.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import type { Sheet, SheetFile, SheetRow } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'

/**
 * The sheet that somebody names, in either case.
 * @throws Refusal `not_found`
 */
export function chosenSheet(file: SheetFile, name: string): Sheet {
  const wanted = name.toLowerCase()
  const sheet = file.sheets.find((candidate) => candidate.name.toLowerCase() === wanted)
  if (sheet) return sheet
  const names = file.sheets.map((candidate) => candidate.name).join(', ')
  throw refuse('not_found', `${file.name} has no sheet called ${name}. Its sheets are: ${names}.`)
}

/**
 * The row that somebody names as the one with the names of the columns, from 1.
 * @throws Refusal `not_found` where nothing is in it
 */
export function chosenRow(file: SheetFile, sheet: Sheet, number: number): SheetRow {
  const row = sheet.rows.find((candidate) => candidate.number === number)
  if (row) return row
  throw refuse(
    'not_found',
    `${file.name}, sheet ${sheet.name}: row ${number} is empty. Choose the row with the column names.`,
  )
}

/** A column as options name it: "Roster!C" is column C of the sheet Roster, "C" that of any sheet. */
export function splitPlace(place: string): { ofSheet: string | null; column: string } {
  const mark = place.lastIndexOf('!')
  return mark < 0 ? { ofSheet: null, column: place } : { ofSheet: place.slice(0, mark), column: place.slice(mark + 1) }
}

/**
 * Finds a column by its header, its letter or its position from 0; null where there is none. A header says more than a
 * letter: a column called "MI" is meant, not the 347th.
 */
export function columnFinder(headers: readonly string[], width: number): (column: string) => number | null {
  const names = headers.map(normalHeader)
  return (column) => {
    const wanted = normalHeader(column)
    const named = wanted === '' ? -1 : names.indexOf(wanted)
    if (named >= 0) return named
    const isLetter = /^[A-Z]{1,3}$/i.test(column)
    const index = /^\d{1,3}$/.test(column) ? Number(column) : isLetter ? columnIndex(column) : null
    return index !== null && index < width ? index : null
  }
}
