import type { Figures } from '#shared/evaluation/statistics/describe.ts'
import { normalTwoSided } from '#shared/evaluation/statistics/distributions.ts'

export interface Wilcoxon {
  /** The smaller of the two rank sums. */
  w: number
  p: number
  /** By the exact distribution; otherwise by the normal one, corrected for ties and continuity. */
  exact: boolean
  /** Who changed at all: differences of zero are dropped, as Wilcoxon did. */
  n: number
}

const mostExact = 50
// Means of answers differ in the last digits of a double where they are equal on paper.
const sameWithin = 1e-9

/**
 * The signed-rank test of paired differences, two-sided. Exact up to 50 differences with neither ties nor zeros, as R
 * and scipy decide; null where nobody changed.
 */
export function wilcoxonSignedRank(differences: Figures): Wilcoxon | null {
  const ups: number[] = []
  const downs: number[] = []
  for (let at = 0; at < differences.length; at += 1) {
    const difference = differences[at]!
    if (difference > sameWithin) ups.push(difference)
    else if (difference < -sameWithin) downs.push(-difference)
  }
  const n = ups.length + downs.length
  if (n === 0) return null
  const all = new Float64Array(n)
  all.set(ups)
  all.set(downs, ups.length)
  const { up, tied } = rankSums(new Float64Array(ups), all)
  const w = Math.min(up, (n * (n + 1)) / 2 - up)
  const exact = n <= mostExact && tied === 0 && n === differences.length
  return { w, p: exact ? exactP(w, n) : normalP(up, n, tied), exact, n }
}

/**
 * The sum of the ranks of some values among all, from 1, where equals have their mean rank; and the sum of t^3 - t over
 * the groups of equals.
 */
function rankSums(some: Float64Array, all: Float64Array): { up: number; tied: number } {
  some.sort()
  all.sort()
  let up = 0
  let tied = 0
  let passed = 0
  for (let from = 0; from < all.length;) {
    let to = from + 1
    while (to < all.length && all[to]! - all[to - 1]! <= sameWithin) to += 1
    const before = passed
    while (passed < some.length && some[passed]! <= all[to - 1]!) passed += 1
    up += (passed - before) * ((from + 1 + to) / 2)
    tied += (to - from) ** 3 - (to - from)
    from = to
  }
  return { up, tied }
}

/** Twice the share of the 2^n sign patterns whose rank sum is `w` or less. */
function exactP(w: number, n: number): number {
  const ways = Array.from({ length: (n * (n + 1)) / 2 + 1 }, (_, sum) => Number(sum === 0))
  for (let place = 1; place <= n; place += 1)
    for (let sum = ways.length - 1; sum >= place; sum -= 1) ways[sum]! += ways[sum - place]!
  const few = ways.slice(0, w + 1).reduce((sum, patterns) => sum + patterns, 0)
  return Math.min(1, (2 * few) / 2 ** n)
}

function normalP(up: number, n: number, tied: number): number {
  const offset = up - (n * (n + 1)) / 4
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tied / 48)
  return spread === 0 ? 1 : normalTwoSided((offset - 0.5 * Math.sign(offset)) / spread)
}
