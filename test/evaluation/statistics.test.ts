import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mean, momentsOf, momentsWithout, quantile, standardDeviation } from '#shared/evaluation/statistics/describe.ts'
import { normalTwoSided, studentCritical, studentTwoSided } from '#shared/evaluation/statistics/distributions.ts'
import { meanInterval, withinScale } from '#shared/evaluation/statistics/interval.ts'
import { pairedChange } from '#shared/evaluation/statistics/paired.ts'
import { cronbachAlpha } from '#shared/evaluation/statistics/reliability.ts'
import { weightedSlope } from '#shared/evaluation/statistics/slope.ts'
import { welch } from '#shared/evaluation/statistics/welch.ts'
import { wilcoxonSignedRank } from '#shared/evaluation/statistics/wilcoxon.ts'

interface Fixtures {
  student: { t: number; degrees: number; twoSided: number }[]
  critical: { twoSided: number; degrees: number; t: number }[]
  normal: { z: number; twoSided: number }[]
  paired: {
    before: number[]
    after: number[]
    t: number
    p: number
    mean: number
    sd: number
    low: number
    high: number
    dz: number
    dav: number
    w: number
    wilcoxonP: number
    exact: boolean
    changed: number
  }[]
  welch: { a: number[]; b: number[]; t: number; p: number; degrees: number; low: number; high: number }[]
  described: { values: number[]; mean: number; sd: number; quartiles: number[]; interval: number[] }[]
  alpha: { rows: number[][]; alpha: number }[]
  slope: { x: number[]; y: number[]; weight: number[]; slope: number }
}

/** Made by makeStatistics.py beside it. */
const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL('./fixtures/statistics.json', import.meta.url), 'utf8'),
) as Fixtures

/** Within 1e-9 of the figure itself, or of 1 where it is smaller than that. */
function expectSame(found: number | null | undefined, wanted: number) {
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)))
}

/** Probabilities far in the tail keep their digits too. */
function expectSameRelative(found: number, wanted: number) {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted))
}

describe('distributions', () => {
  test.each(fixtures.student)('Student’s t of $t with $degrees degrees of freedom', ({ t, degrees, twoSided }) => {
    expectSameRelative(studentTwoSided(t, degrees), twoSided)
  })

  test.each(fixtures.critical)('critical t of $twoSided with $degrees', ({ twoSided, degrees, t }) => {
    expectSame(studentCritical(twoSided, degrees), t)
  })

  test.each(fixtures.normal)('normal tail of $z', ({ z, twoSided }) => {
    expectSameRelative(normalTwoSided(z), twoSided)
  })
})

describe('statistics equal scipy’s', () => {
  test.each(fixtures.described)('mean, SD, quartiles and interval of $values.length values', (wanted) => {
    const sorted = wanted.values.toSorted((a, b) => a - b)
    expectSame(mean(wanted.values), wanted.mean)
    expectSame(standardDeviation(wanted.values), wanted.sd)
    wanted.quartiles.forEach((value, at) => expectSame(quantile(sorted, (at + 1) / 4), value))
    expectSame(meanInterval(momentsOf(wanted.values))?.low, wanted.interval[0]!)
    expectSame(meanInterval(momentsOf(wanted.values))?.high, wanted.interval[1]!)
  })

  test.each(fixtures.paired)('paired change of $before.length people, $changed of them changed', (wanted) => {
    const found = pairedChange(wanted.before, wanted.after)!
    expectSame(found.mean, wanted.mean)
    expectSame(found.sd, wanted.sd)
    expectSame(found.t, wanted.t)
    expectSame(found.p, wanted.p)
    expectSame(found.interval.low, wanted.low)
    expectSame(found.interval.high, wanted.high)
    expectSame(found.dz, wanted.dz)
    expectSame(found.dav, wanted.dav)
    expectSame(found.wilcoxon?.w, wanted.w)
    expectSame(found.wilcoxon?.p, wanted.wilcoxonP)
    expect(found.wilcoxon).toMatchObject({ exact: wanted.exact, n: wanted.changed })
  })

  test('both ways to Wilcoxon’s p are among the fixtures', () => {
    expect(new Set(fixtures.paired.map(({ exact }) => exact))).toEqual(new Set([true, false]))
  })

  test.each(fixtures.welch)('two groups of $a.length and $b.length', (wanted) => {
    const found = welch(momentsOf(wanted.a), momentsOf(wanted.b))!
    expectSame(found.t, wanted.t)
    expectSame(found.degrees, wanted.degrees)
    expectSame(found.p, wanted.p)
    expectSame(found.interval.low, wanted.low)
    expectSame(found.interval.high, wanted.high)
  })

  test.each(fixtures.alpha)('alpha of $rows.length people', ({ rows, alpha }) => {
    expectSame(cronbachAlpha(rows[0]!.map((_, item) => rows.map((row) => row[item]!))), alpha)
  })

  test('slope weighted by n', () => {
    const { x, y, weight, slope } = fixtures.slope
    expectSame(weightedSlope(x.map((year, at) => ({ x: year, y: y[at]!, weight: weight[at]! }))), slope)
  })
})

