import { formatDate, isPlainDate } from '#shared/kernel/plainDate.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import type { CellValue, ColumnType } from '../cellModel.ts'
import type { ColumnModel } from '../workbookModel.ts'

const narrowest = 8
/** The cells' indent, and a little air. */
export const indentRoom = 3
/** Numbers do not wrap: where Calibri is missing and its stand-in is wider, they would show as ###. */
const numberRoom = 5
/** Wider text wraps. */
const widest = 56
/** Room for the filter button beside a header in bold. */
export const buttonRoom = 5
/** Excel shows so much less than the file says: the rest is padding. It also keeps clear of 9, which exceljs drops. */
const padding = 0.71

/** The width, in characters, that shows the header and every value of a column, within reason. */
export function columnWidth(column: ColumnModel, header: string, values: Iterable<CellValue>): number {
  if (column.width !== undefined) return exactWidth(column.width)
  let longest = displayLength(header) + buttonRoom
  for (const value of values) {
    if (longest >= widest) break
    longest = Math.max(longest, roomFor(value, column.type))
  }
  return fittingWidth(longest)
}

/** The characters a value takes, with the air around it. */
export function roomFor(value: CellValue, type: ColumnType): number {
  return displayLength(shown(value, type)) + (type === 'text' ? indentRoom : numberRoom)
}

export const exactWidth = (characters: number): number => Math.floor(characters) + padding

export const fittingWidth = (longest: number): number => Math.min(Math.max(longest, narrowest), widest) + padding

function shown(value: CellValue, type: ColumnType): string {
  if (value === null) return ''
  if (typeof value === 'string') return type === 'date' && isPlainDate(value) ? formatDate(value) : value
  switch (type) {
    case 'money':
      return formatMoney(Math.round(value))
    case 'wholeMoney':
      return formatMoney(Math.round(value), { cents: false })
    case 'percent':
      return `${(value / 100).toFixed(1)}%`
    case 'rate':
      return `${(value / 100).toFixed(2)}%`
    case 'fte':
      return formatEffort(Math.round(value))
    case 'number':
      return value.toFixed(2)
    default:
      return String(value)
  }
}

/** Widths count digits; running text fits more characters. */
const textPerDigit = 1.15

/** The lines text takes where it wraps in a column of that width. */
export function wrappedLines(text: string, width: number): number {
  const perLine = Math.floor(width * textPerDigit)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lineLength(line) / perLine)), 0)
}

/** Characters of the longest line. */
export function displayLength(text: string): number {
  return Math.max(...text.split('\n').map(lineLength))
}

const ascii = /^[ -~]*$/
/** East Asian scripts, full-width forms and emoji: two places each. */
const doubleWidth = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|\p{Emoji_Presentation}/u

function lineLength(line: string): number {
  if (ascii.test(line)) return line.length
  let length = 0
  for (const character of line) length += doubleWidth.test(character) ? 2 : 1
  return length
}
