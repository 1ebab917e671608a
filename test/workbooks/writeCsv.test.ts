import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { ColumnModel } from '#main/spreadsheets/workbookModel.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import { convertWithLibreOffice, needLibreOffice } from '#test/support/otherOffice.ts'

const columns: ColumnModel[] = [
  { header: 'Name', key: 'name', type: 'text' },
  { header: 'Start', key: 'start', type: 'date' },
  { header: 'Pay', key: 'pay', type: 'money' },
  { header: 'Share', key: 'share', type: 'percent' },
]

const csv = (name: string, pay: number | null = null): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    writeCsv(columns, [{ name, start: '2026-07-01', pay, share: 2390 }]),
  )

describe('a CSV', () => {
  it('has a byte order mark, CRLF, ISO dates and plain numbers', () => {
    expect(csv('Álvarez, "Inés"', -550)).toBe(
      '\uFEFFName,Start,Pay,Share\r\n"Álvarez, ""Inés""",2026-07-01,-5.5,0.239\r\n',
    )
  })

  it.each([
    ['wholeMoney', 123_456, '1234.56'],
    ['rate', 3333, '0.3333'],
    ['fte', 1250, '0.125'],
    ['ratio', 7.5, '7.5'],
    ['count', 1240, '1240'],
  ] as const)('writes %s %d as %s', (type, value, text) => {
    const bytes = writeCsv([{ header: 'H', key: 'h', type }], [{ h: value }])
    expect(new TextDecoder().decode(bytes)).toBe(`H\r\n${text}\r\n`)
  })

  it.each(['=1+1', '+1-303', '-x', '@cmd', '\t=1', '=1\nsecond line', '＝1'])('neutralises %j', (text) => {
    expect(csv(text)).toContain(`'${text}`)
  })

  it('leaves ordinary text alone', () => {
    expect(csv("O'Brien = Sam")).toContain("\nO'Brien = Sam,")
  })

  it('is read the same by LibreOffice and by us', (context) => {
    needLibreOffice(context)
    const folder = mkdtempSync(join(tmpdir(), 'coachdesk-csv-'))
    try {
      const path = join(folder, 'export.csv')
      const bytes = writeCsv(columns, [{ name: 'Álvarez', start: '2026-07-01', pay: 100, share: null }])
      writeFileSync(path, bytes)
      const theirs = readSheetFile(convertWithLibreOffice(path, 'xlsx'), 'theirs.xlsx')
      const ours = readSheetFile(bytes, 'ours.csv')
      const seen = (file: typeof ours) => file.sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text))
      expect(seen(ours)).toEqual([
        ['Name', 'Start', 'Pay', 'Share'],
        ['Álvarez', '2026-07-01', '1'],
      ])
      expect(seen(theirs)).toEqual(seen(ours))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
