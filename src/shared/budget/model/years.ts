import type { BudgetSettings } from '#shared/budget/schema.ts'
import { fiscalYearStart, formatFiscalYear, monthsOf } from '#shared/budget/fiscalYear.ts'
import { yearsOf } from '#shared/budget/model/inputs.ts'
import { toDay } from '#shared/calculation/units.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'

/** A fiscal year with its days as serial numbers, so that periods are found without reading dates again. */
export interface YearSpan {
  year: number
  /** "FY27": the key of the year in every table, and the header of its column. */
  label: string
  start: PlainDate
  first: number
  last: number
  days: number
  months: readonly { first: PlainDate; start: number; days: number }[]
}

export function yearSpans({ startMonth, ...settings }: BudgetSettings): YearSpan[] {
  return yearsOf({ startMonth, ...settings }).map((year) => {
    const firsts = monthsOf(year, startMonth)
    const start = fiscalYearStart(year, startMonth)
    const [first, next] = [toDay(start), toDay(fiscalYearStart(year + 1, startMonth))]
    const starts = [...firsts.map(toDay), next]
    return {
      year,
      label: formatFiscalYear(year),
      start,
      first,
      last: next - 1,
      days: next - first,
      months: firsts.map((month, index) => ({
        first: month,
        start: starts[index]!,
        days: starts[index + 1]! - starts[index]!,
      })),
    }
  })
}

/** The column of a year in tables that have the years side by side. */
export const yearColumn = (year: number): string => `y${year}`

/** "Jul 2026" */
export const formatMonth = (month: PlainDate): string => formatDate(month).replace(' 1,', '')
