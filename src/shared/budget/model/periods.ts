import type { YearSpan } from '#shared/budget/model/years.ts'

/** A part of a fiscal year in which somebody is paid alike: days from and to (included), and how much of the year it is. */
export interface Period {
  from: number
  to: number
  /** Months of 12, or days of the year. */
  units: number
  of: number
  /** Units in each of the twelve months; they add up to `units`. */
  weights: readonly number[]
}

/**
 * The periods of a fiscal year in which something is active, cut before each day of `cuts`.
 *
 * By months, a calendar month counts whole where it is active on half its days or more, and belongs to the period that
 * has most of those days (the earlier one of two alike), so that cutting never adds or loses a month. By days, each day
 * counts. A period that counts for nothing is left out.
 */
export function periodsOf(
  span: YearSpan,
  active: { from: number | null; to: number | null },
  cuts: readonly number[],
  prorateBy: 'months' | 'days',
): Period[] {
  const from = Math.max(span.first, active.from ?? span.first)
  const to = Math.min(span.last, active.to ?? span.last)
  if (from > to) return []
  const starts = [from, ...new Set(cuts.filter((cut) => cut > from && cut <= to))].sort((a, b) => a - b)
  const ends = [...starts.slice(1).map((start) => start - 1), to]
  const days = starts.map((start, index) => span.months.map((month) => overlap(month, start, ends[index]!)))
  const weights = prorateBy === 'days' ? days : wholeMonths(span, days)
  return starts
    .map((start, index) => ({
      from: start,
      to: ends[index]!,
      units: weights[index]!.reduce((sum, weight) => sum + weight, 0),
      of: prorateBy === 'days' ? span.days : 12,
      weights: weights[index]!,
    }))
    .filter(({ units }) => units > 0)
}

function overlap(month: { start: number; days: number }, from: number, to: number): number {
  return Math.max(0, Math.min(month.start + month.days - 1, to) - Math.max(month.start, from) + 1)
}

/** 1 for each month that counts, in the period it belongs to. */
function wholeMonths(span: YearSpan, days: readonly (readonly number[])[]): number[][] {
  const weights = days.map((period) => period.map(() => 0))
  span.months.forEach((month, index) => {
    const active = days.map((period) => period[index]!)
    if (2 * active.reduce((sum, count) => sum + count, 0) < month.days) return
    weights[active.indexOf(Math.max(...active))]![index] = 1
  })
  return weights
}
