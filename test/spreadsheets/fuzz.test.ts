import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedText } from '#main/spreadsheets/readPastedText.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import { describeRow, planImport } from '#shared/imports/preview.ts'
import { recognise } from '#shared/imports/recognise.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import { fixtureBytes } from '#test/spreadsheets/support.ts'
import { workbookOf } from '#test/spreadsheets/zipFile.ts'

const program: TargetProgram = { kind: 'ume', year: 2026, cohorts: [], sites: [], coaches: [], customFields: [] }

/** All that happens to a file before anything is stored. Nothing may be thrown but a refusal in words. */
function digest(read: () => SheetFile): void {
  try {
    const file = read()
    for (const kind of ['learners', 'coaches'] as const) {
      const recognised = recognise(file, kind, program, {})
      const plan = planImport(recognised, kind, program, [], {})
      const { rows, create, update, unchanged, skipped, needsYou } = plan.counts
      expect(create + update + unchanged + skipped + needsYou).toBe(rows)
      for (const { sheet, ignoredRows, rows: people, header } of recognised.sheets) {
        const numbers = [...people.map(({ number }) => number), ...ignoredRows.map(({ row }) => row)]
        expect(new Set(numbers).size).toBe(numbers.length)
        const known = new Set([...numbers, ...(header?.rows ?? [])])
        for (const { number } of sheet.rows) expect(known).toContain(number)
      }
      JSON.stringify(plan.rows.map((row) => describeRow(row, kind, [])))
    }
  } catch (error) {
    if (!(error instanceof Refusal && error.message.endsWith('.'))) throw error
  }
}

/** So much, and no more: it runs with every test run. */
const bounded = { numRuns: 150, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false }

const workbooks = [
  'tidy-openpyxl.xlsx',
  'links.xlsx',
  'merged.xlsx',
  'rosters/values.xlsx',
  'rosters/two-header-rows.xlsx',
]

describe('whatever is in a file', () => {
  it('bytes that are anything are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => digest(() => readSheetFile(bytes, 'any.csv'))),
      bounded,
    )
  })

  it('a workbook with bytes changed, cut or repeated is read or refused', () => {
    const damage = fc.record({
      name: fc.constantFrom(...workbooks),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 12 }),
      keep: fc.double({ min: 0.5, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(damage, ({ name, at, bytes, keep }) => {
        const whole = fixtureBytes(name).slice()
        whole.set(bytes, Math.floor(at * (whole.length - bytes.length)))
        digest(() => readSheetFile(whole.subarray(0, Math.ceil(keep * whole.length)), name))
      }),
      bounded,
    )
  })

  it('a worksheet of any elements, attributes and values is read or refused', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Last name', '=1+1', '1E400', '-1', '45839', '__proto__'),
    )
    const cell = fc
      .record({
        r: fc.option(fc.constantFrom('A1', 'B2', 'XFD1048576', 'ZZZZ9', '', '1', 'A0', '$C$3')),
        t: fc.option(fc.constantFrom('s', 'str', 'inlineStr', 'b', 'e', 'd', 'n', 'x')),
        s: fc.option(fc.constantFrom('0', '-1', '999999', 'x')),
        v: fc.option(text),
        f: fc.option(text),
      })
      .map(({ r, t, s, v, f }) => {
        const attributes = [r && `r="${r}"`, t && `t="${t}"`, s && `s="${s}"`].filter(Boolean).join(' ')
        const inner = `${f === null ? '' : `<f>${escaped(f)}</f>`}${v === null ? '' : `<v>${escaped(v)}</v>`}`
        return `<c ${attributes}>${inner}</c>`
      })
    const row = fc
      .tuple(fc.option(fc.constantFrom('1', '2', '0', '-5', '1048577', 'x', '1e9')), fc.array(cell, { maxLength: 6 }))
      .map(([r, cells]) => `<row ${r === null ? '' : `r="${r}"`}>${cells.join('')}</row>`)
    const merge = fc.constantFrom('A1:XFD1048576', 'A1:B2', 'B2:A1', 'A1', '', 'A:A', '1:1', 'ZZZZ1:B2')
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(merge, { maxLength: 3 }), (rows, merges) => {
        const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
        const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`
        digest(() => readSheetFile(workbookOf(sheet), 'made.xlsx'))
      }),
      bounded,
    )
  })

  it('a roster of any texts is read, in a file and pasted', () => {
    const header = fc.constantFrom(
      'Name',
      'Last name',
      'First name',
      'Email',
      'Student ID',
      'NPI',
      'Class',
      'Level',
      'Start date',
      'Coach',
      '',
      'x',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('Li, Ann', 'MS3', '2/30/2026', '1.2E+09', 'a@b.edu', '"', '​', 'é', '٣', '00012', '9'.repeat(400)),
    )
    const table = fc.tuple(
      fc.array(header, { minLength: 1, maxLength: 6 }),
      fc.array(fc.array(value, { maxLength: 7 }), { maxLength: 8 }),
    )
    fc.assert(
      fc.property(table, ([headers, rows]) => {
        const lines = [headers, ...rows]
        const quoted = lines.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
        digest(() => readSheetFile(new TextEncoder().encode(quoted), 'roster.csv'))
        digest(() => readPastedText(lines.map((cells) => cells.join('\t')).join('\n')))
      }),
      bounded,
    )
  })
})

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
