import type { Worksheet } from 'exceljs'
import type { CellValue } from '../cellModel.ts'
import type { ColumnModel, RowModel, TableSheetModel } from '../workbookModel.ts'
import { columnWidth, indentRoom, wrappedLines } from './columnWidth.ts'
import { bodyStyle, columnStyle, headerHeight, headerStyle, rowHeight, wrappedHeight } from './look.ts'
import { tableHeaders } from './names.ts'
import { repeatHeader, setUpPage } from './pageSetup.ts'
import { cellText, toCell } from './toCell.ts'

type Cell = ReturnType<typeof toCell>

/** Fills a sheet with a table from A1. Without rows it is a plain header row: Excel repairs a table that has none. */
export function writeTableSheet(sheet: Worksheet, model: TableSheetModel, tableName: string): void {
  const { columns, rows } = model
  if (columns.length === 0) throw new Error(`Sheet "${model.name}" has no columns`)
  const headers = tableHeaders(columns.map(({ header }) => cellText(header)))
  const widths = columns.map((column, index) => columnWidth(column, headers[index]!, valuesOf(rows, column.key)))
  sheet.properties.defaultRowHeight = rowHeight
  for (const [index, { type }] of columns.entries()) {
    Object.assign(sheet.getColumn(index + 1), { width: widths[index], style: columnStyle(type) })
  }
  if (rows.length === 0) sheet.getRow(1).values = headers
  else {
    const cells = rows.map((row, index) => cellsOf(row, columns, model.name, index))
    addTable(sheet, tableName, headers, cells)
    styleRows(sheet, columns, widths, cells)
  }
  const header = sheet.getRow(1)
  header.height = headerHeight
  for (const [index, { type }] of columns.entries()) header.getCell(index + 1).style = headerStyle(type)
  sheet.views = [{ state: 'frozen', ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }]
  setUpPage(sheet, 'landscape')
  repeatHeader(sheet, model.title)
}

function* valuesOf(rows: RowModel[], key: string): Generator<CellValue> {
  for (const row of rows) yield row[key] ?? null
}

function cellsOf(row: RowModel, columns: ColumnModel[], sheet: string, index: number): Cell[] {
  return columns.map(({ key, type }) => {
    try {
      return toCell(row[key] ?? null, type)
    } catch (error) {
      throw new Error(`Sheet "${sheet}", row ${index + 2}, column ${key}`, { cause: error })
    }
  })
}

function addTable(sheet: Worksheet, name: string, headers: string[], rows: Cell[][]): void {
  sheet.addTable({
    name,
    ref: 'A1',
    headerRow: true,
    // The lightest of Excel's own styles; what is seen is set on the cells.
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headers.map((header) => ({ name: header, filterButton: true })),
    rows,
  })
}

function styleRows(sheet: Worksheet, columns: ColumnModel[], widths: number[], rows: Cell[][]): void {
  const styles = columns.map(({ type }) => ({ line: bodyStyle(type, false), wrapped: bodyStyle(type, true) }))
  for (const [index, cells] of rows.entries()) {
    const row = sheet.getRow(index + 2)
    let tallest = 1
    for (const [column, cell] of cells.entries()) {
      const lines = typeof cell === 'string' ? wrappedLines(cell, widths[column]! - indentRoom) : 1
      row.getCell(column + 1).style = lines > 1 ? styles[column]!.wrapped : styles[column]!.line
      tallest = Math.max(tallest, lines)
    }
    if (tallest > 1) row.height = wrappedHeight(tallest)
  }
}
