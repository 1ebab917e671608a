import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnLetters, rangeAddress, sheetReference } from '#main/spreadsheets/references.ts'
import { columnOf, parseRange } from '#main/spreadsheets/xlsx/address.ts'

const row = fc.integer({ min: 1, max: 1_048_576 })
const column = fc.integer({ min: 1, max: 16_384 })

describe('references', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('call column %i %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters)
  })

  it('are read again as the cells they were made of', () => {
    fc.assert(
      fc.property(row, column, row, column, (oneRow, oneColumn, otherRow, otherColumn) => {
        const [top, bottom] = [oneRow, otherRow].toSorted((a, b) => a - b) as [number, number]
        const [left, right] = [oneColumn, otherColumn].toSorted((a, b) => a - b) as [number, number]
        expect(columnOf(columnLetters(left)) + 1).toBe(left)
        const read = { top, left: left - 1, bottom, right: right - 1 }
        expect(parseRange(rangeAddress({ top, left, bottom, right }))).toEqual(read)
        const [sheet, cells] = sheetReference({ sheet: "Dean's", top, left, bottom, right }).split('!')
        expect(sheet).toBe("'Dean''s'")
        expect(parseRange(cells!)).toEqual(read)
      }),
    )
  })
})
