import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetWorkbook } from '#main/features/budget/workbook/budgetWorkbook.ts'
import type { GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { toResult } from '#main/spreadsheets/write/toCell.ts'
import { askOpenpyxl, needLibreOffice } from '#test/support/otherOffice.ts'
import { recalculate } from '#test/support/recalculate.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { completeBudget } from '#test/budget/modelArbitrary.ts'
import { budgetOf } from '#test/budget/modelFixture.ts'
import {
  awkwardDocument,
  budgetDocument,
  budgetExport,
  incompleteDocument,
  nobodyDocument,
} from '#test/workbooks/budgetFixture.ts'

const exported = budgetExport()
const workbook = budgetWorkbook(exported)

const gridsOf = ({ sheets }: WorkbookModel): GridSheetModel[] =>
  sheets.filter((sheet): sheet is GridSheetModel => sheet.kind === 'grid')

const cellsOf = (model: WorkbookModel) =>
  gridsOf(model).flatMap((sheet) =>
    sheet.rows.flatMap(({ cells = [] }, row) =>
      cells.flatMap((cell, column) => (cell ? [{ sheet: sheet.name, row, column, cell }] : [])),
    ),
  )

/** The formulas that LibreOffice finds to give something else than the app. */
async function differences(model: WorkbookModel): Promise<unknown[]> {
  const calculated = recalculate(await writeWorkbook(model))
  return cellsOf(model).flatMap(({ sheet, row, column, cell }) => {
    if (!('formula' in cell)) return []
    const theirs = calculated.get(sheet)?.[row]?.[column]
    const ours = toResult(cell.value, cell.type ?? 'text')
    const shown = ours instanceof Date ? ours.toISOString().slice(0, 10) : ours
    const agree =
      typeof shown === 'object'
        ? theirs === shown.error
        : typeof shown === 'number' && typeof theirs === 'number'
          ? Math.abs(shown - theirs) < 1e-6
          : shown === theirs
    return agree ? [] : [{ sheet, row: row + 1, column: column + 1, formula: cell.formula, shown, theirs }]
  })
}

test('LibreOffice recalculates every figure to the cent', { timeout: 240_000 }, async (context) => {
  needLibreOffice(context)
  expect((await differences(workbook)).slice(0, 10)).toEqual([])
  expect(cellsOf(workbook).filter(({ cell }) => 'formula' in cell).length).toBeGreaterThan(2000)
})

test('what nobody has entered is #N/A there too, and never zero', { timeout: 240_000 }, async (context) => {
  needLibreOffice(context)
  const incomplete = budgetWorkbook(budgetExport(incompleteDocument(), ['6100']))
  expect((await differences(incomplete)).slice(0, 10)).toEqual([])
  const request = gridsOf(incomplete).find(({ name }) => name === 'Request summary')!
  const total = request.rows.flatMap(({ cells = [] }) => (cells[0]?.value === 'Total' ? [cells[1]?.value] : []))
  expect(total).toEqual([{ error: '#N/A' }, { error: '#N/A' }])
})

test('a program without learners or coaches has no cost for each', { timeout: 240_000 }, async (context) => {
  needLibreOffice(context)
  const nobody = budgetWorkbook(budgetExport(nobodyDocument()))
  expect((await differences(nobody)).slice(0, 10)).toEqual([])
  const request = gridsOf(nobody).find(({ name }) => name === 'Request summary')!
  const figures = new Map(request.rows.map(({ cells = [] }) => [cells[0]?.value, cells[1]?.value]))
  expect([figures.get('Cost per learner'), figures.get('Cost per coach')]).toEqual([
    { error: '#N/A' },
    { error: '#N/A' },
  ])
})

test('names of any kind are found as they stand', { timeout: 240_000 }, async (context) => {
  needLibreOffice(context)
  const awkward = awkwardDocument()
  expect((await differences(budgetWorkbook(budgetExport(awkward)))).slice(0, 10)).toEqual([])
  const totals = (document: BudgetDocument) => calculateBudget(document, null).result.totals.total
  expect(totals(awkward)).toEqual(totals(budgetDocument()))
})

test.for(fc.sample(completeBudget, { seed: 12, numRuns: 2 }).map((document, number) => ({ number, document })))(
  'so it does for budgets made at random ($number)',
  { timeout: 240_000 },
  async ({ document }, context) => {
    needLibreOffice(context)
    expect((await differences(budgetWorkbook(budgetExport(document)))).slice(0, 10)).toEqual([])
  },
)

test(
  'a budget in which nothing is entered yet has its sheets, and charts over what is there',
  { timeout: 60_000 },
  () => {
    const empty = budgetWorkbook(budgetExport(budgetOf({ settings: { years: 5 } })))
    const charts = gridsOf(empty).flatMap(({ charts = [] }) => charts)
    expect(charts.flatMap(({ categories, series }) => [categories, ...series.map(({ values }) => values)])).not.toEqual(
      [],
    )
    for (const { categories, series } of charts)
      for (const { top, bottom, left, right } of [categories, ...series.map(({ values }) => values)])
        expect(bottom >= top && right >= left).toBe(true)
  },
)

test('every figure is a formula or an input', () => {
  const typed = cellsOf(workbook).filter(
    ({ cell }) => !('formula' in cell) && typeof cell.value === 'number' && cell.value !== 0 && cell.style !== 'input',
  )
  expect(typed).toEqual([])
})

test('what decides which rows there are is not offered as an input', () => {
  const offered = cellsOf(workbook).filter(({ cell }) => cell.style === 'input')
  expect(offered.filter(({ cell }) => cell.type === 'date' || cell.type === 'text')).toEqual([])
  const lists = gridsOf(workbook).flatMap(({ validations = [] }) => validations.filter(({ allow }) => allow === 'list'))
  expect(lists).toEqual([])
})

test('a scenario leads back to the base where it is the same, and marks what is its own', () => {
  const of = (sheet: string) => cellsOf(workbook).filter((found) => found.sheet === sheet)
  const ratios = of('Assumptions').filter(({ cell }) => cell.name?.endsWith('Learners_per_coach'))
  expect(ratios.map(({ cell }) => ('formula' in cell ? cell.formula : cell.value))).toEqual([
    8,
    10,
    'Learners_per_coach',
  ])
  const inputs = of('Inputs · 1-10').filter(({ cell }) => cell.style === 'input')
  expect(inputs).toEqual([])
  const own = of('Inputs · Stipends instead…').filter(({ cell }) => cell.style === 'input')
  // The plan of stipends has no effort, which the effort roster of that scenario asks for.
  expect(own.map(({ cell }) => cell.value)).toEqual([{ error: '#N/A' }, 60_000])
})

test('an assumption changed in the workbook gives what the app gives', { timeout: 120_000 }, async (context) => {
  needLibreOffice(context)
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-budget-'))
  try {
    const [path, changed] = [join(folder, 'budget.xlsx'), join(folder, 'changed.xlsx')]
    writeFileSync(path, await writeWorkbook(workbook))
    askOpenpyxl(changeRatio, [path, changed])
    const totals = recalculate(readFileSync(changed))
      .get('Scenarios')!
      .find(([label]) => label === 'FY27')!
    const { document } = exported
    const { budget, scenarios } = document
    const other = { ...document, budget: { ...budget, assumptions: { ...budget.assumptions, learnersPerCoach: 12 } } }
    const wanted = [null, ...scenarios.map(({ id }) => id)].map(
      (id) => calculateBudget(other, id).result.totals.total[0]!,
    )
    expect(totals.slice(1, 4).map((total) => Math.round(Number(total) * 100))).toEqual(wanted)
    expect(wanted[0]).not.toBe(calculateBudget(document, null).result.totals.total[0])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** The ratio of the base; the first scenario has its own, the second follows. */
const changeRatio = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
ratio = next(row[1] for row in book['Assumptions'].iter_rows() if row[0].value == 'Learners per coach')
ratio.value = 12
book.save(sys.argv[2])
print('null')`

test('another office finds the sheets, charts, names, formats and rules', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-budget-'))
  const path = join(folder, 'budget.xlsx')
  writeFileSync(path, await writeWorkbook(workbook))
  const seen = askOpenpyxl(script, [path]) as Seen
  rmSync(folder, { recursive: true })
  expect(seen.sheets.slice(0, 13)).toEqual([
    'Cover',
    'Request summary',
    'Personnel',
    'Stipends',
    'Other lines',
    'Assumptions',
    'Projection',
    'Scenarios',
    'Plan vs actual',
    'Effort roster',
    'Staffing',
    'Funds',
    'Months',
  ])
  expect(seen.charts).toEqual({
    'Request summary': ['BarChart'],
    Projection: ['BarChart', 'BarChart', 'LineChart', 'BarChart'],
    Scenarios: ['BarChart', 'BarChart'],
    'Plan vs actual': ['BarChart'],
  })
  expect(seen.names).toEqual(expect.arrayContaining(['Learners_per_coach', 'S1_Learners_per_coach', 'Vacancy']))
  expect(seen.personnel).toEqual({
    frozen: 'C5',
    titles: '$4:$4',
    across: 2,
    titleColumns: '$A:$B',
    paper: '1',
    filter: 'A4:AF68',
    salary: '"$"#,##0.00;-"$"#,##0.00',
  })
  expect(seen.orientations).toEqual(['landscape'])
  expect(seen.validations).toBeGreaterThan(3)
})

interface Seen {
  sheets: string[]
  charts: Record<string, string[]>
  names: string[]
  personnel: Record<string, string | number>
  orientations: string[]
  validations: number
}

const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Personnel']
print(json.dumps({
  'sheets': book.sheetnames,
  'charts': {s.title: [type(c).__name__ for c in s._charts] for s in book if s._charts},
  'names': [n.name for n in book.defined_names.definedName] if hasattr(book.defined_names, 'definedName') else list(book.defined_names),
  'personnel': {
    'frozen': sheet.freeze_panes,
    'titles': sheet.print_title_rows,
    'across': sheet.page_setup.fitToWidth,
    'titleColumns': sheet.print_title_cols,
    'paper': str(sheet.page_setup.paperSize),
    'filter': sheet.auto_filter.ref,
    'salary': sheet['J6'].number_format,
  },
  'orientations': sorted({s.page_setup.orientation for s in book}),
  'validations': len(book['Assumptions'].data_validations.dataValidation),
}))`
