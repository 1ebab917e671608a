import type { CellErrorValue, CellFormulaValue } from 'exceljs'
import { isPlainDate } from '#shared/kernel/plainDate.ts'
import { assertNever } from '#shared/kernel/assertNever.ts'
import type { CellValue, ColumnType } from '../cellModel.ts'
import type { FormulaCellModel } from '../gridModel.ts'

/** The longest text a cell may hold; Excel offers to repair a file that has a longer one. */
const maxText = 32_767

/**
 * The gate before every cell: what it lets through, Excel opens without a repair prompt.
 * @throws Error for values that do not fit their column, which is a mistake of the code that built the model.
 */
export function toCell(value: CellValue, type: ColumnType): string | number | Date | null {
  if (value === null) return null
  switch (type) {
    case 'text':
      return cellText(String(value))
    case 'date':
      return cellDate(value)
    case 'integer':
    case 'count':
      return finite(value, 'integer')
    case 'number':
    case 'ratio':
      return finite(value, 'number')
    default:
      return finite(value, 'integer') / unitsPerOne(type)
  }
}

/** The gate before every saved result of a formula. Results may be fractions of a cent or of a basis point. */
export function toResult(value: FormulaCellModel['value'], type: ColumnType): NonNullable<CellFormulaValue['result']> {
  if (typeof value === 'number') return finite(value, 'number') / unitsPerOne(type)
  if (typeof value === 'object') return { error: value.error as CellErrorValue['error'] }
  if (typeof value === 'boolean') return value
  return type === 'date' && isPlainDate(value) ? cellDate(value) : cellText(value)
}

/** How many of the model's units make one of the sheet's: 100 cents a dollar, 10,000 basis points the whole. */
export function unitsPerOne(type: ColumnType): number {
  switch (type) {
    case 'money':
    case 'wholeMoney':
      return 100
    case 'percent':
    case 'rate':
    case 'fte':
      return 10_000
    case 'text':
    case 'date':
    case 'integer':
    case 'count':
    case 'number':
    case 'ratio':
      return 1
    default:
      return assertNever(type)
  }
}

function finite(value: CellValue, type: 'integer' | 'number'): number {
  const fits = type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (typeof value !== 'number' || !fits) throw new Error(`Not a ${type}: ${JSON.stringify(value)}`)
  return value
}

/** The day at midnight UTC: exceljs writes instants, and a local midnight is the day before east of Greenwich. */
function cellDate(value: CellValue): Date | string {
  if (typeof value !== 'string' || !isPlainDate(value)) throw new Error(`Not a date: ${JSON.stringify(value)}`)
  // Excel's calendar has a February 29, 1900, so it shows earlier days one off; as text they stay right.
  return value < '1900-03-01' ? value : new Date(`${value}T00:00:00Z`)
}

/**
 * Text a cell can hold: no control characters, well-formed Unicode, cut with an ellipsis at Excel's limit. Excel reads
 * `_x0041_` as an escaped "A", so its underscore is escaped.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
  const cut = clean.length > maxText ? `${clean.slice(0, maxText - 1).toWellFormed()}…` : clean
  return cut.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
}

/** Excel's limit for a formula. */
const maxFormula = 8192

/** A formula as it stands in a file. Comes from code only: what is wrong with it is a mistake of that code. */
export function formulaText(formula: string): string {
  if (!/^[^=\p{Cc}][^\p{Cc}]*$/u.test(formula) || formula.length > maxFormula) {
    throw new Error(`Not a formula: ${JSON.stringify(formula.slice(0, 100))}`)
  }
  return formula
}
