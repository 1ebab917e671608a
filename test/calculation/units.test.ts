import { expect, test } from 'vitest'

import { formatCell, fromDay, plainNumber, toDay } from '#shared/calculation/units.ts'

test('writes stored integers as the numbers a sheet holds', () => {
  expect(plainNumber(250_050, 'money')).toBe('2500.5')
  expect(plainNumber(-5, 'money')).toBe('-0.05')
  expect(plainNumber(2390, 'rate')).toBe('0.239')
  expect(plainNumber(10_000, 'rate')).toBe('1')
  expect(plainNumber(30, 'count')).toBe('30')
  expect(plainNumber(0, 'quantity')).toBe('0')
})

test('says cells as a sentence does', () => {
  expect(formatCell(2_796_423, 'money')).toBe('$27,964.23')
  expect(formatCell(2390, 'rate')).toBe('23.9 %')
  expect(formatCell(2395, 'rate')).toBe('23.95 %')
  expect(formatCell(12_345, 'count')).toBe('12,345')
  expect(formatCell(123_450, 'quantity')).toBe('1,234.5')
  expect(formatCell(toDay('2026-07-01'), 'day')).toBe('Jul 1, 2026')
  expect(formatCell('Dean', 'text')).toBe('Dean')
  expect(formatCell(null, 'money')).toBe('not known')
})

test('counts days as spreadsheets do', () => {
  expect(toDay('2026-07-01')).toBe(46_204)
  expect(fromDay(46_204)).toBe('2026-07-01')
})
