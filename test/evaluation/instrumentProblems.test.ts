import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instrumentProblems } from '#shared/evaluation/instrumentProblems.ts'
import { type Instrument, instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
import { licenceStanding } from '#shared/evaluation/licence.ts'
import { effectOfSaving } from '#shared/evaluation/savingInstrument.ts'
import { scoreRange } from '#shared/evaluation/scoreRange.ts'
import { scorer } from './support/scorer.ts'

const folder = new URL('../../resources/instruments/', import.meta.url)
const shipped = readdirSync(folder).map((file) =>
  instrumentSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)
const feedback = shipped.find(({ key }) => key === 'coachFeedback')!
const goals = shipped.find(({ key }) => key === 'gas')!

const changed = (change: (instrument: Instrument) => void, of = feedback): Record<string, string> => {
  const instrument = structuredClone(of)
  change(instrument)
  return Object.fromEntries(instrumentProblems(instrument).map(({ path, message }) => [path, message]))
}

describe('what came with the app', () => {
  test.each(shipped)('$key has nothing wrong, and the ranges that its items give', (instrument) => {
    expect(instrumentProblems(instrument)).toEqual([])
    const ranges = instrument.subscales.map((scale) => scoreRange(instrument.items, scale))
    expect(ranges).toEqual(instrument.subscales.map(({ range }) => range))
  })
})

describe('what is wrong is said at its field', () => {
  test('of items', () => {
    const found = changed(({ items }) => {
      items[1]!.key = 'rapport'
      items[2]!.text = ''
      items[5]!.reversed = true
      items[3]!.favourable = { at: 6, direction: 'atLeast' }
      items[4]!.favourable = null
    })
    expect(found).toMatchObject({
      'items.1.key': 'Item 1 has the key rapport too. Give each item its own.',
      'items.2.text': 'Enter the wording, or what the column is called in exports.',
      'items.3.favourable': 'Enter 1 to 5, which is what can be answered.',
      'items.4.favourable': 'Favourable answers, % counts favourable answers. Enter which of this item are.',
      'items.5.reversed': 'No subscale counts this item, so reversing it changes nothing. Put it in one.',
    })
  })

  test('of subscales', () => {
    const found = changed(({ subscales }) => {
      subscales[0]!.items.push('comment', 'keepCoach')
      subscales[0]!.cuts[0] = { ...subscales[0]!.cuts[0]!, at: 5.5, source: '' }
      subscales[1]!.name = subscales[0]!.name
    })
    expect(found).toEqual({
      'subscales.0.items': 'Item 7 is answered in words and cannot be counted. Take it out.',
      'subscales.0.cuts.0.at': 'Enter 1 to 5, which is what Overall rating can be.',
      'subscales.0.cuts.0.source': 'Say who set this cut point.',
      'subscales.1.name': 'Subscale 1 has this name too. Give another.',
    })
    expect(changed(({ subscales }) => subscales[0]!.items.push('keepCoach'))).toEqual({
      'subscales.0.items': 'A mean needs items with the same ends; these have 1 to 5 and 0 to 1.',
    })
  })

  test('of goals, which all count and are rated from -2 to 2', () => {
    expect(changed(({ subscales }) => subscales[0]!.items.pop(), goals)).toEqual({
      'items.4.reversed': 'No subscale counts this goal. Put it in one.',
    })
    expect(changed(({ items }) => (items[0]!.scale!.min = -1), goals)).toEqual({
      'subscales.0.items': 'Goals are rated from -2 to 2. Choose items with these ends.',
    })
  })
})

test('no answers score outside the range of a subscale, and those at its ends reach them', () => {
  const scale = fc
    .tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 1, max: 10 }))
    .map(([min, width]) => ({ min, max: min + width, labels: [] }))
  const cases = fc.record({
    scales: fc.array(scale, { minLength: 1, maxLength: 8 }),
    method: fc.constantFrom('sum' as const, 'mean' as const),
    answered: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
  })
  fc.assert(
    fc.property(cases, ({ scales, method, answered }) => {
      const items = scales.map((ends, at) => ({ ...feedback.items[0]!, key: `i${at}`, scale: ends }))
      const subscale = { ...feedback.subscales[0]!, items: items.map(({ key }) => key), method }
      const range = scoreRange(items, subscale)!
      const score = scorer({ ...feedback, items }, subscale)
      const of = (share: (at: number) => number) =>
        score(
          Object.fromEntries(items.map(({ key, scale: { min, max } }, at) => [key, min + share(at) * (max - min)])),
        )!
      expect(of(() => 0)).toBeCloseTo(range.min, 9)
      expect(of(() => 1)).toBeCloseTo(range.max, 9)
      expect(of((at) => answered[at]!)).toBeGreaterThanOrEqual(range.min - 1e-9)
      expect(of((at) => answered[at]!)).toBeLessThanOrEqual(range.max + 1e-9)
    }),
  )
})

test('only what nobody was asked with is changed in place', () => {
  const waves = [{ program: 'UME', name: 'Fall 2026' }]
  expect(effectOfSaving({ origin: 'shipped', waves: [] })).toBe('newVersion')
  expect(effectOfSaving({ origin: 'changed', waves: [] })).toBe('inPlace')
  expect(effectOfSaving({ origin: 'own', waves: [] })).toBe('inPlace')
  expect(effectOfSaving({ origin: 'own', waves })).toBe('newVersion')
})

test('a licence holds on its last day, while administrations are left', () => {
  const standing = (administrationsLeft: number | null, expiresOn: string | null) =>
    licenceStanding({ administrationsLeft, expiresOn }, '2026-11-22')
  expect(standing(null, null)).toBe('holds')
  expect(standing(1, '2026-11-22')).toBe('holds')
  expect(standing(1, '2026-11-21')).toBe('expired')
  expect(standing(0, '2026-11-22')).toBe('usedUp')
})
