import { type Moments, varianceOf } from '#shared/evaluation/statistics/describe.ts'
import { studentCritical } from '#shared/evaluation/statistics/distributions.ts'

export interface Interval {
  low: number
  high: number
}

const outside = 0.05

/** The 95 % interval of Student’s t around an estimate. */
export function studentInterval(estimate: number, standardError: number, degrees: number): Interval {
  const reach = standardError === 0 ? 0 : studentCritical(outside, degrees) * standardError
  return { low: estimate - reach, high: estimate + reach }
}

/** The 95 % interval of a mean; null for fewer than two values. */
export function meanInterval(moments: Moments): Interval | null {
  const variance = varianceOf(moments)
  return variance === null ? null : studentInterval(moments.mean, Math.sqrt(variance / moments.n), moments.n - 1)
}

/** An interval of a mean as far as its scale goes, for people to read: no mean lies beyond the ends. */
export function withinScale(interval: Interval | null, range: { min: number; max: number } | null): Interval | null {
  return interval && range
    ? { low: Math.max(interval.low, range.min), high: Math.min(interval.high, range.max) }
    : interval
}
