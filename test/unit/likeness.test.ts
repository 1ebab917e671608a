import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeats } from '#shared/imports/duplicates.ts'
import { areTwo, comparableName, mailbox, nameLikeness } from '#shared/imports/likeness.ts'
import { areNicknames } from '#shared/imports/nicknames.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { RowValues } from '#shared/imports/values.ts'

const like = (a: RowValues, b: RowValues) => nameLikeness(comparableName(a), comparableName(b))
const named = (text: string): RowValues => {
  const [lastName = '', firstName = ''] = text.split(', ')
  return { lastName, firstName }
}

const draft = (row: number, values: RowValues): RowDraft => ({
  sheet: 'S',
  row,
  values,
  derived: new Set(),
  nameGuessed: false,
  letters: new Map(),
  custom: new Map(),
  customFields: new Map(),
})

describe('two names', () => {
  it.each([
    ['Carlson, Ingrid', 'Carlsson, Ingrid', 'a near name'],
    ['Roe, Robert', 'Roe, Bob', 'a nickname'],
    ['Núñez, José', 'Nunez, Jose', 'the same name but for accents'],
    ['Ann, Lee', 'Lee, Ann', 'first and last name exchanged'],
    ['Li, Catherine', 'Li, Katherine', 'a nickname'],
  ])('%s and %s are alike: %s', (a, b, reason) => {
    expect(like(named(a), named(b))?.reason).toBe(reason)
    expect(like(named(b), named(a))?.reason).toBe(reason)
  })

  it.each([
    ['Li, Ann', 'Lu, Ann'],
    ['Roe, Robert', 'Poe, Bob'],
    ['Learner1, Test', 'Learner2, Test'],
    ['Smith, Alice', 'Smith, Albert'],
    ['Prince, ', 'Prince, '],
  ])('%s and %s are not', (a, b) => {
    expect(like(named(a), named(b))).toBeNull()
  })

  it('are as alike one way round as the other, and never more than the same', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'o', 'r', "'"), maxLength: 7 })
    const name = fc.record({ lastName: part, firstName: part })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(like(a, b)?.score).toBe(like({ ...b }, { ...a })?.score)
        expect(like(a, b)?.score ?? 0).toBeLessThanOrEqual(0.98)
      }),
    )
  })
})

describe('two people', () => {
  it('are two where ids of a kind, class years or middle names differ; an initial does not', () => {
    expect(areTwo({ studentId: '1' }, { studentId: '2' })).toBe(true)
    expect(areTwo({ studentId: '1' }, { npi: '2' })).toBe(false)
    expect(areTwo({ classYear: 2027 }, { classYear: 2028 })).toBe(true)
    expect(areTwo({ middleName: 'Marie' }, { middleName: 'M.' })).toBe(false)
    expect(areTwo({ middleName: 'Marie' }, { middleName: 'B.' })).toBe(true)
  })

  it('have one mailbox whatever the tag', () => {
    expect(mailbox('Ann+coach@x.edu')).toBe('ann@x.edu')
    expect(areNicknames('bob', 'robert')).toBe(true)
    expect(areNicknames('bob', 'bob')).toBe(false)
  })

  it('are found in any order of rows, and never a row with itself', () => {
    const values = fc.record(
      {
        lastName: fc.constantFrom('Roe', 'Rowe', 'Lindgren', 'Lindgreen'),
        firstName: fc.constantFrom('Robert', 'Bob', 'Ann'),
        studentId: fc.constantFrom('1', '2'),
        email: fc.constantFrom('a@x.edu', 'a+b@x.edu', 'c@x.edu'),
        classYear: fc.constantFrom(2027, 2028),
      },
      { requiredKeys: ['lastName', 'firstName'] },
    )
    fc.assert(
      fc.property(fc.array(values, { maxLength: 8 }), (rows) => {
        const drafts = rows.map((row, index) => draft(index + 1, row))
        const repeats = findRepeats(drafts)
        for (const { earlier, later, certain, score } of repeats) {
          expect(earlier.row).toBeLessThan(later.row)
          expect(certain).toBe(score === 1)
        }
        const laters = repeats.map(({ later }) => later)
        expect(new Set(laters).size).toBe(laters.length)
      }),
    )
  })
})
