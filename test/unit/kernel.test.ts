import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, parseMoney } from '#shared/kernel/money.ts'
import {
  addDays,
  daysBetween,
  formatDate,
  isPlainDate,
  parseDate,
  plainDate,
  type PlainDate,
} from '#shared/kernel/plainDate.ts'
import { formatEffort, parseEffort } from '#shared/kernel/rate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

const anyDate: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 109_000 })
  .map((day) => new Date(Date.UTC(1900, 0, 1) + day * 86_400_000).toISOString().slice(0, 10))

describe('plain dates', () => {
  it('know which days exist', () => {
    expect(plainDate(2028, 2, 29)).toBe('2028-02-29')
    expect(plainDate(2027, 2, 29)).toBeNull()
    expect(plainDate(1900, 2, 29)).toBeNull()
    expect(isPlainDate('2026-7-1')).toBe(false)
  })

  it.each([
    ['7/1/2026', '2026-07-01'],
    ['7/1/26', '2026-07-01'],
    ['07-01-2026', '2026-07-01'],
    ['2026-7-1', '2026-07-01'],
    ['1-Jul-2026', '2026-07-01'],
    ['1 July 2026', '2026-07-01'],
    ['Jul 1, 2026', '2026-07-01'],
    ['Sept 3 2026', '2026-09-03'],
    ['July 1st, 2026', '2026-07-01'],
    ['24/6/2026', '2026-06-24'],
    ['1/2/49', '2049-01-02'],
    ['1/2/50', '1950-01-02'],
  ])('reads %s', (typed, date) => expect(parseDate(typed)).toBe(date))

  it.each(['', 'soon', '13/13/2026', '2/30/2026', '7/1', 'Foo 1 2026', '1/1/202'])('does not read %j', (typed) =>
    expect(parseDate(typed)).toBeNull(),
  )

  it('are read back as they are shown', () =>
    fc.assert(fc.property(anyDate, (date) => parseDate(formatDate(date)) === date)))

  it('count days both ways', () =>
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 400 }), (date, days) => {
        fc.pre(date < '2190-01-01')
        const later = addDays(date, days)
        return daysBetween(date, later) === days && addDays(later, -days) === date
      }),
    ))
})

describe('money', () => {
  it.each([
    ['1,234.5', 123_450],
    ['$1234.50', 123_450],
    ['(12.00)', -1200],
    ['-12', -1200],
    ['0', 0],
    ['-0', 0],
    ['2,697.120', 269_712],
  ])('reads %s', (typed, cents) => expect(parseMoney(typed)).toBe(cents))

  it.each(['', 'abc', '1.234', '12.005', '--1', '1.2.3', '34,50', '1,2', '1,2345'])('does not read %j', (typed) =>
    expect(parseMoney(typed)).toBeNull(),
  )

  it('is read back to the cent', () =>
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => parseMoney(formatMoney(cents)) === cents)))

  it('shows whole dollars half-up', () => {
    expect(formatMoney(123_450, { cents: false })).toBe('$1,235')
    expect(formatMoney(-49, { cents: false })).toBe('$0')
  })
})

describe('effort', () => {
  it.each([
    ['0.1', 1000],
    ['.05', 500],
    ['1', 10_000],
    ['12.5%', 1250],
    ['10 %', 1000],
    ['0.1250', 1250],
  ])('reads %s', (typed, basisPoints) => expect(parseEffort(typed)).toBe(basisPoints))

  it.each(['', '%', '.', '0.12345', '1.234%', 'half'])('does not read %j', (typed) =>
    expect(parseEffort(typed)).toBeNull(),
  )

  it('is read back exactly', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (bp) => parseEffort(formatEffort(bp)) === bp)))

  it('shows two decimals, more only where they matter', () => {
    expect(formatEffort(1000)).toBe('0.10')
    expect(formatEffort(1250)).toBe('0.125')
    expect(formatEffort(10_000)).toBe('1.00')
  })
})

describe('text', () => {
  it('loses what cannot be seen and keeps what can', () => {
    expect(tidyText('\u200B Ana\u00A0 \u202EMaría  ')).toBe('Ana María')
    expect(tidyText('Jose\u0301')).toBe('José')
  })

  it('is compared without case and accents', () => expect(foldText('Núñez-ÅKE')).toBe('nunez-ake'))

  it('is tidied once', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidyText(tidyText(text)) === tidyText(text))))
})
