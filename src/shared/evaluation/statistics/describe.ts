/** Figures in a list, or in a typed array as those of a large wave are. */
export type Figures = ArrayLike<number>

// Loops, because sums run over every answer of a wave for each of its groups.

export function mean(values: Figures): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at]!
  return sum / values.length
}

/** The variance of a sample (n - 1); null for fewer than two values. */
export function variance(values: Figures): number | null {
  if (values.length < 2) return null
  const centre = mean(values)
  let squares = 0
  for (let at = 0; at < values.length; at += 1) squares += (values[at]! - centre) ** 2
  return squares / (values.length - 1)
}

/** The standard deviation of a sample (n - 1); null for fewer than two values. */
export function standardDeviation(values: Figures): number | null {
  const spread = variance(values)
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
