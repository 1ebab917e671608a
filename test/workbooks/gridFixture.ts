import type { ColumnType } from '#main/spreadsheets/cellModel.ts'
import type { CellModel, GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'

/** A small budget in a free layout: assumptions, figures that follow from them, and the five kinds of chart. */

const money = (formula: string, value: number, style: 'body' | 'total' = 'body'): CellModel => ({
  formula,
  value,
  type: 'money',
  style,
})
const header = (value: string, type: ColumnType = 'text'): CellModel => ({ value, type, style: 'header' })

const years = ['FY 2027', 'FY 2028', 'FY 2029']

const assumptions: GridSheetModel = {
  kind: 'grid',
  name: '2027',
  title: 'Assumptions & rates',
  columns: [{ width: 34 }, {}, { width: 40 }],
  frozen: { rows: 2, columns: 1 },
  rows: [
    { cells: [{ value: 'Assumptions', style: 'title' }] },
    { cells: [header('Assumption'), header('Value', 'money'), header('Source')] },
    {
      cells: [
        { value: 'Base salary', style: 'label' },
        { value: 24_000_000, type: 'money', style: 'input', name: 'Base_salary' },
        { value: 'Appointment letter' },
      ],
    },
    {
      cells: [
        { value: 'Salary cap', style: 'label' },
        { value: 22_570_000, type: 'wholeMoney', style: 'input', name: 'Salary_cap' },
        { value: 'Cap of the fund, in force from January 1' },
      ],
    },
    {
      cells: [
        { value: 'Effort', style: 'label' },
        { value: 1000, type: 'fte', style: 'input', name: 'Effort' },
      ],
    },
    {
      cells: [
        { value: 'Fringe', style: 'label' },
        { value: 2390, type: 'rate', style: 'input', name: 'Fringe_rate' },
      ],
    },
    {
      cells: [
        { value: 'Ratio', style: 'label' },
        { value: 8, type: 'ratio', style: 'input', name: 'Ratio' },
      ],
    },
    {
      cells: [
        { value: 'First day', style: 'label' },
        { value: '2026-07-01', type: 'date', style: 'input', name: 'First_day' },
      ],
    },
    {
      cells: [
        { value: 'Pay model', style: 'label' },
        { value: 'Effort', style: 'input' },
      ],
    },
    {
      cells: [
        { value: 'Learners', style: 'label' },
        { value: 1240, type: 'count', style: 'input', name: 'Learners' },
      ],
    },
  ],
  validations: [
    {
      range: { top: 9, bottom: 9, left: 2, right: 2 },
      allow: 'list',
      values: ['Effort', 'Stipend', 'Volunteer'],
      message: 'Choose how coaches are paid.',
    },
    {
      range: { top: 5, bottom: 5, left: 2, right: 2 },
      allow: 'between',
      type: 'fte',
      min: 0,
      max: 10_000,
      message: 'Enter an effort of 0 to 1.0 FTE.',
    },
    {
      range: { top: 8, bottom: 8, left: 2, right: 2 },
      allow: 'between',
      type: 'date',
      min: '2026-01-01',
      max: '2030-12-31',
      message: 'Enter a day from 2026 to 2030.',
    },
    {
      range: { top: 10, bottom: 11, left: 2, right: 3 },
      allow: 'list',
      from: { sheet: 'Budget & FTE', top: 5, bottom: 7, left: 1, right: 1 },
      message: 'Choose a year.',
    },
  ],
}

const ranges = { sheet: 'Budget & FTE', top: 5, bottom: 7 }
const chart = {
  description: 'Salary and fringe in three fiscal years.',
  categories: { ...ranges, left: 1, right: 1 },
  valueAxis: { type: 'wholeMoney' },
} as const
const both = [
  { name: { sheet: 'Budget & FTE', row: 4, column: 2 }, values: { ...ranges, left: 2, right: 2 } },
  { name: { sheet: 'Budget & FTE', row: 4, column: 3 }, values: { ...ranges, left: 3, right: 3 }, colour: 4 as const },
]

const budget: GridSheetModel = {
  kind: 'grid',
  name: 'Budget & FTE',
  title: 'Budget & FTE, 2027 to 2029',
  columns: [{ width: 22 }],
  frozen: { rows: 4, columns: 1 },
  pageBreaks: [27, 45],
  repeatRows: [4, 4],
  autoFilter: { top: 4, bottom: 7, left: 1, right: 5 },
  rows: [
    { cells: [{ value: 'Dean’s budget', style: 'title' }] },
    {
      cells: [
        {
          value:
            'Each figure follows from the assumptions in the sheet before this one. Salary is capped where a fund caps it, and fringe follows the capped salary.',
          style: 'note',
          span: 5,
        },
      ],
    },
    {},
    {
      cells: [
        header('Fiscal year'),
        ...['Salary', 'Fringe', 'Total'].map((value) => header(value, 'money')),
        header('Change', 'percent'),
      ],
    },
    ...years.map((year, index) => {
      const row = index + 5
      return {
        cells: [
          { value: year, style: 'label', link: { sheet: '2027', row: 3, column: 2 } },
          money(`ROUND(MIN(Base_salary,Salary_cap)*Effort*${index + 1},2)`, 2_257_000 * (index + 1)),
          money(`ROUND(B${row}*Fringe_rate,2)`, [539_423, 1_078_846, 1_618_269][index]!),
          money(`B${row}+C${row}`, [2_796_423, 5_592_846, 8_389_269][index]!),
          index === 0
            ? { value: null, type: 'percent' }
            : { formula: `D${row}/D${row - 1}-1`, value: [0, 10_000, 5000][index]!, type: 'percent' },
        ] satisfies CellModel[],
      }
    }),
    {
      cells: [
        { value: 'Total', style: 'total' },
        money('SUM(B5:B7)', 13_542_000, 'total'),
        money('SUM(C5:C7)', 3_236_538, 'total'),
        money('SUM(Totals)', 16_778_538, 'total'),
        { formula: 'IF(D8>0,"Over 0","None")', value: 'Over 0', style: 'total' },
      ],
    },
    {
      cells: [
        { value: 'Per learner' },
        { formula: 'ROUND(D8/Learners,2)', value: 13_531, type: 'money', name: 'Cost_per_learner' },
        { formula: '1/0', value: { error: '#DIV/0!' }, type: 'number' },
        { formula: 'First_day+30', value: '2026-07-31', type: 'date' },
        { formula: 'D8>0', value: true },
      ],
    },
  ],
  conditionalFormats: [
    { range: { top: 5, bottom: 7, left: 5, right: 5 }, when: 'over', limit: '0.75', tone: 'attention' },
    { range: { top: 5, bottom: 8, left: 2, right: 4 }, when: 'negative', tone: 'wrong' },
    { range: { top: 8, bottom: 8, left: 5, right: 5 }, when: 'text', text: 'Over 0', tone: 'done' },
    { range: { top: 5, bottom: 7, left: 4, right: 4 }, when: 'bar' },
  ],
  charts: [
    {
      ...chart,
      kind: 'column',
      title: 'Salary & fringe',
      series: both,
      covers: { top: 11, bottom: 25, left: 1, right: 3 },
    },
    {
      ...chart,
      kind: 'stackedColumn',
      title: 'Total <by part>',
      series: both,
      covers: { top: 11, bottom: 25, left: 4, right: 7 },
    },
    {
      ...chart,
      kind: 'bar',
      title: 'Total',
      series: [{ name: 'Total', values: { ...ranges, left: 4, right: 4 } }],
      covers: { top: 27, bottom: 43, left: 1, right: 3 },
    },
    {
      ...chart,
      kind: 'stackedBar',
      title: 'Total by part',
      series: both,
      covers: { top: 27, bottom: 43, left: 4, right: 7 },
    },
    {
      ...chart,
      kind: 'line',
      title: 'Salary over the years',
      series: both.slice(0, 1),
      categoryAxis: { title: 'Fiscal year' },
      valueAxis: { type: 'wholeMoney', title: 'US dollars', min: 1_000_000 },
      covers: { top: 45, bottom: 61, left: 1, right: 7 },
    },
  ],
}

export const budgetModel: WorkbookModel = {
  title: 'Budget',
  creator: 'Coachdesk',
  created: '2026-11-22T09:00:00.000Z',
  sheets: [
    assumptions,
    budget,
    { kind: 'facts', name: 'About', title: 'About this workbook', facts: [{ label: 'Scenario', value: 'Base' }] },
  ],
  names: [{ name: 'Totals', range: { ...ranges, left: 4, right: 4 } }],
}
