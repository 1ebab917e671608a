import type { Worksheet } from 'exceljs'
import type { FactsSheetModel } from '../workbookModel.ts'
import { displayLength, wrappedLines } from './columnWidth.ts'
import { labelStyle, rowHeight, titleStyle, valueStyle, wrappedHeight } from './look.ts'
import { setUpPage } from './pageSetup.ts'
import { cellText } from './toCell.ts'

const valueWidth = 80.71
const titleHeight = 32
const firstFact = 3

/** Fills a sheet with a title and labelled values, for reading rather than for sorting. */
export function writeFactsSheet(sheet: Worksheet, { title, facts }: FactsSheetModel): void {
  const longest = Math.max(12, ...facts.map(({ label }) => displayLength(label)))
  sheet.getColumn(1).width = Math.min(longest, 40) + 2.71
  sheet.getColumn(2).width = valueWidth
  sheet.properties.defaultRowHeight = rowHeight
  const head = sheet.getCell('A1')
  head.value = cellText(title)
  head.style = titleStyle
  sheet.getRow(1).height = titleHeight
  for (const [index, { label, value }] of facts.entries()) {
    const row = sheet.getRow(firstFact + index)
    row.getCell(1).value = cellText(label)
    row.getCell(1).style = labelStyle
    row.getCell(2).value = cellText(value)
    row.getCell(2).style = valueStyle
    row.height = wrappedHeight(wrappedLines(value, valueWidth))
  }
  sheet.views = [{ state: 'normal', showGridLines: false }]
  setUpPage(sheet, 'portrait')
}
