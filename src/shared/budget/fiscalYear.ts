import { addDays, monthOf, type PlainDate, yearOf } from '#shared/kernel/plainDate.ts'

/** A fiscal year by the calendar year it ends in, as US institutions name it: FY27 is July 2026 to June 2027. */
export type FiscalYear = number

const firstOf = (year: number, month: number): PlainDate => `${year}-${String(month).padStart(2, '0')}-01`

/** The first day of a fiscal year of an institution whose years start in that month, 1 to 12. */
export function fiscalYearStart(year: FiscalYear, startMonth: number): PlainDate {
  return firstOf(startMonth === 1 ? year : year - 1, startMonth)
}

/** The last day, included. */
export function fiscalYearEnd(year: FiscalYear, startMonth: number): PlainDate {
  return addDays(fiscalYearStart(year + 1, startMonth), -1)
}

export function fiscalYearOf(date: PlainDate, startMonth: number): FiscalYear {
  return yearOf(date) + (startMonth > 1 && monthOf(date) >= startMonth ? 1 : 0)
}

/** The first days of its twelve months, in order. */
export function monthsOf(year: FiscalYear, startMonth: number): PlainDate[] {
  const start = fiscalYearStart(year, startMonth)
  return Array.from({ length: 12 }, (_, index) => {
    const month = startMonth - 1 + index
    return firstOf(yearOf(start) + Math.floor(month / 12), (month % 12) + 1)
  })
}

/** "FY27" */
export const formatFiscalYear = (year: FiscalYear): string => `FY${String(year % 100).padStart(2, '0')}`
