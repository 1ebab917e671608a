import { monthOf, type PlainDate, plainDate, yearOf } from '#shared/kernel/plainDate.ts'

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
