import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import { fixtureBytes, refusalOf } from './support.ts'
import { workbookOf, zipFile } from './zipFile.ts'

/** Where an entry of a zip's directory holds the checksum of its part. */
const checksumAt = 16

const refusal = (bytes: Uint8Array, name: string) => refusalOf(() => readSheetFile(bytes, name))

const zeros = (size: number, declaredSize = size): Uint8Array =>
  zipFile([{ name: 'xl/workbook.xml', content: Buffer.alloc(size), declaredSize }])
/** Anything but a refusal is a fault and goes on to fail the test. */
function outcome(bytes: Uint8Array): string {
  try {
    readSheetFile(bytes, 'fuzzed')
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

describe('files that are no spreadsheet we read', () => {
  it.each([
    ['tidy.xls', 'is in the old .xls format'],
    ['tidy.ods', 'is an OpenDocument spreadsheet'],
    ['binary.xlsb', 'is a binary workbook'],
    ['encrypted.xlsx', 'is protected by a password'],
    ['web-page.xls', 'is a web page'],
    ['tidy.pdf', 'is a PDF'],
    ['pages.numbers', 'is a Numbers document'],
    ['letter.docx', 'is a document or presentation'],
    ['photos.zip', 'is a compressed folder'],
    ['doctype.xlsx', 'is built in a way no spreadsheet program writes'],
    ['chart-only.xlsx', 'holds no worksheet'],
  ])('names %s and says what to do', (name, words) => {
    const message = refusal(fixtureBytes(name), name)
    expect(message).toContain(`"${name}" ${words}`)
    expect(message).toMatch(/\. (Open|Save|Export|Ask|Copy|Extract|Put)\b.*\.$/)
  })

  it('judges by content, not by name', () => {
    expect(readSheetFile(fixtureBytes('tidy-openpyxl.xlsx'), 'roster.csv').format).toBe('xlsx')
    expect(readSheetFile(fixtureBytes('semicolon.csv'), 'roster.xlsx').format).toBe('csv')
  })

  it.each([
    ['nothing', '', 'is empty'],
    ['white space', ' \r\n\t\n', 'is empty'],
    ['XML', '<?xml version="1.0"?><a/>', 'is an XML file'],
    ['a picture', '\u0089PNG\r\n', 'is not a spreadsheet'],
    ['bytes', 'ab\0\u0001\u0002cd', 'is not a spreadsheet'],
  ])('refuses %s', (_, content, words) => {
    expect(refusal(Buffer.from(content, 'latin1'), 'x.csv')).toContain(words)
  })

  it('refuses a workbook cut off anywhere', () => {
    const whole = fixtureBytes('tidy-libreoffice.xlsx')
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(refusal(cut, 'cut.xlsx')).toContain('is damaged or cut off')
    }
  })

  it('notices a part that inflates to other bytes than were packed', () => {
    const bytes = Buffer.from(workbookOf('<worksheet><sheetData/></worksheet>'))
    expect(readSheetFile(bytes, 'whole.xlsx').sheets).toHaveLength(1)
    bytes[bytes.lastIndexOf('PK\u0001\u0002') + checksumAt]! ^= 1
    expect(refusal(bytes, 'changed.xlsx')).toContain('is damaged or cut off')
  })
})

describe('bombs', () => {
  const megabyte = 1024 * 1024
  it('refuses a part said to be larger than any spreadsheet', () => {
    expect(refusal(zeros(10, 350 * megabyte), 'bomb.xlsx')).toContain('would fill more memory')
  })

  it('refuses many parts that are larger together', () => {
    const parts = [1, 2, 3].map((n) => ({ name: `${n}.xml`, content: 'x', declaredSize: 120 * megabyte }))
    expect(refusal(zipFile(parts), 'bomb.xlsx')).toContain('would fill more memory')
  })

  it('refuses a ratio no sheet has', () => {
    expect(refusal(zeros(60 * megabyte), 'bomb.xlsx')).toContain('no spreadsheet program writes')
  })

  it('stops at the declared size where the directory lies', () => {
    expect(refusal(zeros(60 * megabyte, 1000), 'liar.xlsx')).toContain('no spreadsheet program writes')
  })

  it('refuses elements nested without end', () => {
    expect(refusal(workbookOf('<a>'.repeat(5000)), 'deep.xlsx')).toContain('no spreadsheet program writes')
  })

  it('is not slowed by merges and links that cover the sheet many times over', () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(2000)
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)
    const file = readSheetFile(
      workbookOf(`<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`),
      'merges.xlsx',
    )
    expect(file.sheets[0]!.rows).toHaveLength(2000)
  })
})

describe('any bytes at all', () => {
  const fixtures = [
    'tidy-libreoffice.xlsx',
    'rich-text.xlsx',
    'merged.xlsx',
    'links.xlsx',
    'filtered.xlsx',
    'semicolon.csv',
    'utf-16.csv',
    'quoted.csv',
    'encrypted.xlsx',
    'tidy.xls',
  ].map((name) => fixtureBytes(name))

  it('are read or refused when bytes of real files change', () => {
    const change = fc.record({ at: fc.nat(100_000), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 12 }), (file, changes) => {
        const bytes = Uint8Array.from(file)
        for (const { at, to } of changes) bytes[at % bytes.length] = to
        expect(outcome(bytes)).toMatch(/read|refused/)
      }),
      { numRuns: 600 },
    )
  })

  it('are read or refused when the XML inside of a package changes', () => {
    const sheet =
      '<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><f>1</f>' +
      '<v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C9"/></mergeCells><hyperlink ref="A1"/></worksheet>'
    const change = fc.record({ at: fc.nat(sheet.length), drop: fc.nat(8), text: fc.string({ maxLength: 8 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let xml = sheet
        for (const { at, drop, text } of changes) xml = xml.slice(0, at) + text + xml.slice(at + drop)
        expect(outcome(workbookOf(xml))).toMatch(/read|refused/)
      }),
      { numRuns: 600 },
    )
  })

  it('are read or refused when they are nothing in particular', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(outcome(bytes)).toMatch(/read|refused/)
      }),
      { numRuns: 600 },
    )
  })
})
