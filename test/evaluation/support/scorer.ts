import type { Instrument, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import type { Answers } from '#shared/evaluation/responsesSchema.ts'
import { answeredFigure, scaleRule } from '#shared/evaluation/scoring/score.ts'

/** Scores a subscale from the answers of one response. */
export function scorer(instrument: Instrument, scale: Subscale): (answers: Answers) => number | null {
  const { items, score } = scaleRule(instrument, scale)
  return (answers) => score((place) => answeredFigure(answers, items[place]!.key))
}
