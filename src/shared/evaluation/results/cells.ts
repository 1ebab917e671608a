import { answerScale } from '#shared/evaluation/answerScale.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { waveKey } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Cell, Measure } from '#shared/evaluation/resultSchema.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import { itemMeasure, type ScoredWave, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'
import { type Counted, summarise } from '#shared/evaluation/summarise.ts'

/** The figures of some waves and groups, each wave by the version of the instrument that it was held with. */
export function cellsOf(
  evidence: Evidence,
  waves: readonly ScoredWave[],
  measures: readonly Measure[],
  groups: readonly string[],
): Cell[] {
  return waves.flatMap((wave) => {
    const counted = countedOf(wave.instrument)
    return measures.flatMap(({ key }) => {
      const counts = counted.get(key)
      return counts ? groups.map((group) => cell(evidence, wave, group, key, counts)) : []
    })
  })
}

function cell(
  evidence: Evidence,
  { administration }: ScoredWave,
  group: string,
  measure: string,
  counted: Counted,
): Cell {
  const key = waveKey(administration.id, group)
  const hidden = hiddenReason(evidence, measure, key)
  const about = { administrationId: administration.id, group, measure, hidden }
  if (hidden) return { ...about, n: null, summary: null }
  const figures = evidence.figures(measure, evidence.members(key))
  return { ...about, n: figures.length, summary: figures.length === 0 ? null : summarise(figures, counted) }
}

function countedOf({ subscales, items }: Instrument): Map<string, Counted> {
  return new Map<string, Counted>([
    ...subscales.map(({ key, cuts }) => [subscaleMeasure(key), { cuts, favourable: null, scale: null }] as const),
    ...items
      .filter(({ kind }) => kind !== 'text')
      .map((item) => {
        const { key, favourable } = item
        return [itemMeasure(key), { cuts: [], favourable, scale: answerScale(item) }] as const
      }),
  ])
}
