import type { Sheet, SheetNote, SheetRow } from '#shared/imports/sheet.ts'
import { cleanCellText, textCell } from '../xlsx/cellText.ts'
import { maxColumns, maxRows } from '../xlsx/worksheet.ts'

/** Makes a sheet of rows of text, numbered by record as Excel would number them. */
export function textSheet(name: string, records: string[][]): { sheet: Sheet; notes: SheetNote[] } {
  const rows: SheetRow[] = []
  const notes: SheetNote[] = []
  let wide = false
  for (const [index, record] of records.entries()) {
    if (rows.length === maxRows) {
      notes.push({
        code: 'truncatedRows',
        message: `More than ${maxRows.toLocaleString('en-US')} rows. The rest was left out.`,
      })
      break
    }
    wide ||= record.length > maxColumns
    const cells = record.slice(0, maxColumns).map((text) => textCell(cleanCellText(text)))
    const filled = cells.findLastIndex((cell) => cell !== null) + 1
    if (filled > 0) rows.push({ number: index + 1, hidden: false, cells: cells.slice(0, filled) })
  }
  if (wide) notes.push({ code: 'truncatedColumns', message: `More than ${maxColumns} columns. The rest was left out.` })
  return { sheet: { name, hidden: false, hiddenColumns: [], rows, merges: [], filtered: false }, notes }
}
