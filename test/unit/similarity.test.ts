import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { jaroWinkler, wordSetSimilarity } from '#shared/imports/similarity.ts'

describe('jaroWinkler', () => {
  // The published examples of Winkler (1990).
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
  ])('compares %s and %s', (a, b, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 3)
  })

  it('is 1 for the same text, between 0 and 1 for any, and the same both ways round', () => {
    const text = fc.stringMatching(/^[a-e]{0,8}$/)
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaroWinkler(a, a)).toBe(1)
        const similarity = jaroWinkler(a, b)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 10)
      }),
    )
  })
})

describe('wordSetSimilarity', () => {
  it('does not mind the order of words, or a slip', () => {
    expect(wordSetSimilarity('name last', 'last name')).toBe(1)
    expect(wordSetSimilarity('frist name', 'first name')).toBeGreaterThanOrEqual(0.9)
  })

  it('is not taken in by one word that is the same', () => {
    expect(wordSetSimilarity('first year', 'first name')).toBeLessThan(0.9)
    expect(wordSetSimilarity('coach email', 'email')).toBe(0)
  })
})

describe('columnLetter', () => {
  it('counts as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})
