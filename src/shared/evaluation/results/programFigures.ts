import { everybody } from '#shared/evaluation/groups.ts'
import { waveKey, waveYear } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'

/**
 * The figures of everybody in some years but for a coach’s own; null where those of everybody may not be shown. What
 * they tell follows from the figures of everybody and of the coach, which are shown.
 */
export function programFigures(
  evidence: Evidence,
  measure: string,
  years: readonly number[],
  without: ReadonlySet<number> = new Set(),
): { figures: number[] } | null {
  const keys = evidence.waves
    .filter((wave) => years.includes(waveYear(wave)))
    .map(({ administration }) => waveKey(administration.id, everybody))
  if (!keys.every((key) => ['shown', 'empty'].includes(evidence.verdictOf(measure, key)))) return null
  const members = keys.flatMap((key) => evidence.members(key)).filter((number) => !without.has(number))
  return { figures: evidence.figures(measure, members) }
}
