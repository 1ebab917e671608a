import { variance } from '#shared/evaluation/statistics/describe.ts'

/**
 * Cronbach’s alpha: k / (k - 1) x (1 - sum of the item variances / variance of the sum). A row for each person who
 * answered every item; reversed items are turned before. Null for fewer than two items or people, or without spread.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0
  if (items < 2 || rows.length < 2) return null
  const total = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)))!
  if (total === 0) return null
  let apart = 0
  for (let item = 0; item < items; item += 1) apart += variance(rows.map((row) => row[item]!))!
  return (items / (items - 1)) * (1 - apart / total)
}