test('taking a part out of all figures leaves those of the rest', () => {
  const figures = fc.array(fc.integer({ min: -3, max: 100 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(figures, figures, (part, rest) => {
      const left = momentsWithout(momentsOf([...part, ...rest]), momentsOf(part))
      expect(left.n).toBe(rest.length)
      expectSame(left.mean, mean(rest))
      expect(left.squares).toBeCloseTo(momentsOf(rest).squares, 6)
    }),
  )
})

test('the rest of people who all answer alike have no spread', () => {
  expect(momentsWithout(momentsOf([1, 5, 0.1, 0.1, 0.1]), momentsOf([1, 5])).squares).toBe(0)
})

test('an interval ends where its scale does', () => {
  const interval = meanInterval(momentsOf([5, 5, 4, 5, 3]))
  expect(interval!.high).toBeGreaterThan(5)
  expect(withinScale(interval, { min: 1, max: 5 })).toEqual({ low: interval!.low, high: 5 })
  expect(withinScale(interval, null)).toBe(interval)
})

describe('what has no answer', () => {
  test('one person is no change, and one answer has no spread', () => {
    expect(pairedChange([1], [2])).toBeNull()
    expect(standardDeviation([4])).toBeNull()
    expect(meanInterval(momentsOf([4]))).toBeNull()
  })

  test('everybody changed by the same: no t, and the interval is the change', () => {
    expect(pairedChange([1, 2, 3], [2, 3, 4])).toMatchObject({
      t: null,
      p: null,
      dz: null,
      interval: { low: 1, high: 1 },
    })
  })

  test('nobody changed: no Wilcoxon', () => {
    expect(wilcoxonSignedRank([0, 0])).toBeNull()
  })

  test('differences that are equal on paper are ties', () => {
    // 3.3 - 3.2 and 3.2 - 3.1 differ in the last digits of a double.
    expect(wilcoxonSignedRank([3.3 - 3.2, 3.2 - 3.1, 1])?.exact).toBe(false)
  })

  test('people without a pair are refused, not paired with a neighbour', () => {
    expect(() => pairedChange([1, 2, 3], [1, 2])).toThrow('for each person')
  })

  test('alpha of one item, or of items nobody differs on', () => {
    expect(cronbachAlpha([[1, 2]])).toBeNull()
    expect(
      cronbachAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull()
  })

  test('no Welch test of a single answer', () => {
    expect(welch(momentsOf([1]), momentsOf([2, 3]))).toBeNull()
    expect(welch(momentsOf([2, 2]), momentsOf([2, 2]))).toBeNull()
  })

  test('a slope needs two years', () => {
    expect(weightedSlope([{ x: 2025, y: 3, weight: 5 }])).toBeNull()
  })
})
