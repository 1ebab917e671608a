import { refuse } from '#shared/kernel/problem.ts'
import { cellAt } from '#shared/imports/cellAddress.ts'
import type { SheetCell, SheetFile } from '#shared/imports/sheet.ts'

/**
 * The file as if the user had typed into its cells: "Roster!B14" -> "M3", '' empties it. An address without a sheet is of
 * the first one. @throws Refusal `invalid_input` where the address is none of the file
 */
export function withCells(file: SheetFile, cells: Readonly<Record<string, string>> = {}): SheetFile {
  const edits = Object.entries(cells)
  if (edits.length === 0) return file
  const sheets = file.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] }))
  for (const [address, text] of edits) {
    const place = cellAt(address)
    const name = place?.sheet?.toLowerCase()
    const sheet = name === undefined ? sheets[0] : sheets.find((candidate) => candidate.name.toLowerCase() === name)
    const at = sheet?.rows.findIndex(({ number }) => number === place?.row) ?? -1
    if (!place || !sheet || at < 0) throw refuse('invalid_input', `${file.name} has no cell ${address}.`)
    const row = sheet.rows[at]!
    const typed: (SheetCell | null)[] = Array.from(
      { length: Math.max(row.cells.length, place.column + 1) },
      (_, column) => row.cells[column] ?? null,
    )
    typed[place.column] = text.trim() === '' ? null : { text, kind: 'text' }
    sheet.rows[at] = { ...row, cells: typed }
  }
  return { ...file, sheets }
}
