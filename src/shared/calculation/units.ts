import { formatMoney } from '#shared/kernel/money.ts'
import { addDays, daysBetween, formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'

/**
 * What the integer in a cell counts: money in cents, rates and efforts in basis points, counts in ones, quantities
 * (months, hours) in hundredths, days as the serial number a spreadsheet uses. Text is text.
 */
export type Unit = 'money' | 'rate' | 'count' | 'quantity' | 'day' | 'text'

/** The units a figure can be rounded to. */
export type RoundedUnit = Exclude<Unit, 'day' | 'text'>

/** A cell: an integer in its column's unit, or text; null is "not known", never zero. */
export type CellValue = number | string | null

const decimals: Record<Unit, number> = { money: 2, rate: 4, count: 0, quantity: 2, day: 0, text: 0 }

/** Digits after the point when the unit is written as a plain number: dollars have 2, shares of one have 4. */
export const decimalsOf = (unit: Unit): number => decimals[unit]

/** How many of the stored integers make one: 100 cents are a dollar. */
export const scaleOf = (unit: Unit): number => 10 ** decimals[unit]

const serialZero: PlainDate = '1899-12-30'

/** The serial number of a date, as spreadsheets count days (1900 system). */
export const toDay = (date: PlainDate): number => daysBetween(serialZero, date)

/** The date of a serial number. */
export const fromDay = (day: number): PlainDate => addDays(serialZero, day)

/** "2500.5": the stored integer as the plain number a sheet holds, exactly, without superfluous zeros. */
export function plainNumber(value: number, unit: Unit): string {
  const digits = String(Math.abs(value)).padStart(decimals[unit] + 1, '0')
  const whole = digits.slice(0, digits.length - decimals[unit])
  const fraction = digits.slice(digits.length - decimals[unit]).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** "$27,964.23", "23.9 %", "30", "7.5", "Jul 1, 2026": a cell as a sentence says it; null is "not known". */
export function formatCell(value: CellValue, unit: Unit): string {
  if (value === null) return 'not known'
  if (typeof value === 'string') return value
  switch (unit) {
    case 'money':
      return formatMoney(value)
    case 'rate':
      return `${plainNumber(value, 'quantity')} %`
    case 'day':
      return formatDate(fromDay(value))
    default:
      return plainNumber(value, unit).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
  }
}
