import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellModel, FormulaCellModel, GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { toResult } from '#main/spreadsheets/write/toCell.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { askOpenpyxl, needLibreOffice } from '#test/support/otherOffice.ts'
import { recalculate } from '#test/support/recalculate.ts'
import { budgetModel } from '#test/workbooks/gridFixture.ts'

let folder = ''
let path = ''
let bytes: Uint8Array = new Uint8Array()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coachdesk-grid-'))
  path = join(folder, 'budget.xlsx')
  bytes = await writeWorkbook(budgetModel)
  writeFileSync(path, bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inspect = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
saved = openpyxl.load_workbook(sys.argv[1], data_only=True)
inputs, sheet = book["2027"], book["Budget & FTE"]
print(json.dumps({
    "names": {name.name: name.attr_text for name in book.defined_names.definedName},
    "calculates": book.calculation.fullCalcOnLoad,
    "formulas": [cell.value for cell in sheet[5]][1:4] + [cell.value for cell in sheet[8]][1:],
    "saved": [cell.value for cell in saved["Budget & FTE"][5]][1:4] + [cell.value for cell in saved["Budget & FTE"][8]][1:],
    "inputs": [cell.number_format for cell in inputs["B"]][2:],
    "inputColour": inputs["B3"].font.color.rgb,
    "calculated": sheet["E8"].number_format,
    "total": [sheet["B8"].font.b, sheet["B8"].border.top.style],
    "merged": [str(cells) for cells in sheet.merged_cells.ranges],
    "link": sheet["A5"].hyperlink.location,
    "freeze": [inputs.freeze_panes, sheet.freeze_panes],
    "filter": sheet.auto_filter.ref,
    "titleRows": sheet.print_title_rows,
    "breaks": [brk.id for brk in sheet.row_breaks.brk],
    "header": sheet.oddHeader.left.text,
    "validations": [[str(v.sqref), v.type, v.formula1, v.formula2, v.error] for v in inputs.data_validations.dataValidation],
    "conditional": [[str(r.sqref), rule.type, rule.formula, rule.priority]
        for r in sheet.conditional_formatting for rule in r.rules],
}))`

describe('a grid, read by openpyxl', () => {
  it('holds formulas with their results, names, formats and rules', () => {
    const budget = "'Budget & FTE'!"
    expect(askOpenpyxl(inspect, [path])).toEqual({
      names: {
        Base_salary: "'2027'!$B$3",
        Cost_per_learner: `${budget}$B$9`,
        Effort: "'2027'!$B$5",
        First_day: "'2027'!$B$8",
        Fringe_rate: "'2027'!$B$6",
        Learners: "'2027'!$B$10",
        Ratio: "'2027'!$B$7",
        Salary_cap: "'2027'!$B$4",
        Totals: `${budget}$D$5:$D$7`,
      },
      calculates: true,
      formulas: [
        '=ROUND(MIN(Base_salary,Salary_cap)*Effort*1,2)',
        '=ROUND(B5*Fringe_rate,2)',
        '=B5+C5',
        '=SUM(B5:B7)',
        '=SUM(C5:C7)',
        '=SUM(Totals)',
        '=IF(D8>0,"Over 0","None")',
      ],
      saved: [22_570, 5394.23, 27_964.23, 135_420, 32_365.38, 167_785.38, 'Over 0'],
      inputs: [
        '"$"#,##0.00;-"$"#,##0.00',
        '"$"#,##0;-"$"#,##0',
        '0.00##',
        '0.00%',
        '"1:"General',
        'mmm d, yyyy',
        '@',
        '#,##0',
      ],
      inputColour: 'FF1D4ED8',
      calculated: 'General',
      total: [true, 'medium'],
      merged: ['A2:E2'],
      link: "'2027'!B3",
      freeze: ['B3', 'B5'],
      filter: 'A4:E7',
      titleRows: '$4:$4',
      breaks: [26, 44],
      header: expect.stringContaining('Budget && FTE, 2027 to 2029'),
      validations: [
        ['B10:C11', 'list', "'Budget & FTE'!$A$5:$A$7", null, 'Choose a year.'],
        ['B5', 'decimal', '0', '1', 'Enter an effort of 0 to 1.0 FTE.'],
        ['B8', 'date', '46023', '47848', 'Enter a day from 2026 to 2030.'],
        ['B9', 'list', '"Effort,Stipend,Volunteer"', null, 'Choose how coaches are paid.'],
      ],
      conditional: [
        ['E5:E7', 'expression', ['AND(ISNUMBER(E5),E5>(0.75))'], 1],
        ['B5:D8', 'expression', ['AND(ISNUMBER(B5),B5<0)'], 2],
        ['E8', 'expression', ['E8="Over 0"'], 3],
        ['D5:D7', 'dataBar', [], 4],
      ],
    })
  })
})

const nineDecimals = <V>(value: V): V | number => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value)

/** What was saved for a formula, as another program shows it. */
function savedResult({ value, type = 'text' }: FormulaCellModel): string | number | boolean {
  const saved = toResult(value, type)
  if (saved instanceof Date) return saved.toISOString().slice(0, 10)
  return typeof saved === 'object' ? saved.error : nineDecimals(saved)
}

describe('a grid, calculated by LibreOffice without its saved results', () => {
  it('gives the results that were saved', (context) => {
    needLibreOffice(context)
    const calculated = recalculate(bytes).get('Budget & FTE')!
    const cells = budgetModel.sheets.flatMap((sheet) =>
      sheet.kind === 'grid' && sheet.name === 'Budget & FTE'
        ? sheet.rows.flatMap((row, top) =>
            (row.cells ?? []).map((cell, left) => ({ cell, found: calculated[top]?.[left] })),
          )
        : [],
    )
    const formulas = cells.flatMap(({ cell, found }) =>
      cell && 'formula' in cell
        ? [{ formula: cell.formula, saved: savedResult(cell), found: nineDecimals(found) }]
        : [],
    )
    expect(formulas).toHaveLength(19)
    expect(formulas.filter(({ saved, found }) => saved !== found)).toEqual([])
  })

  it('would notice a saved result that is wrong', async (context) => {
    needLibreOffice(context)
    const wrong = await writeWorkbook(workbook([{ formula: '1+1', value: 3, type: 'number' }]))
    expect(recalculate(wrong).get('S')).toEqual([[2]])
  })
})

describe('a grid, read back', () => {
  it('gives the saved results', () => {
    const sheet = readSheetFile(bytes, 'budget.xlsx').sheets[1]!
    expect(sheet.rows.find(({ cells }) => cells[0]?.text === 'Total')?.cells.map((cell) => cell?.text)).toEqual([
      'Total',
      '135420',
      '32365.38',
      '167785.38',
      'Over 0',
    ])
  })

  it('is the same bytes from the same model, also after it crossed to a worker', async () => {
    expect(Buffer.compare(await writeWorkbook(structuredClone(budgetModel)), bytes)).toBe(0)
  })
})

/** A workbook of one grid, of one row. */
const workbook = (cells: CellModel[], more: Partial<GridSheetModel> = {}): WorkbookModel => ({
  ...budgetModel,
  names: [],
  sheets: [{ kind: 'grid', name: 'S', title: 'S', columns: [], rows: [{ cells }], ...more }],
})
const cellText = async (cell: CellModel) =>
  readSheetFile(await writeWorkbook(workbook([cell])), 'one.xlsx').sheets[0]!.rows[0]!.cells[0]!.text

describe('what does not fit', () => {
  it.each([
    ['a formula with its sign', { formula: '=1+1', value: 2 }, 'Not a formula'],
    ['an empty formula', { formula: '', value: 2 }, 'Not a formula'],
    ['a formula that is too long', { formula: `1${'+1'.repeat(4100)}`, value: 2 }, 'Not a formula'],
    ['a formula on two lines', { formula: '1+\n1', value: 2 }, 'Not a formula'],
    ['a result that is none', { formula: '0/0', value: Number.NaN, type: 'number' }, 'Not a number'],
    ['money with a fraction of a cent', { value: 10.5, type: 'wholeMoney' }, 'Not a integer'],
    ['an effort that is a fraction of a basis point', { value: 0.1, type: 'fte' }, 'Not a integer'],
  ] as const)('is a fault, named by its place: %s', async (_, cell, cause) => {
    const fault = await writeWorkbook(workbook([{ value: 'A' }, cell])).catch((error: Error) => error)
    expect(fault).toMatchObject({ message: 'Sheet "S", cell B1', cause: { message: expect.stringContaining(cause) } })
  })

  it.each(['A1', 'XFD77', 'R1C1', 'r', 'C', 'two words', '1st', 'a-b', ''])('is a name such as "%s"', async (name) => {
    await expect(writeWorkbook(workbook([{ value: 1, type: 'number', name }]))).rejects.toThrow('Not a name')
  })

  it('is a name used twice, in any case', async () => {
    const cells: CellModel[] = [
      { value: 'a', name: 'Rate' },
      { value: 'b', name: 'RATE' },
    ]
    await expect(writeWorkbook(workbook(cells))).rejects.toThrow('Two cells are called')
  })

  it.each(["Dean's", 'A/B', 'History', 'x'.repeat(32), ''])('is a sheet called "%s"', async (name) => {
    await expect(writeWorkbook(workbook([{ value: 'a' }], { name }))).rejects.toThrow('Formulas could not call')
  })

  it('is a list too long for a rule, or with a comma in a choice', async () => {
    const range = { top: 1, bottom: 9, left: 1, right: 1 }
    for (const values of [Array.from({ length: 60 }, (_, index) => `Fund ${index}`), ['Dean, office']]) {
      const validations = [{ range, allow: 'list', values, message: 'Choose.' } as const]
      await expect(writeWorkbook(workbook([{ value: 'a' }], { validations }))).rejects.toThrow('belongs into a range')
    }
  })
})

describe('the shape of a grid', () => {
  const shape = async (cells: CellModel[], more: Partial<GridSheetModel> = {}) => {
    const target = join(folder, 'shape.xlsx')
    writeFileSync(target, await writeWorkbook(workbook(cells, more)))
    return askOpenpyxl(
      `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps({
    "widths": [sheet.column_dimensions[c.column_letter].width for c in sheet[1] if c.value is not None],
    "height": sheet.row_dimensions[1].height,
    "wraps": [bool(c.alignment.wrap_text) for c in sheet[1] if c.value is not None],
    "page": [sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.print_area],
}))`,
      [target],
    ) as { widths: number[]; height: number | null; wraps: boolean[]; page: unknown[] }
  }

  it('gives figures room, headers two lines and long text a limit', async () => {
    const { widths, wraps } = await shape([
      { value: 123_456_789_012, type: 'money' },
      { value: 'Variance in percent of budget', type: 'percent', style: 'header' },
      { value: 'word '.repeat(40) },
    ])
    expect(widths[0]).toBeGreaterThan('$1,234,567,890.12'.length)
    expect(widths[1]).toBeLessThan('Variance in percent of budget'.length)
    expect(widths[2]).toBeLessThan(60)
    expect(wraps).toEqual([false, true, true])
  })

  it('lets a title run on, and a note wrap within its span', async () => {
    const text = 'word '.repeat(40)
    const title = await shape([{ value: text, style: 'title' }])
    const note = await shape([{ value: text, style: 'note', span: 3 }], { columns: [{ width: 20 }, { width: 20 }] })
    expect([title.wraps, note.wraps]).toEqual([[false], [true]])
    expect(title.height).toBe(30)
    expect(note.height).toBeGreaterThan(45)
    expect(note.widths).toEqual([20.71])
  })

  it('prints on one page, upright, and a part of it, where it is told to', async () => {
    const cells = [{ value: 'a' }]
    expect((await shape(cells)).page).toEqual(['landscape', 0, null])
    const printed = { top: 1, bottom: 9, left: 1, right: 3 }
    const { page } = await shape(cells, { onePage: true, orientation: 'portrait', printed })
    expect(page).toEqual(['portrait', 1, ['$A$1:$C$9']])
  })
})

describe('text in a grid', () => {
  it.each(['=1+1', '_x0041_', 'line\nbreak', 'a & b <c>'])('stays what it is: %j', async (value) => {
    expect(await cellText({ value })).toBe(value)
    expect(await cellText({ formula: `"a"`, value })).toBe(value)
  })

  it('loses what a file cannot hold', async () => {
    expect(await cellText({ formula: '"a"', value: 'bell \u0007' })).toBe('bell ')
  })
})
