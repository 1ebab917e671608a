import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emailsIn,
  isAamcId,
  isEmail,
  isScientific,
  matchKey,
  npiCheckDigit,
  npiProblem,
} from '#shared/roster/identifiers.ts'

/** Luhn as ISO/IEC 7812-1 words it, over the whole number with its prefix. */
function luhnHolds(digits: string): boolean {
  const sum = digits
    .split('')
    .toReversed()
    .map((digit, index) => (index % 2 === 1 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

describe('NPI', () => {
  it.each(['1234567893', '1993999998', '1558598797'])('accepts %s', (npi) => {
    expect(npiProblem(npi)).toBeNull()
  })

  it.each([
    ['1234567890', 'npiCheckDigit'],
    ['3234567891', 'npiCheckDigit'],
    ['123456789', 'npiLength'],
    ['12345678931', 'npiLength'],
    ['12345 6789', 'npiLength'],
    ['', 'npiLength'],
  ])('says what is wrong with "%s"', (npi, problem) => {
    expect(npiProblem(npi)).toBe(problem)
  })

  it('accepts exactly the numbers that Luhn accepts behind 80840', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[12]\d{9}$/), (npi) => {
        expect(npiProblem(npi) === null).toBe(luhnHolds(`80840${npi}`))
      }),
    )
  })

  it('makes a check digit that fits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[12]\d{8}$/), (nine) => {
        expect(npiProblem(nine + npiCheckDigit(nine))).toBeNull()
      }),
    )
  })
})

describe('other ids', () => {
  it('takes eight digits for an AAMC ID', () => {
    expect(['12345678', '00345678', '1234567', '123456789', '1234567a'].map(isAamcId)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it.each(['1.23457E+09', '1E+10', '1,2E+12', '4.5e8'])('sees that %s was rounded', (text) => {
    expect(isScientific(text)).toBe(true)
  })

  it.each(['E401234', '12E4567', '4E12', '1234', 'e10'])('leaves %s alone', (text) => {
    expect(isScientific(text)).toBe(false)
  })

  it('compares ids without case and spaces, and keeps their zeros', () => {
    expect(matchKey('studentId', ' ab 0012 ')).toBe(matchKey('studentId', 'AB0012'))
    expect(matchKey('studentId', '0012')).not.toBe(matchKey('studentId', '12'))
    expect(matchKey('email', 'Ana@Example.EDU')).toBe('ana@example.edu')
  })

  it('gives a key one key', () => {
    fc.assert(
      fc.property(fc.constantFrom('email', 'studentId', 'npi', 'netId'), fc.string(), (kind, value) => {
        expect(matchKey(kind, matchKey(kind, value))).toBe(matchKey(kind, value))
      }),
    )
  })
})

describe('e-mail', () => {
  it.each([
    [' Ana.Garcia@Example.EDU ', ['ana.garcia@example.edu']],
    ['Ana García <ana@example.edu>', ['ana@example.edu']],
    ['mailto:ana@example.edu?subject=Hi', ['ana@example.edu']],
    ['a@example.edu; b@example.edu', ['a@example.edu', 'b@example.edu']],
    ['a@example.edu, A@example.edu', ['a@example.edu']],
    ['ana at example.edu', []],
    ['ana@example', []],
    ['ana@@example.edu', []],
    ['', []],
  ])('finds the addresses in "%s"', (text, found) => {
    expect(emailsIn(text)).toEqual(found)
  })

  it.each(['.a@example.edu', 'a..b@example.edu', 'a.@example.edu', 'a b@example.edu', 'A@example.edu'])(
    'does not take %s for an address as it is stored',
    (text) => {
      expect(isEmail(text)).toBe(false)
    },
  )

  it('finds only addresses, however often it looks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (text) => {
        for (const email of emailsIn(text)) expect(emailsIn(email)).toEqual([email])
      }),
    )
  })
})
