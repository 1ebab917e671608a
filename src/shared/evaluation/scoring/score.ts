import type { Boundary, Instrument, InstrumentItem, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import type { Answers } from '#shared/evaluation/responsesSchema.ts'
import { goalAttainment } from '#shared/evaluation/scoring/gas.ts'

/** Whether a figure is on the side of a boundary that is meant; the boundary is. */
export const isBeyond = ({ at, direction }: Boundary, value: number): boolean =>
  direction === 'atLeast' ? value >= at : value <= at

/** An answer as it counts in a scale: a reversed item is counted from the other end. */
export function countedValue({ reversed, scale }: InstrumentItem, answer: number): number {
  return reversed && scale ? scale.min + scale.max - answer : answer
}

/** The figure that was answered; NaN for no answer and for text. */
export function answeredFigure(answers: Answers, key: string): number {
  const answer = answers[key]
  return typeof answer === 'number' ? answer : Number.NaN
}

/** How a subscale of an instrument is scored. */
export interface ScaleRule {
  /** The items that count in it. */
  readonly items: readonly InstrumentItem[]
  /** The score, from the figure that was answered to the item at each place of `items`; NaN for none. */
  readonly score: (answerTo: (place: number) => number) => number | null
}

/**
 * The rule of a subscale of one instrument: no score where fewer items are answered than it asks for. A sum is prorated
 * only where it says so; a mean and a share are over the items that were answered.
 */
export function scaleRule(instrument: Instrument, scale: Subscale): ScaleRule {
  const items = instrument.items.filter(({ key }) => scale.items.includes(key))
  const needed = Math.max(1, (scale.missing.answeredShare * items.length) / 10_000)
  const score: ScaleRule['score'] = (answerTo) => {
    let answered = 0
    let total = 0
    let favourable = 0
    const goals: { level: number; weight: number }[] = []
    for (const [place, item] of items.entries()) {
      const answer = answerTo(place)
      if (Number.isNaN(answer)) continue
      const value = countedValue(item, answer)
      answered += 1
      total += value
      if (item.favourable && isBeyond(item.favourable, answer)) favourable += 1
      if (scale.method === 'gas') goals.push({ level: value, weight: scale.weights[item.key] ?? 1 })
    }
    if (answered < needed) return null
    switch (scale.method) {
      case 'sum':
        return scale.missing.prorate ? (total * items.length) / answered : total
      case 'mean':
        return total / answered
      case 'favourable':
        return (100 * favourable) / answered
      case 'gas':
        return goalAttainment(goals)
    }
  }
  return { items, score }
}
