import { type Figures, mean, standardDeviation } from '#shared/evaluation/statistics/describe.ts'
import { studentTwoSided } from '#shared/evaluation/statistics/distributions.ts'
import { type Interval, studentInterval } from '#shared/evaluation/statistics/interval.ts'
import { type Wilcoxon, wilcoxonSignedRank } from '#shared/evaluation/statistics/wilcoxon.ts'

export interface PairedChange {
  before: number
  after: number
  /** Of the differences, after less before. */
  mean: number
  /** Of the differences, n - 1. */
  sd: number
  interval: Interval
  /** Null where everybody changed by the same: there is no spread to hold it against. */
  t: number | null
  degrees: number
  p: number | null
  wilcoxon: Wilcoxon | null
  /** Mean difference over the SD of the differences. */
  dz: number | null
  /** Mean difference over the mean of the SDs of the two waves. */
  dav: number | null
}

const noSpread = 1e-12

/** The change of the same people from one time to another; null for fewer than two people. */
export function pairedChange(before: Figures, after: Figures): PairedChange | null {
  if (before.length !== after.length) throw new Error('Pairs need a figure before and one after for each person.')
  const degrees = before.length - 1
  if (degrees < 1) return null
  const differences = new Float64Array(before.length)
  for (let at = 0; at < before.length; at += 1) differences[at] = after[at]! - before[at]!
  const change = mean(differences)
  const sd = standardDeviation(differences)!
  const error = sd / Math.sqrt(differences.length)
  const spread = sd > noSpread
  const waves = (standardDeviation(before)! + standardDeviation(after)!) / 2
  const t = spread ? change / error : null
  return {
    before: mean(before),
    after: mean(after),
    mean: change,
    sd,
    interval: studentInterval(change, error, degrees),
    t,
    degrees,
    p: t === null ? null : studentTwoSided(t, degrees),
    wilcoxon: wilcoxonSignedRank(differences),
    dz: spread ? change / sd : null,
    dav: waves > noSpread ? change / waves : null,
  }
}
