import { isPlainDate } from '#shared/kernel/plainDate.ts'
import { assertNever } from '#shared/kernel/assertNever.ts'
import type { CellValue, ColumnType } from '../workbookModel.ts'

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
    case 'number':
      return finite(value, type)
    case 'money':
      return finite(value, 'integer') / 100
    case 'percent':
      return finite(value, 'integer') / 10_000
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
