import * as z from 'zod'

/** A share in integer basis points: 10,000 is 1.00 FTE or 100 %. Never a float, so that sums are exact. */
export type BasisPoints = number

/** An effort of 0 to 1.0 FTE in basis points. */
export const effortSchema = z.int().min(0).max(10_000)

/** "0.10": an effort as FTE, two decimals at least, four where they matter. */
export function formatEffort(effort: BasisPoints): string {
  const [whole, fraction = ''] = (effort / 10_000).toFixed(4).split('.')
  return `${whole}.${fraction.replace(/0{1,2}$/, '')}`
}

/** Reads "0.1", ".1", "10%" or "10 %" as basis points; null where it is no share or has more than four decimals. */
export function parseEffort(text: string): BasisPoints | null {
  const match = /^(\d*)(?:\.(\d*))?\s*(%?)$/.exec(text.trim())
  if (!match || (!match[1] && !match[2])) return null
  const decimals = match[3] ? 2 : 4
  const fraction = match[2] ?? ''
  if (fraction.replace(/0+$/, '').length > decimals) return null
  return Number(match[1] || '0') * 10 ** decimals + Number(fraction.slice(0, decimals).padEnd(decimals, '0') || '0')
}
