/** "23.9": integer hundredths as people write them. */
export const formatHundredths = (value: number): string =>
  (value / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })

/** Reads "23.9", "1,250" or ".5" as integer hundredths; null where it is no number or has more than two decimals. */
export function parseHundredths(text: string): number | null {
  const match = /^(\d{0,9})(?:\.(\d{0,2})0*)?$/.exec(text.replace(/[,\s]/g, ''))
  if (!match || (!match[1] && !match[2])) return null
  return Number(match[1] || '0') * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
