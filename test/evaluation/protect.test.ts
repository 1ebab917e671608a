import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partition } from '#shared/evaluation/protection/partition.ts'
import { changePublication, publication, type Publication } from '#shared/evaluation/protection/publication.ts'
import { followsFrom } from '#test/evaluation/support/fractions.ts'
import { cellsOf, decide, minimum, rowOf, shownOf, table, wave } from '#test/evaluation/support/tables.ts'

/** Every set of fewer answers than the minimum, out of the parts that no publication tells apart. */
function* smallSets(
  parts: readonly (readonly number[])[],
  start = 0,
  chosen: readonly number[] = [],
): Generator<readonly number[]> {
  for (let at = start; at < parts.length; at += 1) {
    const next = [...chosen, ...parts[at]!]
    if (next.length >= minimum) continue
    yield next
    yield* smallSets(parts, at + 1, next)
  }
}

/** A set of fewer answers than the minimum that follows from what is shown; null where none does. */
function smallSetThatFollows(
  people: readonly string[],
  shown: readonly Publication[],
  all: readonly Publication[],
): readonly number[] | null {
  const follows = followsFrom(shown.map((one) => rowOf(one, people.length)))
  const parts = partition(people, all).atoms.map(({ responses }) => responses)
  for (const set of smallSets(parts))
    if (follows(people.map((_, response) => Number(set.includes(response))))) return set
  return null
}

function expectNothingSmallFollows(
  people: readonly string[],
  shown: readonly Publication[],
  all: readonly Publication[],
) {
  const set = smallSetThatFollows(people, shown, all)
  if (set) throw new Error(`The answers of ${set.map((response) => people[response]).join(', ')} follow`)
}

describe('a small group', () => {
  test('is hidden, and so is the next smallest of its row and column', () => {
    const respondents = wave({ 'MS1 North': 9, 'MS1 South': 3, 'MS2 North': 8, 'MS2 South': 7 })
    const verdicts = decide(
      respondents.map(({ person }) => person),
      table(respondents),
    )
    expect(verdicts.get('MS1 South')).toBe('small')
    expect(['MS1 North', 'MS2 North', 'MS2 South'].map((key) => verdicts.get(key))).toEqual(
      Array.from({ length: 3 }, () => 'complement'),
    )
    expect(verdicts.get('all')).toBe('shown')
    expect(verdicts.get('MS1')).toBe('shown')
  })

  test('is not given away by its only neighbour', () => {
    const respondents = wave({ 'MS1 North': 9, 'MS2 North': 2 })
    const verdicts = decide(
      respondents.map(({ person }) => person),
      table(respondents),
    )
    expect(['all', 'MS1', 'MS2'].map((key) => verdicts.get(key))).toEqual(['shown', 'complement', 'small'])
  })

  test('two small ones of four together are not given away by the third', () => {
    const respondents = wave({ 'MS1 North': 9, 'MS2 North': 2, 'MS3 North': 2 })
    expect(
      decide(
        respondents.map(({ person }) => person),
        table(respondents),
      ).get('MS1'),
    ).toBe('complement')
  })

  test('two small ones of six together may be', () => {
    const respondents = wave({ 'MS1 North': 9, 'MS2 North': 3, 'MS3 North': 3 })
    expect(
      decide(
        respondents.map(({ person }) => person),
        table(respondents),
      ).get('MS1'),
    ).toBe('shown')
  })

  test('nobody is shown as nobody', () => {
    expect(decide(['a', 'b', 'c', 'd', 'e'], [publication('none', [])]).get('none')).toBe('empty')
  })

  test('a coach of three is shown pooled over years only where five different people answered', () => {
    const people = ['a', 'b', 'c', 'a', 'b', 'd', 'e']
    expect(decide(people, [publication('two years', [0, 1, 2, 3, 4])]).get('two years')).toBe('small')
    expect(decide(people, [publication('all years', [0, 1, 2, 3, 4, 5, 6])]).get('all years')).toBe('shown')
  })
})

describe('releases', () => {
  test('a late answer is not given away by the next export', () => {
    const people = Array.from({ length: 12 }, (_, at) => `p${at}`)
    const first = publication(
      'first',
      people.slice(0, 11).map((_, at) => at),
    )
    const second = publication(
      'second',
      people.map((_, at) => at),
    )
    expect(decide(people, [second], [first]).get('second')).toBe('complement')
    expect(decide(people, [second]).get('second')).toBe('shown')
  })

  test('the same figures may be released again', () => {
    const respondents = wave({ 'MS1 North': 9, 'MS1 South': 3, 'MS2 North': 8 })
    const people = respondents.map(({ person }) => person)
    const first = table(respondents)
    const shown = shownOf(first, decide(people, first))
    expect(shownOf(first, decide(people, first, shown))).toEqual(shown)
  })
})

