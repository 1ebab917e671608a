import type { Cell, Worksheet } from 'exceljs'
import type { CellRange } from '../cellModel.ts'
import type { CellModel, GridRowModel, GridSheetModel } from '../gridModel.ts'
import { columnLetters, rangeAddress, relativeAddress } from '../references.ts'
import { addConditionalFormats } from './conditionalFormats.ts'
import { cellLines, gridWidths, heightFor } from './gridSizes.ts'
import { gridStyle } from './gridStyle.ts'
import { rowHeight } from './look.ts'
import { repeatTitle, setUpPage, spreadOverPages } from './pageSetup.ts'
import { formulaText, toCell, toResult } from './toCell.ts'
import { addValidations } from './validations.ts'

/** Fills a sheet cell by cell, as its model lays it out. Links, names and charts follow when exceljs is done. */
export function writeGridSheet(sheet: Worksheet, model: GridSheetModel): void {
  const { rows, frozen, repeatRows, autoFilter } = model
  const widths = gridWidths(model)
  sheet.properties.defaultRowHeight = rowHeight
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  for (const [index, row] of rows.entries()) writeRow(sheet, row, index + 1, widths, autoFilter)
  for (const row of model.pageBreaks ?? []) sheet.getRow(row - 1).addPageBreak()
  if (autoFilter) sheet.autoFilter = rangeAddress(autoFilter)
  addConditionalFormats(sheet, model.conditionalFormats ?? [])
  addValidations(sheet, model.validations ?? [])
  sheet.views = [{ showGridLines: false, ...(frozen ? frozenView(frozen) : { state: 'normal' }) }]
  setUpPage(sheet, model.orientation ?? 'landscape')
  if (model.printed) sheet.pageSetup.printArea = printArea(model.printed)
  if (model.onePage) sheet.pageSetup.fitToHeight = 1
  else spreadOverPages(sheet, widths.slice(0, model.printed?.right), frozen?.columns ?? 0)
  repeatTitle(sheet, model.title)
  if (repeatRows) sheet.pageSetup.printTitlesRow = repeatRows.join(':')
}

/** exceljs makes the columns absolute, but not the rows. */
const printArea = ({ top, left, bottom, right }: CellRange): string =>
  `${columnLetters(left)}$${top}:${columnLetters(right)}$${bottom}`

const frozenView = ({ rows, columns }: { rows: number; columns: number }) =>
  ({
    state: 'frozen',
    xSplit: columns,
    ySplit: rows,
    topLeftCell: relativeAddress({ row: rows + 1, column: columns + 1 }),
  }) as const

function writeRow(sheet: Worksheet, model: GridRowModel, number: number, widths: number[], filter?: CellRange): void {
  const row = sheet.getRow(number)
  let tallest = rowHeight
  for (const [index, cell] of (model.cells ?? []).entries()) {
    if (!cell) continue
    const lines = cellLines(cell, spannedWidth(widths, index, cell.span))
    writeCell(sheet, row.getCell(index + 1), cell, lines > 1, isFilterHeader(filter, number, index + 1))
    tallest = Math.max(tallest, heightFor(cell.style ?? 'body', lines))
  }
  const height = model.height ?? tallest
  if (height !== rowHeight) row.height = height
}

const spannedWidth = (widths: number[], first: number, span = 1): number =>
  widths.slice(first, first + span).reduce((sum, width) => sum + width, 0)

const isFilterHeader = (filter: CellRange | undefined, row: number, column: number): boolean =>
  filter !== undefined && row === filter.top && column >= filter.left && column <= filter.right

function writeCell(sheet: Worksheet, cell: Cell, model: CellModel, wraps: boolean, filtered: boolean): void {
  const { type = 'text', style = 'body', span = 1 } = model
  cell.style = gridStyle({
    style,
    type,
    wraps,
    calculated: 'formula' in model,
    linked: model.link !== undefined,
    spans: span > 1,
    filtered,
  })
  try {
    cell.value =
      'formula' in model
        ? { formula: formulaText(model.formula), result: toResult(model.value, type) }
        : toCell(model.value, style === 'header' && typeof model.value === 'string' ? 'text' : type)
  } catch (error) {
    throw new Error(`Sheet "${sheet.name}", cell ${cell.address}`, { cause: error })
  }
  if (span > 1) {
    const { row, col } = cell.fullAddress
    sheet.mergeCells(row, col, row, col + span - 1)
  }
}
