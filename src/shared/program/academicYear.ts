import { daysInMonth, monthOf, type PlainDate, plainDate, yearOf } from '#shared/kernel/plainDate.ts'

/** Academic years run July 1 to June 30 at US schools and in residencies; named by the year they start in. */
export const academicYearStartMonth = 7

/** The academic year a date falls in: 2026 for anything from Jul 1, 2026 to Jun 30, 2027. */
export function academicYearOf(date: PlainDate): number {
  return monthOf(date) >= academicYearStartMonth ? yearOf(date) : yearOf(date) - 1
}

export function academicYearStart(year: number): PlainDate {
  return plainDate(year, academicYearStartMonth, 1)!
}

export function academicYearEnd(year: number): PlainDate {
  return plainDate(year + 1, academicYearStartMonth - 1, 30)!
}

/** "2026-27" */
export function formatAcademicYear(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

/** The day so many months later, or the last of that month where it has no such day: Jan 31 and one month is Feb 28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)))!
}

/** A month and day as it falls in an academic year: Jul 1 to Dec 31 in its first calendar year, the rest in its second. */
export function dayInAcademicYear(year: number, month: number, day: number): PlainDate {
  return plainDate(month >= academicYearStartMonth ? year : year + 1, month, day)!
}
