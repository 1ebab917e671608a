import { daysBetween, formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, formatAcademicYear } from '#shared/program/academicYear.ts'

// Two months: the time in which a program office decides who goes on and who does not.
const noticeDays = 60

/** "2026-27 ends on Jun 30, 2027." within 60 days of the end, and after it; null before. */
export function yearEndWords(year: number, today: PlainDate): string | null {
  const end = academicYearEnd(year)
  if (daysBetween(today, end) > noticeDays) return null
  return `${formatAcademicYear(year)} ${today > end ? 'ended' : 'ends'} on ${formatDate(end)}. Promote, graduate and hold back everybody in one step.`
}
