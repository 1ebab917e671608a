import type { Boundary, Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { isBeyond } from '#shared/evaluation/scoring/score.ts'
import { itemMeasure, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'

/**
 * A way for answers to be alike. The figure of a group whose answers are all alike tells what each of them answered,
 * however many they are.
 */
export interface Likeness {
  /** What an answer counts as; NaN where being alike in it harms nobody. */
  readonly of: (response: number) => number
  /** What a change counts as; NaN where being alike in it harms nobody. */
  readonly ofChange: (before: number, after: number) => number
  /** Groups of so many people may be alike. */
  readonly below: number
}

/**
 * Of fewer people it is no accident of a large group that all answered the same, but the answer of each. The guidance on
 * percentages of small groups draws its first line here too: NCES 2011-603 gives the ends of the range only as "20 % or
 * less" for groups of up to 20.
 */
export const alikeBelow = 20

/**
 * In which ways the answers of a measure may be alike: the same figure, and where they are about well-being, however
 * many the people are; of well-being also the worse side of a cut point, whatever the figures. That nobody is on it is no
 * secret of anybody, so 0 % may stand.
 * @param figure of a response, NaN where it has none
 */
export function likenessesOf(
  measure: string,
  instrument: Instrument,
  figure: (response: number) => number,
): Likeness[] {
  const isSensitive = instrument.dataClass === 'wellBeing'
  const same: Likeness = {
    of: figure,
    // To six decimals: two changes by one point may differ in the last digits that a double has.
    ofChange: (before, after) => Math.round(1e6 * (figure(after) - figure(before))) / 1e6,
    below: isSensitive ? Number.POSITIVE_INFINITY : alikeBelow,
  }
  const sides = isSensitive ? sidesOf(measure, instrument) : []
  return [
    same,
    ...sides.map((sideOf): Likeness => ({
      of: (response) => sideOf(figure(response)),
      ofChange: () => Number.NaN,
      below: Number.POSITIVE_INFINITY,
    })),
  ]
}

type SideOf = (figure: number) => number

function sidesOf(measure: string, { subscales, items }: Instrument): SideOf[] {
  const item = items.find(({ key }) => itemMeasure(key) === measure)
  // The only item of a scale says as much as the scale does.
  const scales = subscales.filter(
    ({ key, items: own, method }) =>
      subscaleMeasure(key) === measure ||
      (item !== undefined && !item.reversed && method !== 'favourable' && own.length === 1 && own[0] === item.key),
  )
  return [
    ...scales.flatMap(({ cuts, better }) => cuts.map((cut) => sideOf(cut, worseSide(cut, better)))),
    ...(item?.favourable ? [sideOf(item.favourable, 'short')] : []),
  ]
}

type Side = 'beyond' | 'short'

/** Null where nothing says which side is the worse: then both are kept. */
function worseSide({ direction }: Boundary, better: 'higher' | 'lower' | null): Side | null {
  if (better === null) return null
  return (direction === 'atLeast') === (better === 'higher') ? 'short' : 'beyond'
}

const sideOf =
  (boundary: Boundary, worse: Side | null): SideOf =>
  (figure) => {
    const side: Side = isBeyond(boundary, figure) ? 'beyond' : 'short'
    if (worse !== null && side !== worse) return Number.NaN
    return side === 'beyond' ? 1 : 0
  }
