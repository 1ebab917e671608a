import Papa from 'papaparse'
import { unitsPerOne } from './write/toCell.ts'
import type { CellValue } from './cellModel.ts'
import type { ColumnModel, RowModel } from './workbookModel.ts'

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). Papaparse's own
 * pattern misses such text when it has a line break; full-width signs count because Excel folds them.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A CSV that Excel opens with its accents: UTF-8 with a byte order mark, CRLF line ends. Dates stay ISO, money is in dollars
 * and percent a fraction, as numbers without signs or separators, for the machines that read it.
 */
export function writeCsv(columns: ColumnModel[], rows: RowModel[]): Uint8Array {
  const fields = columns.map(({ header }) => header)
  const data = rows.map((row) => columns.map((column) => plainValue(row[column.key] ?? null, column)))
  const text = Papa.unparse({ fields, data }, { newline: '\r\n', escapeFormulae: formulaStart })
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}

function plainValue(value: CellValue, { type }: ColumnModel): CellValue {
  return typeof value === 'number' ? value / unitsPerOne(type) : value
}
