import { mean, variance } from '#shared/evaluation/statistics/describe.ts'
import { studentTwoSided } from '#shared/evaluation/statistics/distributions.ts'
import { type Interval, studentInterval } from '#shared/evaluation/statistics/interval.ts'

export interface Difference {
  /** Of the first group less the second. */
  mean: number
  interval: Interval
  t: number
  /** By Welch and Satterthwaite: seldom whole. */
  degrees: number
  p: number
}

/** Two independent groups, whose spreads need not be equal; null where a group has one value or neither has a spread. */
export function welch(first: readonly number[], second: readonly number[]): Difference | null {
  const a = variance(first)
  const b = variance(second)
  if (a === null || b === null || a + b === 0) return null
  const [partA, partB] = [a / first.length, b / second.length]
  const error = Math.sqrt(partA + partB)
  const degrees = (partA + partB) ** 2 / (partA ** 2 / (first.length - 1) + partB ** 2 / (second.length - 1))
  const difference = mean(first) - mean(second)
  const t = difference / error
  return {
    mean: difference,
    interval: studentInterval(difference, error, degrees),
    t,
    degrees,
    p: studentTwoSided(t, degrees),
  }
}
