export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The variance of a sample (n - 1); null for fewer than two values. */
export function variance(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

/** The standard deviation of a sample (n - 1); null for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
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
