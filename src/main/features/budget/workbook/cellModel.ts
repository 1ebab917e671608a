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

/** Texts that are read and never looked up. */
const prose = new Set(['note', 'justification', 'restrictions', 'source'])

/** A stored value of a column, with texts as formulas find them. */
export const stored = ({ name, unit }: Column, value: number | string): number | string =>
  typeof value === 'string' && !prose.has(name) ? searchable(value) : shown(value, unit)

/** A formula with what it gave in the app; a figure that is not known is #N/A, as the spreadsheet finds it too. */
export function cellModel(
  formula: string,
  value: CellValue,
  unit: Unit,
  type: ColumnType,
  style: CellStyle = 'body',
): FormulaCellModel {
  const result = typeof value === 'string' ? searchable(value) : value === null ? null : shown(value, unit)
  return { formula, value: result ?? { error: '#N/A' }, type, style }
}

/**
 * An input: blue where it is a figure that every sheet follows, so that a reader knows what may be changed. Days are not:
 * they decide which rows there are.
 */
export function inputModel(value: number | string | null, type: ColumnType, needed: boolean): CellModel {
  if (value === null && needed) return { formula: 'NA()', value: { error: '#N/A' }, type, style: 'input' }
  return { value, type, style: type === 'text' || type === 'date' || value === null ? 'body' : 'input' }
}

/** A stored value as the workbook model takes it: days as dates, quantities as plain numbers. */
function shown(value: number | string, unit: Unit): number | string {
  if (typeof value === 'string') return value
  if (unit === 'day') return fromDay(value)
  return unit === 'quantity' ? value / scaleOf(unit) : value
}

/** One cell by another, where that is not 0: else it is not known. A sum comes in brackets. */
export const quotient = (dividend: string, divisor: string): string => `IF(${divisor}=0,NA(),${dividend}/${divisor})`
