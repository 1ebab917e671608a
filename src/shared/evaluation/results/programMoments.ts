import { everybody } from '#shared/evaluation/groups.ts'
import { waveKey, waveYear } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { type Moments, momentsOf } from '#shared/evaluation/statistics/describe.ts'

/** The figures of everybody in some years, worked out once; null where they may not be shown. */
export function programMoments(evidence: Evidence, measure: string): (years: readonly number[]) => Moments | null {
  const known = new Map<string, Moments | null>()
  return (years) => {
    const about = years.join(' ')
    const before = known.get(about)
    if (before !== undefined) return before
    const keys = evidence.waves
      .filter((wave) => years.includes(waveYear(wave)))
      .map(({ administration }) => waveKey(administration.id, everybody))
    const isShown = keys.every((key) => ['shown', 'empty'].includes(evidence.verdictOf(measure, key)))
    const members = keys.flatMap((key) => evidence.members(key))
    const found = isShown ? momentsOf(evidence.figures(measure, members)) : null
    known.set(about, found)
    return found
  }
}
