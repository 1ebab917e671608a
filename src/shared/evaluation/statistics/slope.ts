export interface WeightedPoint {
  x: number
  y: number
  weight: number
}

/** The slope of the weighted least-squares line; null where all points stand at one x. */
export function weightedSlope(points: readonly WeightedPoint[]): number | null {
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  const centre = (of: (point: WeightedPoint) => number) =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0) / total
  const [x, y] = [centre((point) => point.x), centre((point) => point.y)]
  const spread = points.reduce((sum, point) => sum + point.weight * (point.x - x) ** 2, 0)
  if (!(spread > 0)) return null
  return points.reduce((sum, point) => sum + point.weight * (point.x - x) * (point.y - y), 0) / spread
}