describe('changes', () => {
  test('are shown although three people answered only once; what they said before is not', () => {
    const people = [...'abcdefghijkl'.split(''), ...'abcdefghi'.split('')]
    const before = Array.from({ length: 12 }, (_, at) => at)
    const after = Array.from({ length: 9 }, (_, at) => at + 12)
    const pairs = after.map((later) => [later - 12, later] as const)
    const verdicts = decide(
      people,
      [
        publication('first wave', before),
        changePublication('change', before.slice(0, 9), after),
        publication('second wave', after),
      ],
      [],
      pairs,
    )
    expect(verdicts.get('change')).toBe('shown')
    // With the change and the second wave the three could be solved for.
    expect(verdicts.get('second wave')).toBe('complement')
  })

  test('of a few people are not given away by the changes of the others', () => {
    const names = 'abcdefghij'.split('')
    const people = [...names, ...names]
    const pairs = names.map((_, at) => [at, at + 10] as const)
    const first = names.map((_, at) => at)
    const change = (key: string, at: readonly number[]) =>
      changePublication(
        key,
        at,
        at.map((response) => response + 10),
      )
    const verdicts = decide(people, [change('all', first), change('eight', first.slice(0, 8))], [], pairs)
    expect(verdicts).toEqual(
      new Map([
        ['all', 'shown'],
        ['eight', 'complement'],
      ]),
    )
  })
})

describe('nobody can solve for a small group', () => {
  test('from a table with its totals', () => {
    const cells = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .chain((size) => cellsOf(...size))
    fc.assert(
      fc.property(cells, (counts) => {
        const respondents = wave(counts)
        const people = respondents.map(({ person }) => person)
        const all = table(respondents)
        expectNothingSmallFollows(people, shownOf(all, decide(people, all)), all)
      }),
      { numRuns: 200 },
    )
  })

  test('and nothing is hidden that would give no such group away', () => {
    fc.assert(
      fc.property(cellsOf(3, 2), (counts) => {
        const respondents = wave(counts)
        const people = respondents.map(({ person }) => person)
        const all = table(respondents)
        const verdicts = decide(people, all)
        const before = (at: number) => shownOf(all.slice(0, at), verdicts)
        const needless = all.filter(
          (one, at) =>
            verdicts.get(one.key) === 'complement' && smallSetThatFollows(people, [...before(at), one], all) === null,
        )
        expect(needless).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('from two releases of a wave, the second with more and other answers', () => {
    fc.assert(
      fc.property(cellsOf(3, 2), cellsOf(3, 2), fc.array(fc.nat(40), { maxLength: 4 }), (cells, late, withdrawn) => {
        const early = wave(cells)
        const respondents = [...early, ...wave(late, 'late ')]
        const people = respondents.map(({ person }) => person)
        const first = table(early)
        const released = shownOf(first, decide(people, first))
        const left = respondents
          .map((respondent, at) => ({ ...respondent, at }))
          .filter(({ at }) => !withdrawn.includes(at))
        const second = table(left, 0, 'second ').map(({ key, terms }) => ({
          key,
          terms: terms.map(({ responses, times }) => ({ times, responses: responses.map((at) => left[at]!.at) })),
        }))
        const again = shownOf(second, decide(people, second, released))
        expectNothingSmallFollows(people, [...released, ...again], [...first, ...second])
      }),
      { numRuns: 60 },
    )
  })

  test('nor for how a few people changed, from two waves and the changes between them', () => {
    fc.assert(
      fc.property(cellsOf(2, 2), fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (cells, stays) => {
        const earlier = wave(cells)
        const staying = earlier.flatMap((respondent, at) => (stays[at] ? [{ respondent, at }] : []))
        const later = [...staying.map(({ respondent }) => respondent), ...wave({ 'L0 S0': 3 }, 'new ')]
        const people = [...earlier, ...later].map(({ person }) => person)
        const pairs = staying.map(({ at }, number) => [at, earlier.length + number] as const)
        const groups = Map.groupBy(pairs, ([at]) => earlier[at]!.level)
        const changes = [['all', pairs] as const, ...groups].map(([key, own]) =>
          changePublication(
            `change ${key}`,
            own.map(([before]) => before),
            own.map(([, after]) => after),
          ),
        )
        const all = [...table(earlier, 0, 'first '), ...changes, ...table(later, earlier.length, 'second ')]
        const shown = shownOf(all, decide(people, all, [], pairs))
        expectNothingSmallFollows(people, shown, all)
        const follows = followsFrom(shown.map((one) => rowOf(one, people.length)))
        const atoms = Map.groupBy(pairs, ([before]) => partition(people, all).atomOf(before))
        for (const few of [...atoms.values()].filter(({ length }) => length < minimum))
          expect(
            follows(
              rowOf(
                changePublication(
                  'few',
                  few.map(([at]) => at),
                  few.map(([, at]) => at),
                ),
                people.length,
              ),
            ),
          ).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

test('as much is shown as is safe: with no small group, everything', () => {
  const respondents = wave({ 'MS1 North': 9, 'MS1 South': 5, 'MS2 North': 8, 'MS2 South': 7 })
  const verdicts = decide(
    respondents.map(({ person }) => person),
    table(respondents),
  )
  expect(new Set(verdicts.values())).toEqual(new Set(['shown']))
})
