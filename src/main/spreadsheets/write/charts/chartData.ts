import type { Cell, CellValue, Workbook } from 'exceljs'
import type { ChartModel, ChartSeriesModel } from '../../chartModel.ts'
import type { CellPlace, SheetRange } from '../../cellModel.ts'
import { sheetReference } from '../../references.ts'
import { cellText } from '../toCell.ts'

/** Cells a chart draws: where they are, and what they hold now, which previewers draw without calculating. */
export interface ChartData<V> {
  reference: string
  values: V[]
}

export interface SeriesData {
  /** With a reference where the name stands in a cell. */
  name: ChartData<string> | string
  values: ChartData<number | null>
}

/** Looks up what a chart points at. @throws Error where that is not there or does not fit together: a mistake of the model. */
export function chartData(workbook: Workbook, { title, categories, series }: ChartModel) {
  const labels = labelsIn(workbook, categories)
  return {
    categories: labels,
    series: series.map((one): SeriesData => {
      const values = {
        reference: sheetReference(one.values),
        values: cellsIn(workbook, one.values).map((cell) => numberIn(cell)),
      }
      if (values.values.length !== labels.values.length) {
        throw new Error(
          `Chart "${title}": ${values.values.length} values in ${values.reference}, ${labels.values.length} categories`,
        )
      }
      return { name: seriesName(workbook, one.name), values }
    }),
  }
}

function seriesName(workbook: Workbook, name: ChartSeriesModel['name']): SeriesData['name'] {
  return typeof name === 'string' ? cellText(name) : labelsIn(workbook, oneCell(name))
}

const oneCell = ({ sheet, row, column }: CellPlace & { sheet: string }): SheetRange => ({
  sheet,
  top: row,
  bottom: row,
  left: column,
  right: column,
})

const labelsIn = (workbook: Workbook, range: SheetRange): ChartData<string> => ({
  reference: sheetReference(range),
  values: cellsIn(workbook, range).map((cell) => textIn(cell)),
})

function cellsIn(workbook: Workbook, range: SheetRange): Cell[] {
  const sheet = workbook.getWorksheet(range.sheet)
  if (!sheet) throw new Error(`A chart points at a sheet "${range.sheet}" that is not there`)
  if (range.top !== range.bottom && range.left !== range.right) {
    throw new Error(`A chart takes one row or one column, not ${sheetReference(range)}`)
  }
  const cells: Cell[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) cells.push(sheet.getCell(row, column))
  }
  return cells
}

/** The value of a cell, or the saved result of its formula. */
function valueIn({ value }: Cell): Exclude<CellValue, { formula: string }> {
  return value !== null && typeof value === 'object' && 'formula' in value ? (value.result ?? null) : value
}

function numberIn(cell: Cell): number | null {
  const value = valueIn(cell)
  return typeof value === 'number' ? value : null
}

function textIn(cell: Cell): string {
  const value = valueIn(cell)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
