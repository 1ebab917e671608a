/** Money in integer cents of a US dollar: sums are exact, and a printed total equals its column. */
export type Cents = number

/** "$1,234.50", or "$1,234" where the cents do not matter; a minus sign before the dollar. */
export function formatMoney(cents: Cents, options: { cents: boolean } = { cents: true }): string {
  const absolute = Math.abs(options.cents ? cents : Math.round(cents / 100) * 100)
  const dollars = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const tail = options.cents ? `.${String(absolute % 100).padStart(2, '0')}` : ''
  return `${cents < 0 && absolute > 0 ? '-' : ''}$${dollars}${tail}`
}

/** Reads "1,234.5", "$1234.50", "(12.00)" or "-12"; null where it is no amount or has fractions of a cent. */
export function parseMoney(text: string): Cents | null {
  // A comma that sets no thousands apart is a decimal one elsewhere: 34,50 is not 3,450.
  if (/,(?!\d{3}(?!\d))/.test(text)) return null
  const clean = text.trim().replace(/[$,\s]/g, '')
  const negative = /^\(.*\)$/.test(clean) || clean.startsWith('-')
  const match = /^(\d{1,12})(?:\.(\d{0,2})0*)?$/.exec(clean.replace(/^[-(]|\)$/g, ''))
  if (!match) return null
  const cents = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return negative && cents > 0 ? -cents : cents
}
