import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import Papa from 'papaparse'
import { readPastedText } from '#main/spreadsheets/readPastedText.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { noteCodes, readFixture, rowNumbers, texts } from './support.ts'

const read = (text: string, name = 'roster.csv') => readSheetFile(new TextEncoder().encode(text), name)

describe('encodings', () => {
  it.each([
    ['windows-1252.csv', 'windows-1252', ','],
    ['utf-16.csv', 'utf-16le', '\t'],
    ['semicolon.csv', 'utf-8', ';'],
  ])('reads the accents of %s', (name, encoding, delimiter) => {
    const file = readFixture(name)
    expect(file).toMatchObject({ encoding, delimiter })
    expect(texts(file.sheets[0]).slice(0, 2)).toEqual([
      ['Name', 'Site'],
      ['Zoë Müller', 'Café — East'],
    ])
  })

  it('says that windows-1252 is a guess', () => {
    expect(noteCodes(readFixture('windows-1252.csv'))).toEqual(['encodingGuessed'])
    expect(noteCodes(readFixture('utf-16.csv'))).toEqual([])
  })

  it('looks at the whole file before it calls it UTF-8', () => {
    const file = readFixture('utf-8-late-accent.csv')
    expect(file.encoding).toBe('utf-8')
    expect(texts(file.sheets[0]).at(-1)).toEqual(['Zoë', 'West'])
  })

  it('knows UTF-16 without a byte order mark by its zeros', () => {
    expect(readFixture('utf-16be-unmarked.csv').encoding).toBe('utf-16be')
  })
})

describe('delimiters', () => {
  it('is not misled by names with commas', () => {
    expect(texts(readFixture('tabs.txt').sheets[0])).toEqual([
      ['Name', 'Phone'],
      ['Lee, Ann', '+1-303-555-0134'],
    ])
    expect(readFixture('tabs.txt').format).toBe('txt')
    expect(texts(readFixture('semicolon.csv').sheets[0])[2]).toEqual(['Lee, Ann', '0,5'])
  })

  it('obeys a "sep=" line, which is no row', () => {
    const file = readFixture('separator-line.csv')
    expect(file.delimiter).toBe('|')
    expect(rowNumbers(file.sheets[0])).toEqual([1, 2])
    expect(texts(file.sheets[0])[1]).toEqual(['Ann', 'East; North, South'])
  })

  it('reads one column as one column', () => {
    expect(texts(read('Email\na@example.edu\nb@example.edu\n').sheets[0])).toEqual([
      ['Email'],
      ['a@example.edu'],
      ['b@example.edu'],
    ])
  })
})

describe('cells', () => {
  it('numbers rows by record, blank ones too, and changes no text', () => {
    const [sheet] = readFixture('quoted.csv').sheets
    expect(rowNumbers(sheet)).toEqual([1, 2, 4])
    expect(texts(sheet)[1]).toEqual(['Lee, Ann', 'two\nlines'])
    expect(texts(sheet)[2]).toEqual(['Ode, "Ben"', '=1+1'])
  })

  it('keeps ids, dates and signs as the text they are', () => {
    expect(texts(read('id,start,n\n00123,7/1/26,1.23E+09\n').sheets[0])[1]).toEqual(['00123', '7/1/26', '1.23E+09'])
  })

  it('names the row where a quotation mark is never closed', () => {
    const file = readFixture('unclosed-quote.csv')
    expect(noteCodes(file)).toEqual(['unclosedQuote'])
    expect(file.notes[0]!.message).toContain('row 3')
  })

  it('takes 512 columns, and says that there were more', () => {
    const file = read(`${Array(600).fill('x').join(',')}\n`)
    expect(file.sheets[0]!.rows[0]!.cells).toHaveLength(512)
    expect(noteCodes(file)).toEqual(['truncatedColumns'])
  })

  it('gives back every table papaparse writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ',', ';', '\t', '"', '\n', ' ', 'é', '=') })
    // A filled last column, so that nothing is trimmed from the end of a row.
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        const ended = rows.map((row) => ['start', ...row, 'end'])
        const { sheets } = read(`sep=,\r\n${Papa.unparse(ended, { newline: '\r\n' })}\r\n`)
        expect(texts(sheets[0])).toEqual(ended.map((row) => row.map((text) => (text.trim() === '' ? null : text))))
      }),
    )
  })
})

describe('pasted cells', () => {
  it('reads what Excel copies', () => {
    const file = readPastedText('Name\tNote\r\n"Bob" Lee\t"two\nlines, ""quoted"""\r\n\t=1+1\r\n')
    expect(file).toMatchObject({ format: 'pasted', encoding: null, delimiter: '\t' })
    expect(texts(file.sheets[0])).toEqual([
      ['Name', 'Note'],
      ['"Bob" Lee', 'two\nlines, "quoted"'],
      [null, '=1+1'],
    ])
  })

  it('keeps empty cells and rows in their places', () => {
    const { sheets } = readPastedText('a\t\tc\n\n\t\n"\td\ne')
    expect(texts(sheets[0])).toEqual([['a', null, 'c'], ['"', 'd'], ['e']])
    expect(rowNumbers(sheets[0])).toEqual([1, 4, 5])
  })

  it('reads any text to its end', () => {
    const unit = fc.constantFrom('a', '"', '\t', '\r', '\n')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const seen = texts(readPastedText(text).sheets[0]).flat().join('')
        expect(seen.split('a')).toHaveLength(text.split('a').length)
      }),
    )
  })
})
