import * as z from 'zod'

/**
 * A calendar day, `YYYY-MM-DD`, with no time zone: the day somebody starts is the same day everywhere.
 * ISO text sorts and compares as dates do, so `<` and `===` are right.
 */
export type PlainDate = string

/** An instant in UTC, ISO 8601 with milliseconds. */
export type Instant = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/** The days in a month, 1 to 12, of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function isPlainDate(text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Builds a date from its parts, or null where there is no such day (Feb 30). Years 1900 to 2200. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

const toDayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs

const fromDayNumber = (day: number): PlainDate => new Date(day * dayMs).toISOString().slice(0, 10)

/** The date so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7))

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Jul 1, 2026": how a date stands on screen. */
export function formatDate(date: PlainDate): string {
  return `${monthNames[monthOf(date) - 1]} ${Number(date.slice(8))}, ${date.slice(0, 4)}`
}

/**
 * Reads a date as a US administrator types it: 7/1/2026, 7/1/26, 7-1-2026, Jul 1 2026, 1 Jul 2026, 2026-07-01.
 * Month first, unless only day first is a date. Two-digit years are 1950 to 2049. Null where it is no date.
 */
export function parseDate(text: string): PlainDate | null {
  const clean = text.trim().replace(/\s+/g, ' ')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(clean)
  if (iso) return plainDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(clean)
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3]!)]
    return plainDate(year, first, second) ?? plainDate(year, second, first)
  }
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{2}|\d{4})$/i.exec(clean)
  if (monthFirst) return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3,9})\.?,?[- ](\d{2}|\d{4})$/i.exec(clean)
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!)
  return null
}

/**
 * Reads a month without a day: Aug 2026, August, 2026, Aug-26, Aug '26, 8/2026, 2026-08. Answers with its first day, or null
 * where it is no month.
 */
export function parseMonth(text: string): PlainDate | null {
  const clean = text.trim().replace(/\s+/g, ' ')
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(clean)
  if (yearFirst) return plainDate(Number(yearFirst[1]), Number(yearFirst[2]), 1)
  const numeric = /^(\d{1,2})[-/.](\d{4})$/.exec(clean)
  if (numeric) return plainDate(Number(numeric[2]), Number(numeric[1]), 1)
  const month = /^([a-z]{3,9})\.?,?(?:[- ]?(\d{4})|(?:-| ?['’])(\d{2}))$/i.exec(clean)
  return month ? named(month[2] ?? month[3]!, month[1]!, '1') : null
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year >= 50 ? 1900 + year : 2000 + year
}

const longMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

function named(year: string, month: string, day: string): PlainDate | null {
  const wanted = month.toLowerCase() === 'sept' ? 'sep' : month.toLowerCase()
  const index = longMonths.findIndex((name) => name.startsWith(wanted))
  return index < 0 ? null : plainDate(fullYear(year), index + 1, Number(day))
}

export const plainDateSchema = z.string().refine(isPlainDate, 'Enter a date such as Jul 1, 2026.')
export const instantSchema = z.iso.datetime()
