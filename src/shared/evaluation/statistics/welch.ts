import { type Moments, varianceOf } from '#shared/evaluation/statistics/describe.ts'
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
export function welch(first: Moments, second: Moments): Difference | null {
  const a = varianceOf(first)
  const b = varianceOf(second)
  if (a === null || b === null || a + b === 0) return null
  const [partA, partB] = [a / first.n, b / second.n]
  const error = Math.sqrt(partA + partB)
  const degrees = (partA + partB) ** 2 / (partA ** 2 / (first.n - 1) + partB ** 2 / (second.n - 1))
  const difference = first.mean - second.mean
  const t = difference / error
  return {
    mean: difference,
    interval: studentInterval(difference, error, degrees),
    t,
    degrees,
    p: studentTwoSided(t, degrees),
  }
}
