import type { Boundary, Instrument, InstrumentItem, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import { itemMeasure, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { Goal } from '#shared/program/design/goals.ts'

/** Which figure of an instrument a goal is held to: a mean, or the percent of people beyond a boundary. */
export interface GoalMeasure {
  readonly measure: string
  readonly boundary: Boundary | null
  /** Which way the figure is better, as the scale says; null where it does not. */
  readonly better: Better
  /** "Overall rating, mean", "Burned out, percent of people". */
  readonly words: string
}

type Better = Subscale['better']

/** More people beyond a cut point are better where the side that is meant is the scale’s better one. */
function betterShare({ direction }: Boundary, better: Better): Better {
  if (better === null) return null
  return (direction === 'atLeast') === (better === 'higher') ? 'higher' : 'lower'
}

/** Which way an item is better follows from the answers that are favourable. */
function betterAnswer({ favourable }: InstrumentItem): Better {
  if (favourable === null) return null
  return favourable.direction === 'atLeast' ? 'higher' : 'lower'
}

const folded = (text: string): string => foldText(tidyText(text))
const names = (text: string, name: string): boolean => folded(name) !== '' && folded(text).includes(folded(name))

/** The instrument that a goal of question 1 names, by its name or key. */
export function instrumentOf<I extends Pick<Instrument, 'key' | 'name'>>(
  goal: Goal,
  instruments: readonly I[],
): I | null {
  const wanted = folded(goal.instrument)
  if (wanted === '') return null
  return (
    instruments.find(({ key, name }) => folded(name) === wanted || folded(key) === wanted) ??
    instruments.find(({ name }) => names(goal.instrument, name) || names(name, goal.instrument)) ??
    null
  )
}

/**
 * The figure that the words of a goal mean. A goal in percent is held to a cut point or to favourable answers, any other
 * to a mean. What the measure names comes first; where it names nothing, the first scale of the instrument.
 */
export function measureOf({ measure, unit }: Goal, { subscales, items }: Instrument): GoalMeasure | null {
  const percent = folded(unit).startsWith('%') || folded(unit).startsWith('percent')
  const means = [
    ...subscales.map(({ key, name, method, better }) => ({
      name,
      asPercent: method === 'favourable',
      found: { measure: subscaleMeasure(key), boundary: null, better, words: `${name}, mean` },
    })),
    ...items
      .filter(({ kind, text }) => kind !== 'text' && text !== '')
      .map((item) => ({
        name: item.text,
        asPercent: false,
        found: {
          measure: itemMeasure(item.key),
          boundary: null,
          better: betterAnswer(item),
          words: `“${item.text}”, mean`,
        },
      })),
  ]
  const shares = [
    ...subscales.flatMap(({ key, name, cuts, better }) =>
      cuts.map((cut) => ({
        name: cut.name,
        of: name,
        found: {
          measure: subscaleMeasure(key),
          boundary: cut,
          better: betterShare(cut, better),
          words: `${name}: ${cut.name}, percent of people`,
        },
      })),
    ),
    ...items.flatMap(({ key, text, favourable }) =>
      favourable && text !== ''
        ? [
            {
              name: text,
              of: text,
              found: {
                measure: itemMeasure(key),
                boundary: favourable,
                better: 'higher' as const,
                words: `“${text}”, percent favourable`,
              },
            },
          ]
        : [],
    ),
  ]
  if (!percent) return (means.find(({ name }) => names(measure, name)) ?? means.at(0))?.found ?? null
  const named =
    shares.find(({ name }) => names(measure, name)) ??
    means.find(({ name, asPercent }) => asPercent && names(measure, name)) ??
    shares.find(({ of }) => names(measure, of))
  return (named ?? means.find(({ asPercent }) => asPercent) ?? shares.at(0))?.found ?? null
}
