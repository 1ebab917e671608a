import type { ColumnType } from '#main/spreadsheets/cellModel.ts'
import type { CellModel, CellStyle, FormulaCellModel } from '#main/spreadsheets/gridModel.ts'
import { searchable } from '#shared/calculation/formula.ts'
import type { Column } from '#shared/calculation/table.ts'
import { type CellValue, fromDay, scaleOf, type Unit } from '#shared/calculation/units.ts'

/** Columns that are shown otherwise than their unit is. */
const efforts = new Set(['effort', 'fte'])
const ratios = new Set(['learnersPerCoach'])

/** How the figures of a column stand in the sheet. */
export function columnType(table: string, { name, unit }: Column): ColumnType {
  switch (unit) {
    case 'money':
      return 'money'
    case 'rate':
      return efforts.has(name) ? 'fte' : 'rate'
    case 'count':
      return ratios.has(name) ? 'ratio' : 'count'
    case 'quantity':
      return 'number'
    case 'day':
      return 'date'
    case 'text':
      return 'text'
  }
}

/** A formula with what it gave in the app; a figure that is not known is #N/A, as the spreadsheet finds it too. */
export function cellModel(
  formula: string,
  value: CellValue,
  unit: Unit,
  type: ColumnType,
  style: CellStyle = 'body',
): FormulaCellModel {
  return { formula, value: value === null ? { error: '#N/A' } : shown(value, unit), type, style }
}

/** An input: blue where it is a figure, so that a reader knows what may be changed. */
export function inputModel(value: CellValue, unit: Unit, type: ColumnType, needed: boolean): CellModel {
  if (value === null && needed) return { ...cellModel('NA()', null, unit, type), style: 'input' }
  const style = unit === 'text' || value === null ? 'body' : 'input'
  return { value: value === null ? null : shown(value, unit), type, style }
}

/** A stored value as the workbook model takes it: days as dates, quantities as plain numbers. */
export function shown(value: number | string, unit: Unit): number | string {
  if (typeof value === 'string') return searchable(value)
  if (unit === 'day') return fromDay(value)
  return unit === 'quantity' ? value / scaleOf(unit) : value
}
