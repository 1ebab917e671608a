/** Figures in a list, or in a typed array as those of a large wave are. */
export type Figures = ArrayLike<number>

// Loops, because sums run over every answer of a wave for each of its groups.

export function mean(values: Figures): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at]!
  return sum / values.length
}

/** What means are tested by: how many figures, their mean, and the sum of the squared distances from it. */
export interface Moments {
  readonly n: number
  readonly mean: number
  readonly squares: number
}

export function momentsOf(values: Figures): Moments {
  const centre = mean(values)
  let squares = 0
  for (let at = 0; at < values.length; at += 1) squares += (values[at]! - centre) ** 2
  return { n: values.length, mean: centre, squares }
}

/** Of all but a part of the figures, without going over them again (Chan, Golub and LeVeque’s update turned round). */
export function momentsWithout(all: Moments, part: Moments): Moments {
  const n = all.n - part.n
  const centre = (all.n * all.mean - part.n * part.mean) / n
  const squares = all.squares - part.squares - ((part.n * n) / all.n) * (part.mean - centre) ** 2
  // Where the rest are all alike, only what rounding leaves is left.
  return { n, mean: centre, squares: squares > all.squares * noSpread ? squares : 0 }
}

const noSpread = 1e-13

/** The variance of a sample (n - 1); null for fewer than two values. */
export const varianceOf = ({ n, squares }: Moments): number | null => (n < 2 ? null : squares / (n - 1))

/** The standard deviation of a sample (n - 1); null for fewer than two values. */
export function standardDeviation(values: Figures): number | null {
  const spread = varianceOf(momentsOf(values))
  return spread === null ? null : Math.sqrt(spread)
}

/** The quantile of values in ascending order by Hyndman and Fan’s type 7, as R and Excel’s QUARTILE.INC give it. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (place - below)
}
