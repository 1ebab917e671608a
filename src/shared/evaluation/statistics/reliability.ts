import { type Figures, momentsOf, varianceOf } from '#shared/evaluation/statistics/describe.ts'

/**
 * Cronbach’s alpha: k / (k - 1) x (1 - sum of the item variances / variance of the sum). A list of figures for each item,
 * in all of them those of the same people, who answered every item; reversed items are turned before. Null for fewer than
 * two items or people, or without spread.
 */
export function cronbachAlpha(items: readonly Figures[]): number | null {
  const people = items[0]?.length ?? 0
  if (items.length < 2 || people < 2) return null
  const sums = new Float64Array(people)
  let apart = 0
  for (const item of items) {
    for (let at = 0; at < people; at += 1) sums[at]! += item[at]!
    apart += varianceOf(momentsOf(item))!
  }
  const total = varianceOf(momentsOf(sums))!
  return total === 0 ? null : (items.length / (items.length - 1)) * (1 - apart / total)
}
