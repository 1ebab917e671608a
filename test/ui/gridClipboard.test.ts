import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTsv, encodeTsv } from '#renderer/ui/grid/clipboard.ts'

const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ') }))
const block = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))

describe('cells on the clipboard', () => {
  test('come back as they went', () => {
    fc.assert(
      fc.property(block, (rows) => {
        // A single blank cell is no text at all, and a last row of one blank cell looks like Excel's closing line end.
        fc.pre(rows.at(-1)!.length > 1 || rows.at(-1)![0] !== '')
        expect(decodeTsv(encodeTsv(rows))).toEqual(rows)
      }),
    )
  })

  test.each([
    [
      'a closing line end makes no row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['Unix line ends', 'a\nb', [['a'], ['b']]],
    [
      'blank cells',
      '\ta\t\r\n\t\t',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['a line break in a cell', '"one\ntwo"\tb', [['one\ntwo', 'b']]],
    ['doubled quotes', '"say ""hi"""', [['say "hi"']]],
    ['quotes that are part of a name', '"Bud" Smith\tb', [['"Bud" Smith', 'b']]],
    ['a quote that never closes', '"abc\tb', [['"abc', 'b']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, expected) => {
    expect(decodeTsv(text)).toEqual(expected)
  })

  test('quotes only what needs it', () => {
    expect(encodeTsv([['plain', 'a\tb', 'say "hi"']])).toBe('plain\t"a\tb"\t"say ""hi"""')
  })
})
