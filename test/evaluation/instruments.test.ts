import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
import { scorer } from './support/scorer.ts'

const folder = new URL('../../resources/instruments/', import.meta.url)
const files = readdirSync(folder)
const shipped = files.map((file) => ({
  file,
  instrument: instrumentSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
}))
const named = (key: string) => shipped.find(({ instrument }) => instrument.key === key)!.instrument

describe.each(shipped)('$file', ({ file, instrument }) => {
  test('is named by its key and starts at version 1', () => {
    expect({ key: instrument.key, version: instrument.version }).toEqual({ key: basename(file, '.json'), version: 1 })
  })

  test('carries no wording that somebody else holds', () => {
    const local = instrument.licence.holder === 'Your program' || instrument.key === 'gas'
    const worded = instrument.items.filter(({ text }) => text !== '')
    expect(local ? [] : worded).toEqual([])
  })

  test('scores all at one end within its range, and the other end too', () => {
    for (const scale of instrument.subscales.filter(({ range }) => range))
      for (const end of ['min', 'max'] as const) {
        const answers = Object.fromEntries(instrument.items.map((item) => [item.key, item.scale?.[end] ?? null]))
        const score = scorer(instrument, scale)(answers)!
        expect(score).toBeGreaterThanOrEqual(scale.range!.min)
        expect(score).toBeLessThanOrEqual(scale.range!.max)
      }
  })

  test('names a source for each cut, and what to watch for where it asks about well-being', () => {
    expect(instrument.subscales.flatMap(({ cuts }) => cuts).filter(({ source }) => source === '')).toEqual([])
    expect(instrument.monitoringDuty === '').toBe(instrument.dataClass !== 'wellBeing')
  })
})

test('the two codings of the Oldenburg inventory give one score for the same words', () => {
  const words = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree']
  const scores = ['olbi', 'olbiAgree'].map((key) => {
    const instrument = named(key)
    const answers = Object.fromEntries(
      instrument.items.map(({ key: item, scale }, at) => [
        item,
        scale!.labels.find(({ label }) => label === words[at % 4])!.value,
      ]),
    )
    return instrument.subscales.map((scale) => scorer(instrument, scale)(answers))
  })
  expect(scores[0]).toEqual(scores[1])
  // All positively worded items agreed with and all others rejected is the least burned out one can be.
  const olbi = named('olbi')
  const best = Object.fromEntries(olbi.items.map(({ key, reversed }) => [key, reversed ? 4 : 1]))
  expect(olbi.subscales.map((scale) => scorer(olbi, scale)(best))).toEqual([8, 8, 16])
})
