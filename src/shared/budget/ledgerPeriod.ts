import { type FiscalYear, monthsOf } from '#shared/budget/fiscalYear.ts'
import { parseMonth, type PlainDate } from '#shared/kernel/plainDate.ts'

/** The first day of a period that a ledger names by its month: "Jul 2026", "Jul 26", "2026-07", "7/2026". */
export function calendarPeriod(text: string): PlainDate | null {
  // Of two digits after a month those of a ledger are its year, never a day.
  return parseMonth(text.replace(/\s+(?=\d{2}$)/, '-'))
}

/**
 * The first day of a period that a ledger counts from the start of the fiscal year: "3", "P03", "003/2027", with the year
 * in the text or in a column of its own. Periods 13 to 16 adjust a closed year and are taken for its last month.
 */
export function countedPeriod(text: string, yearText: string, startMonth: number): PlainDate | null {
  const counted = /^(?:p(?:eriod|er)?\.?\s*)?(\d{1,3})(?:[-/.\s]+(?:fy\s*)?(\d{4}|\d{2}))?$/i.exec(text)
  const year = fiscalYearIn(counted?.[2] ?? yearText)
  const number = Number(counted?.[1] ?? 0)
  if (year === null || number < 1 || number > 16) return null
  return monthsOf(year, startMonth)[Math.min(number, 12) - 1]!
}

/** "2027", "FY27", "2026-27": the calendar year it ends in. */
function fiscalYearIn(text: string): FiscalYear | null {
  const last = /(?:^|\D)(\d{4}|\d{2})$/.exec(text)?.[1]
  if (last === undefined) return null
  const year = Number(last)
  return last.length === 2 ? 2000 + year : year >= 2000 && year <= 2100 ? year : null
}
