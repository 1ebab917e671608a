import { everybody } from '#shared/evaluation/groups.ts'
import { waveKey } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Reliability } from '#shared/evaluation/resultSchema.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import { countedValue } from '#shared/evaluation/scoring/score.ts'
import { itemMeasure, type ScoredWave, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'
import { cronbachAlpha } from '#shared/evaluation/statistics/reliability.ts'

/** Cronbach’s alpha of each scale that adds up items, over the people of each wave who answered all of them. */
export function reliabilityOf(evidence: Evidence, waves: readonly ScoredWave[]): Reliability[] {
  return waves.flatMap((wave) =>
    wave.instrument.subscales
      .filter(({ items, method }) => items.length > 1 && (method === 'sum' || method === 'mean'))
      .map((scale): Reliability => {
        const measure = subscaleMeasure(scale.key)
        const about = { administrationId: wave.administration.id, measure, items: scale.items.length }
        const hidden = hiddenReason(evidence, measure, waveKey(wave.administration.id, everybody))
        if (hidden) return { ...about, n: null, hidden, alpha: null }
        const complete = completeColumns(wave, scale.items)
        const n = complete[0]?.length ?? 0
        return n < evidence.minimum
          ? { ...about, n: null, hidden: 'small', alpha: null }
          : { ...about, n, hidden: null, alpha: cronbachAlpha(complete) }
      }),
  )
}

/** The figures of each item, of those who answered all. */
function completeColumns({ instrument, counted, figures }: ScoredWave, keys: readonly string[]): Float64Array[] {
  const items = instrument.items
    .filter(({ key, kind }) => kind !== 'text' && keys.includes(key))
    .map((item) => ({ item, column: figures.get(itemMeasure(item.key))! }))
  const answered: number[] = []
  for (let at = 0; at < counted.length; at += 1)
    if (items.every(({ column }) => !Number.isNaN(column[at]))) answered.push(at)
  return items.map(({ item, column }) => {
    const complete = new Float64Array(answered.length)
    answered.forEach((at, place) => {
      complete[place] = countedValue(item, column[at]!)
    })
    return complete
  })
}
