import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Measure } from '#shared/evaluation/resultSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { answeredFigure, scaleRule } from '#shared/evaluation/scoring/score.ts'

/** A response whose answers stand in the columns of its wave. */
export type ScoredResponse = Omit<Response, 'answers'>

/** A wave as it was collected, with the version of the instrument that it was held with. */
export interface WaveData {
  readonly administration: Administration
  readonly instrument: Instrument
  readonly responses: readonly ScoredResponse[]
}

/** A wave whose counted responses are scored by that version. The answers stand in columns only. */
export interface ScoredWave extends WaveData {
  readonly counted: readonly ScoredResponse[]
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

export function scoreWave({
  administration,
  instrument,
  responses,
}: Omit<WaveData, 'responses'> & { readonly responses: readonly Response[] }): ScoredWave {
  const counted = responses.filter(({ state }) => state === 'counted')
  const columns = answerColumns(instrument, counted)
  const scales = instrument.subscales.map((scale): [string, Float64Array] => {
    const { items, score } = scaleRule(instrument, scale)
    const own = items.map(({ key }) => columns.get(itemMeasure(key)))
    const figures = new Float64Array(counted.length)
    for (let at = 0; at < figures.length; at += 1)
      figures[at] = score((place) => own[place]?.[at] ?? Number.NaN) ?? Number.NaN
    return [subscaleMeasure(scale.key), figures]
  })
  const known = new Map(responses.map(({ answers: _, ...scored }) => [scored.id, scored]))
  return {
    administration,
    instrument,
    responses: [...known.values()],
    counted: counted.map(({ id }) => known.get(id)!),
    figures: new Map([...scales, ...columns]),
  }
}

/** What was answered to each item that is answered by a figure, response by response. */
function answerColumns({ items }: Instrument, responses: readonly Response[]): Map<string, Float64Array> {
  const columns = items
    .filter(({ kind }) => kind !== 'text')
    .map(({ key }) => ({ key, column: new Float64Array(responses.length) }))
  // One response after the other: what one answered lies together.
  for (const [at, { answers }] of responses.entries())
    for (const { key, column } of columns) column[at] = answeredFigure(answers, key)
  return new Map(columns.map(({ key, column }) => [itemMeasure(key), column]))
}
