import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeBelow, type Likeness, likenessesOf } from '#shared/evaluation/protection/likeness.ts'
import { partition } from '#shared/evaluation/protection/partition.ts'
import { changePublication } from '#shared/evaluation/protection/publication.ts'
import { followsFrom } from '#test/evaluation/support/fractions.ts'
import { cellsOf, decide, rowOf, shownOf, table, wave } from '#test/evaluation/support/tables.ts'
import { shippedInstrument } from '#test/evaluation/support/waves.ts'

const sameFigure = (figures: readonly number[], below = alikeBelow): Likeness => ({
  of: (response) => figures[response]!,
  ofChange: (before, after) => figures[after]! - figures[before]!,
  below,
})

/** What becomes of the cells of a table whose respondents gave these figures. */
function verdictsOf(cells: Record<string, number[]>, below?: number) {
  const respondents = wave(Object.fromEntries(Object.entries(cells).map(([cell, { length }]) => [cell, length])))
  const people = respondents.map(({ person }) => person)
  return decide(people, table(respondents), [], [], [sameFigure(Object.values(cells).flat(), below)])
}

describe('a group that answered alike', () => {
  test('is hidden, and so is what it could be worked out from', () => {
    const verdicts = verdictsOf({ 'MS1 North': [5, 5, 5, 5, 5], 'MS2 North': [1, 2, 3, 4, 5] })
    expect(['all', 'MS1', 'MS2'].map((key) => verdicts.get(key))).toEqual(['shown', 'complement', 'complement'])
  })

  test('is hidden where the others are shown before it, and it is what is left', () => {
    const verdicts = verdictsOf({ 'MS1 North': [1, 2, 3, 4, 5, 6], 'MS2 North': [5, 5, 5], 'MS3 North': [5, 5, 5] })
    expect(verdicts.get('MS1')).toBe('complement')
  })

  test('is shown where one answered otherwise', () => {
    const verdicts = verdictsOf({ 'MS1 North': [5, 5, 5, 5, 4], 'MS2 North': [1, 2, 3, 4, 5] })
    expect(['all', 'MS1', 'MS2'].map((key) => verdicts.get(key))).toEqual(['shown', 'shown', 'shown'])
  })

  test('is shown where it is large, unless its answers are never shown alike', () => {
    const alike = Array.from({ length: alikeBelow }, () => 5)
    expect(verdictsOf({ 'MS1 North': alike }).get('MS1')).toBe('shown')
    expect(verdictsOf({ 'MS1 North': alike }, Number.POSITIVE_INFINITY).get('MS1')).toBe('complement')
  })

  test('may not be one that changed alike', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'c', 'd', 'e']
    const figures = [1, 2, 3, 4, 5, 0, 1, 2, 3, 4]
    const before = [0, 1, 2, 3, 4]
    const after = [5, 6, 7, 8, 9]
    const pairs = before.map((at) => [at, at + 5] as const)
    const change = changePublication('change', before, after)
    expect(decide(people, [change], [], pairs, [sameFigure(figures)]).get('change')).toBe('complement')
    expect(decide(people, [change], [], pairs, [sameFigure(figures.with(9, 5))]).get('change')).toBe('shown')
  })

  test('cannot be solved for from any table with its totals', () => {
    const cells = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain((size) => cellsOf(...size))
    fc.assert(
      fc.property(
        cells,
        fc.array(fc.integer({ min: 4, max: 5 }), { minLength: 120, maxLength: 120 }),
        (counts, drawn) => {
          const respondents = wave(counts)
          const people = respondents.map(({ person }) => person)
          const all = table(respondents)
          // A cell in two answers alike, so that it happens often.
          const figures = respondents.map(({ level, site }, at) =>
            `${level}${site}`.charCodeAt(1) % 2 === 0 ? 5 : drawn[at]!,
          )
          const shown = shownOf(all, decide(people, all, [], [], [sameFigure(figures)]))
          const follows = followsFrom(shown.map((one) => rowOf(one, people.length)))
          const parts = partition(people, all).atoms.map(({ responses }) => responses)
          for (const figure of new Set(figures)) {
            const alike = parts.filter((responses) => responses.every((response) => figures[response] === figure))
            for (let chosen = 1; chosen < 2 ** alike.length; chosen += 1) {
              const set = new Set(alike.filter((_, at) => chosen & (1 << at)).flat())
              if (set.size >= alikeBelow) continue
              expect(follows(people.map((_, response) => Number(set.has(response))))).toBe(false)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('what may not be alike', () => {
  const sidesOf = (key: string, measure: string, answers: readonly number[]) =>
    likenessesOf(measure, shippedInstrument(key), (response) => answers[response]!)
      .slice(1)
      .map(({ of }) => answers.map((_, at) => of(at)))

  test('of well-being is the worse side of a cut point, also in the only item of a scale', () => {
    expect(sidesOf('burnoutItem', 'scale:level', [2, 3, 5])).toEqual([[Number.NaN, 1, 1]])
    expect(sidesOf('pfi', 'scale:fulfilment', [2, 3, 4])).toEqual([[0, Number.NaN, Number.NaN]])
    expect(sidesOf('burnoutItem', 'item:burnout', [2, 3, 5])).toContainEqual([Number.NaN, 1, 1])
  })

  test('of ratings is the figure alone, and not in large groups', () => {
    const found = likenessesOf('scale:overall', shippedInstrument('coachFeedback'), () => 4)
    expect(found.map(({ below }) => below)).toEqual([alikeBelow])
    const wellBeing = likenessesOf('scale:level', shippedInstrument('burnoutItem'), () => 4)
    expect(wellBeing.map(({ below }) => below)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
  })
})
