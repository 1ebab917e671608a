import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Measure } from '#shared/evaluation/resultSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { answeredFigure, scorer } from '#shared/evaluation/scoring/score.ts'

/** A wave as it was collected, with the version of the instrument that it was held with. */
export interface WaveData {
  readonly administration: Administration
  readonly instrument: Instrument
  readonly responses: readonly Response[]
}

/** A wave whose counted responses are scored by that version. */
export interface ScoredWave extends WaveData {
  readonly counted: readonly Response[]
  /** A figure for each counted response by measure; NaN where there is none. */
  readonly figures: ReadonlyMap<string, Float64Array>
}

export const subscaleMeasure = (key: string): string => `scale:${key}`
export const itemMeasure = (key: string): string => `item:${key}`

/** What an instrument measures: its scales first, then its items but for those of text. */
export function measuresOf({ subscales, items }: Instrument): Measure[] {
  return [
    ...subscales.map(({ key, name, range, better }): Measure => ({
      key: subscaleMeasure(key),
      name,
      kind: 'subscale',
      range,
      better,
    })),
    ...items
      .filter(({ kind }) => kind !== 'text')
      .map(({ key, text, scale }): Measure => ({
        key: itemMeasure(key),
        name: text || key,
        kind: 'item',
        range: scale && { min: scale.min, max: scale.max },
        better: null,
      })),
  ]
}

export function scoreWave(wave: WaveData): ScoredWave {
  const { instrument, responses } = wave
  const counted = responses.filter(({ state }) => state === 'counted')
  const figures = new Map<string, Float64Array>()
  for (const scale of instrument.subscales) {
    const score = scorer(instrument, scale)
    figures.set(
      subscaleMeasure(scale.key),
      Float64Array.from(counted, ({ answers }) => score(answers) ?? Number.NaN),
    )
  }
  for (const { key, kind } of instrument.items)
    if (kind !== 'text')
      figures.set(
        itemMeasure(key),
        Float64Array.from(counted, ({ answers }) => answeredFigure(answers, key) ?? Number.NaN),
      )
  return { ...wave, counted, figures }
}
