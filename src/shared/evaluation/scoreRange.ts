import type { InstrumentItem, Subscale } from '#shared/evaluation/instrumentSchema.ts'

type Scored = Pick<Subscale, 'items' | 'method'>

export interface Range {
  min: number
  max: number
}

/**
 * The lowest and highest score that a subscale can give; null where its items have no ends, and for the T-score of
 * goals, whose ends depend on how many goals are answered.
 */
export function scoreRange(items: readonly InstrumentItem[], { items: keys, method }: Scored): Range | null {
  if (method === 'gas') return null
  if (method === 'favourable') return { min: 0, max: 100 }
  const scales = items.filter(({ key }) => keys.includes(key)).map(({ scale }) => scale)
  if (scales.length === 0 || scales.includes(null)) return null
  const lows = scales.map((scale) => scale!.min)
  const highs = scales.map((scale) => scale!.max)
  return method === 'sum'
    ? { min: sum(lows), max: sum(highs) }
    : { min: sum(lows) / lows.length, max: sum(highs) / highs.length }
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)
