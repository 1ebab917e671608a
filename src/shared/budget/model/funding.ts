import { toDay } from '#shared/calculation/units.ts'
import type { FundShares, ItemOf } from '#shared/budget/itemSchemas.ts'

/** What no fund pays: costs without a fund, shares that do not make 100 %, costs outside a fund's days. */
export const noFund = 'No fund'

/** A fund as tables need it, with its first and last day as serial numbers. */
export interface FundTerms {
  key: string
  label: string
  starts: number | null
  ends: number | null
  appliesCap: boolean
}

/** The part of a cost that one fund pays, as shares running up in basis points. */
export interface FundPart {
  /** The label of a fund, or `noFund`. */
  fund: string
  through: number
  before: number
  capped: boolean
}

export interface Funding {
  /** The days on which another fund begins to pay or stops. */
  cuts: readonly number[]
  capped: boolean
  partsOn: (day: number) => readonly FundPart[]
  /** The parts of a cost of the whole year: a fund pays where it runs on some day of it. */
  partsIn: (span: { first: number; last: number }) => readonly FundPart[]
}

export function fundTerms(
  funds: readonly ItemOf<'fund'>[],
  labels: ReadonlyMap<string, string>,
): Map<string, FundTerms> {
  return new Map(
    funds.map(({ key, content: { startsOn, endsOn, appliesCap } }) => [
      key,
      {
        key,
        label: labels.get(key)!,
        starts: startsOn === null ? null : toDay(startsOn),
        ends: endsOn === null ? null : toDay(endsOn),
        appliesCap,
      },
    ]),
  )
}

/** Whether a fund runs on some day of these. */
export const runsIn = (
  { starts, ends }: Pick<FundTerms, 'starts' | 'ends'>,
  { first, last }: { first: number; last: number },
): boolean => (starts === null || starts <= last) && (ends === null || ends >= first)

/**
 * Who pays which part. A fund pays within its days; outside them, and where shares do not reach 100 %, the part stays
 * with no fund, so that a cost is never lost. What goes over 100 % is cut off at the whole, and is a problem of its own.
 */
export function fundingOf(shares: FundShares, terms: ReadonlyMap<string, FundTerms>): Funding {
  const parts: { fund: FundTerms | null; through: number; before: number }[] = []
  let before = 0
  for (const { fund, share } of shares) {
    const through = Math.min(10_000, before + share)
    if (through > before) parts.push({ fund: terms.get(fund) ?? null, through, before })
    before = through
  }
  if (before < 10_000) parts.push({ fund: null, through: 10_000, before })
  const partsIn = (days: { first: number; last: number }): FundPart[] =>
    parts.map(({ fund, through, before }) => {
      const pays = fund !== null && runsIn(fund, days)
      return { fund: pays ? fund.label : noFund, through, before, capped: pays && fund.appliesCap }
    })
  const onDay = new Map<number, FundPart[]>()
  return {
    cuts: parts.flatMap(({ fund }) => (fund === null ? [] : edgesOf(fund))),
    capped: parts.some(({ fund }) => fund?.appliesCap),
    partsOn: (day) => {
      const known = onDay.get(day) ?? partsIn({ first: day, last: day })
      onDay.set(day, known)
      return known
    },
    partsIn,
  }
}

const edgesOf = ({ starts, ends }: FundTerms): number[] => [
  ...(starts === null ? [] : [starts]),
  ...(ends === null ? [] : [ends + 1]),
]
