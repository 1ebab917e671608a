import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearStart, addMonths } from '#shared/program/academicYear.ts'

/** A term of an academic year; both days are in it. */
export interface Term {
  readonly number: number
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The terms of an academic year, each of whole months and as long as the others as far as months allow. */
export function termsOf(year: number, termsPerYear: number): Term[] {
  const months = 12 / termsPerYear
  const startOf = (index: number): PlainDate => addMonths(academicYearStart(year), Math.round(index * months))
  return Array.from({ length: termsPerYear }, (_, index) => ({
    number: index + 1,
    from: startOf(index),
    to: addDays(startOf(index + 1), -1),
  }))
}
