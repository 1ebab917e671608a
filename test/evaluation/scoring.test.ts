import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  instrumentSchema,
  type Instrument,
  itemSchema,
  type Subscale,
  subscaleSchema,
} from '#shared/evaluation/instrumentSchema.ts'
import { goalAttainment } from '#shared/evaluation/scoring/gas.ts'
import { readAnswer } from '#shared/evaluation/scoring/readAnswer.ts'
import { isBeyond } from '#shared/evaluation/scoring/score.ts'
import { scorer } from './support/scorer.ts'

const goals = (levels: readonly number[], weights: readonly number[] = []) =>
  levels.map((level, at) => ({ level, weight: weights[at] ?? 1 }))

describe('goal attainment', () => {
  test.each([
    { what: 'all as expected', attained: goals([0, 0, 0]), score: 50 },
    { what: '+1, +1, 0', attained: goals([1, 1, 0]), score: 59.1 },
    { what: 'weights 3, 2, 1 with +1, 0, -1', attained: goals([1, 0, -1], [3, 2, 1]), score: 54.4 },
    { what: 'one goal +2', attained: goals([2]), score: 70 },
    { what: 'three goals all -2', attained: goals([-2, -2, -2]), score: 22.6 },
  ])('$what is $score', ({ attained, score }) => {
    expect(Number(goalAttainment(attained)!.toFixed(1))).toBe(score)
  })

  test('no goal, no score', () => {
    expect(goalAttainment([])).toBeNull()
  })
})

function withScale(scale: Partial<Subscale>): Instrument {
  return instrumentSchema.parse({
    key: 'sample',
    version: 1,
    name: 'Sample',
    respondents: 'learners',
    about: 'self',
    dataClass: 'ratings',
    licence: { kind: 'public' },
    items: ['a', 'b', 'c', 'd', 'e'].map((key) => ({
      key,
      kind: 'likert',
      scale: { min: 1, max: 4 },
      reversed: key === 'b',
      favourable: { at: 3, direction: 'atLeast' },
    })),
    subscales: [
      {
        key: 'whole',
        name: 'Whole',
        items: ['a', 'b', 'c', 'd', 'e'],
        method: 'sum',
        missing: { answeredShare: 8000, prorate: true },
        ...scale,
      },
    ],
  })
}

function score(scale: Partial<Subscale>, answers: Record<string, number | null>): number | null {
  const instrument = withScale(scale)
  return scorer(instrument, instrument.subscales[0]!)(answers)
}

describe('scoring', () => {
  test('a reversed item counts from the other end', () => {
    expect(score({}, { a: 1, b: 1, c: 1, d: 1, e: 1 })).toBe(8)
  })

  test('a missing answer is prorated where four of five are given, and no score where three are', () => {
    expect(score({}, { a: 2, b: 3, c: 2, d: 4 })).toBe((10 / 4) * 5)
    expect(score({}, { a: 2, b: 3, c: 2 })).toBeNull()
  })

  test('without prorating, a sum is of what was answered', () => {
    expect(score({ missing: { answeredShare: 8000, prorate: false } }, { a: 2, b: 3, c: 2, d: 4 })).toBe(10)
  })

  test('a mean is over what was answered, and nothing answered is no score', () => {
    expect(score({ method: 'mean', missing: { answeredShare: 0, prorate: false } }, { a: 4, b: null, c: 1 })).toBe(2.5)
    expect(score({ method: 'mean', missing: { answeredShare: 0, prorate: false } }, {})).toBeNull()
  })

  test('the favourable share goes by the answers as given', () => {
    expect(score({ method: 'favourable' }, { a: 4, b: 4, c: 1, d: 3, e: 2 })).toBe(60)
  })

  test('goals that nobody set are not counted', () => {
    const items = ['a', 'c']
    expect(
      score({ method: 'gas', items, weights: { a: 3 }, missing: { answeredShare: 0, prorate: false } }, { a: 2 }),
    ).toBe(70)
  })

  test('a score stays within what its items allow', () => {
    const answers = fc.record(
      Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((key) => [key, fc.option(fc.integer({ min: 1, max: 4 }))])),
    )
    fc.assert(
      fc.property(answers, (given) => {
        const found = score({}, given)
        expect(found ?? 5).toBeGreaterThanOrEqual(5)
        expect(found ?? 20).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('a cut holds the figure it names', () => {
    expect(isBeyond({ at: 27, direction: 'atLeast' }, 27)).toBe(true)
    expect(isBeyond({ at: 5, direction: 'atMost' }, 6)).toBe(false)
  })

  test('an instrument whose scale counts an item it does not have is refused', () => {
    expect(() => withScale({ items: ['a', 'z'] })).toThrow('which is no item')
    expect(subscaleSchema.safeParse({ key: 'x', name: 'X', items: [], method: 'sum' }).success).toBe(false)
  })
})

describe('reading an answer', () => {
  const agree = itemSchema.parse({
    key: 'a',
    kind: 'likert',
    scale: {
      min: 1,
      max: 5,
      labels: [
        { value: 1, label: 'Strongly disagree' },
        { value: 5, label: 'Strongly agree' },
      ],
    },
  })

  test.each([
    ['Strongly  AGREE', 5],
    ['5', 5],
    ['5 - Strongly agree', 5],
    ['Totally agree (4)', 4],
    ['', null],
  ])('%j is %j', (cell, value) => {
    const read = readAnswer(agree, cell)
    expect(read).toMatchObject({ value })
    expect(read).not.toHaveProperty('leftOut')
  })

  test.each([
    ['7', 'outOfRange'],
    ['2.5', 'outOfRange'],
    ['De acuerdo', 'unmapped'],
  ])('%j is left out: %s', (cell, leftOut) => {
    expect(readAnswer(agree, cell)).toMatchObject({ value: null, leftOut })
  })

  test('what the administrator says a text stands for comes first', () => {
    expect(readAnswer(agree, 'De acuerdo', { 'De acuerdo': '4' })).toEqual({ value: 4, reason: 'Chosen by you' })
    expect(readAnswer(agree, 'N/A', { 'N/A': '' })).toEqual({ value: null, reason: 'Left out by you' })
    expect(readAnswer(agree, 'Si', { Si: '9' })).toMatchObject({ leftOut: 'outOfRange' })
  })

  test('a code of the survey tool is not taken for a step of 25', () => {
    const labels = [0, 25, 50, 75, 100].map((value) => ({ value, label: `Step ${value}` }))
    const item = itemSchema.parse({ key: 'a', kind: 'likert', scale: { min: 0, max: 100, labels } })
    expect(readAnswer(item, '4')).toMatchObject({ leftOut: 'outOfRange' })
    expect(readAnswer(item, '75')).toMatchObject({ value: 75 })
  })

  test('yes and no are 1 and 0', () => {
    const item = itemSchema.parse({ key: 'a', kind: 'yesNo', scale: { min: 0, max: 1 } })
    expect(readAnswer(item, 'Yes')).toMatchObject({ value: 1 })
    expect(readAnswer(item, 'Unchecked')).toMatchObject({ value: 0 })
  })
})
