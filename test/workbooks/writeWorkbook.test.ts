import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { ColumnModel, RowModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { askOpenpyxl, convertWithLibreOffice, needLibreOffice } from '#test/support/otherOffice.ts'

const columns: ColumnModel[] = [
  { header: 'Student ID', key: 'id', type: 'text' },
  { header: 'Name', key: 'name', type: 'text' },
  { header: 'Start', key: 'start', type: 'date' },
  { header: 'Class of', key: 'year', type: 'integer' },
  { header: 'FTE', key: 'fte', type: 'number' },
  { header: 'Pay', key: 'pay', type: 'money' },
  { header: 'Share', key: 'share', type: 'percent' },
]
const rows: RowModel[] = [
  { id: '00012345', name: 'Álvarez, Inés', start: '2026-07-01', year: 2027, fte: 0.1, pay: 2_796_423, share: 2390 },
  { id: '00012346', name: '=1+1', start: '1999-12-31', year: 2028, fte: 1, pay: -500, share: 10_000 },
  { id: '00012347', name: '  _x0041_\u0007 two\nlines', start: null, year: null, fte: null, pay: null, share: null },
]
const model: WorkbookModel = {
  title: 'Roster 2026-27',
  creator: 'Coachdesk',
  created: '2026-11-22T09:00:00.000Z',
  sheets: [
    { kind: 'table', name: "Dean's learners", title: '2026 learners & coaches', columns, rows },
    { kind: 'table', name: 'Coaches', title: 'Coaches', columns, rows: [] },
    { kind: 'facts', name: 'About', title: 'About this workbook', facts: [{ label: 'As of', value: 'Nov 22, 2026' }] },
  ],
}

let folder = ''
let path = ''
let bytes: Uint8Array = new Uint8Array()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coachdesk-workbook-'))
  path = join(folder, 'roster.xlsx')
  bytes = await writeWorkbook(model)
  writeFileSync(path, bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inspect = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
def value(cell):
    return cell.value.isoformat() if hasattr(cell.value, "isoformat") else cell.value
print(json.dumps({
    "sheets": book.sheetnames,
    "properties": [book.properties.title, book.properties.creator, book.properties.created.isoformat()],
    "rows": [[value(cell) for cell in row] for row in sheet.iter_rows()],
    "types": [cell.data_type for cell in sheet[3]],
    "formats": [cell.number_format for cell in sheet[2]],
    "bold": sheet["A1"].font.b,
    "freeze": sheet.freeze_panes,
    "tables": [[(t.ref, [c.name for c in t.tableColumns]) for t in s.tables.values()] for s in book],
    "titleRows": sheet.print_title_rows,
    "page": [sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight,
             sheet.sheet_properties.pageSetUpPr.fitToPage],
    "footer": [part.text for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)],
    "widths": {k: v.width for k, v in sheet.column_dimensions.items()},
}))`

describe('a workbook, read by openpyxl', () => {
  it('holds real types, ids as text, and a table with filters', () => {
    const seen = askOpenpyxl(inspect, [path]) as Record<string, unknown> & { widths: Record<string, number> }
    expect(seen).toMatchObject({
      sheets: ['Dean’s learners', 'Coaches', 'About'],
      properties: ['Roster 2026-27', 'Coachdesk', '2026-11-22T09:00:00'],
      types: ['s', 's', 'd', 'n', 'n', 'n', 'n'],
      formats: ['@', '@', 'mmm d, yyyy', '0', '#,##0.00', '"$"#,##0.00;-"$"#,##0.00', '0.0%'],
      bold: true,
      freeze: 'A2',
      tables: [[['A1:G4', columns.map(({ header }) => header)]], [], []],
      titleRows: '$1:$1',
      page: ['landscape', 1, 0, true],
      footer: ['&A', '&F, &D', 'Page &P of &N'],
    })
    expect(seen['rows']).toEqual([
      columns.map(({ header }) => header),
      ['00012345', 'Álvarez, Inés', '2026-07-01T00:00:00', 2027, 0.1, 27_964.23, 0.239],
      ['00012346', '=1+1', '1999-12-31T00:00:00', 2028, 1, -5, 1],
      ['00012347', expect.stringContaining('two\nlines'), null, null, null, null, null],
    ])
    for (const width of Object.values(seen.widths)) expect(width % 1).toBeCloseTo(0.71)
  })
})

describe('a workbook, opened by LibreOffice', () => {
  it('shows what was meant', (context) => {
    needLibreOffice(context)
    const csv = convertWithLibreOffice(path, 'csv').toString('utf8').split('\n')
    expect(csv[1]).toBe('00012345,"Álvarez, Inés","Jul 1, 2026",2027,0.10,"$27,964.23",23.9%')
    expect(csv[2]).toBe('00012346,=1+1,"Dec 31, 1999",2028,1.00,-$5.00,100.0%')
  })

  it('prints', (context) => {
    needLibreOffice(context)
    expect(convertWithLibreOffice(path, 'pdf').subarray(0, 4).toString()).toBe('%PDF')
  })
})

describe('a workbook, read back', () => {
  it('gives the same values, with escapes and control characters taken care of', () => {
    const file = readSheetFile(bytes, 'roster.xlsx')
    expect(file.notes).toEqual([])
    expect(file.sheets[0]!.filtered).toBe(false)
    const row = file.sheets[0]!.rows[3]!
    expect(row.cells[1]!.text).toBe('  _x0041_ two\nlines')
    expect(file.sheets[1]!.rows).toHaveLength(1)
  })

  it('is the same bytes from the same model', async () => {
    expect(Buffer.compare(await writeWorkbook(model), bytes)).toBe(0)
  })

  it('carries the time of its data, not of its making', () => {
    const times = askOpenpyxl(
      'import json, sys, zipfile; print(json.dumps([i.date_time for i in zipfile.ZipFile(sys.argv[1]).infolist()]))',
      [path],
    ) as number[][]
    expect(times.length).toBeGreaterThan(5)
    for (const time of times) expect(time).toEqual([2026, 11, 22, 9, 0, 0])
  })
})

/** A workbook of one cell. */
const write = (column: Partial<ColumnModel>, value: string | number) =>
  writeWorkbook({
    ...model,
    sheets: [
      {
        kind: 'table',
        name: 'S',
        title: 'S',
        columns: [{ header: 'H', key: 'h', type: 'text', ...column }],
        rows: [{ h: value }],
      },
    ],
  })

describe('what does not fit', () => {
  it.each([
    ['a number that is none', { type: 'number' }, Number.NaN],
    ['infinity', { type: 'number' }, Number.POSITIVE_INFINITY],
    ['money with a fraction of a cent', { type: 'money' }, 10.5],
    ['a date that is none', { type: 'date' }, '2026-02-30'],
    ['text in a column of numbers', { type: 'integer' }, '12'],
  ] as const)('is a fault, named by its place: %s', async (_, column, value) => {
    await expect(write(column, value)).rejects.toThrow('Sheet "S", row 2, column h')
  })

  it('is cut with an ellipsis where text is over the limit of a cell', async () => {
    const { sheets } = readSheetFile(await write({}, 'x'.repeat(40_000)), 'long.xlsx')
    const { text } = sheets[0]!.rows[1]!.cells[0]!
    expect(text).toHaveLength(32_767)
    expect(text.endsWith('x…')).toBe(true)
  })

  it('writes days before March 1900 as text, which Excel would show one off', async () => {
    const { sheets } = readSheetFile(await write({ type: 'date' }, '1900-01-05'), 'old.xlsx')
    expect(sheets[0]!.rows[1]!.cells[0]).toEqual({ text: '1900-01-05', kind: 'text' })
  })
})

describe('dates', () => {
  it.each(['America/Denver', 'Asia/Kolkata', 'UTC'])('are the same days in %s', (zone) => {
    const target = join(folder, `${zone.replace('/', '-')}.xlsx`)
    const script = `
      import { readFileSync, writeFileSync } from 'node:fs'
      import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
      import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
      const [path, model] = process.argv.slice(1)
      writeFileSync(path, await writeWorkbook(JSON.parse(model)))
      const rows = readSheetFile(readFileSync(path), path).sheets[0].rows
      console.log(JSON.stringify([rows.slice(1, 3).map(({ cells }) => cells[2].text), new Date(2026, 6, 1).getTimezoneOffset()]))`
    const args = ['--input-type=module-typescript', '--no-warnings', '-e', script, target, JSON.stringify(model)]
    const printed = execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
    const [days, offset] = JSON.parse(printed) as [string[], number]
    expect(offset).toBe({ 'America/Denver': 360, 'Asia/Kolkata': -330, UTC: 0 }[zone])
    expect(days).toEqual(['2026-07-01', '1999-12-31'])
    const seen = askOpenpyxl(inspect, [target]) as { rows: unknown[][] }
    expect(seen.rows.slice(1, 3).map((row) => row[2])).toEqual(['2026-07-01T00:00:00', '1999-12-31T00:00:00'])
  })
})
