import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { cellModel, inputModel } from '#main/features/budget/workbook/cellModel.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable } from '#main/features/budget/workbook/tableBlock.ts'
import type { PlanVsActual } from '#shared/budget/actualsSchema.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { monthColumn } from '#shared/budget/model/tables/months.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import { quoteSheet } from '#shared/calculation/formula.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

/** The plan of the first fiscal year by month: what plan against actual is held against. */
export function monthsSheet(name: string, book: Book): SheetDraft {
  const title = `${formatFiscalYear(book.calculated.result.years[0]!)} by month`
  const draft = new SheetDraft(name, title, [{ width: 38 }])
  draft.title(title, 'A cost is spread over the months in which it is active; the months make the year to the cent.')
  draft.section('Plan by category and month')
  addTable(draft, book, 'months', { totals: true })
  draft.add()
  draft.keepTogether(book.data('timings').ids.length + 2)
  draft.section('How costs lie in the year')
  const months = Array.from({ length: 12 }, (_, at) => monthColumn(at + 1))
  addTable(draft, book, 'timings', { first: ['category', 'timing', 'whole', ...months], printedTo: monthColumn(12) })
  draft.model.frozen = { rows: 0, columns: 1 }
  return draft
}

/** What was planned, spent and committed, and what the year will come to. */
export function actualsSheet(name: string, book: Book, actuals: PlanVsActual): SheetDraft {
  const draft = new SheetDraft(name, 'Plan vs actual', [
    { width: 34 },
    ...headers.map(() => ({ width: 16 })),
    { width: 13 },
    { width: 36 },
  ])
  const closed = actuals.months.filter(({ month }) => actuals.closedThrough !== null && month <= actuals.closedThrough)
  draft.title(
    `Plan against actual, ${formatFiscalYear(actuals.year)}`,
    actuals.closedThrough === null
      ? 'Nothing is imported from the ledger yet: the forecast is the plan.'
      : `Closed through ${formatDate(actuals.closedThrough)}. The forecast is what was spent, and what is committed or planned for the months after that, whichever is more.`,
  )
  addCategories(draft, book, actuals, closed.length)
  draft.add()
  addMonths(draft, book, actuals)
  return draft
}

const headers = ['Plan', 'Actual', 'Encumbered', 'Plan to come', 'Forecast', 'Variance'] as const

function addCategories(draft: SheetDraft, book: Book, actuals: PlanVsActual, closed: number): void {
  const headerRow = draft.cells(
    { value: 'Category', style: 'header' },
    ...headers.map((value): CellModel => ({ value, type: 'money', style: 'header' })),
    { value: 'Variance %', type: 'percent', style: 'header' },
    { value: 'Note', style: 'header' },
  )
  const first = draft.next
  for (const row of actuals.rows) {
    const number = draft.next
    draft.add(() => ({
      cells: [
        { value: budgetCategoryLabels[row.category], style: 'label' },
        money(`SUM(${monthsOf(book, row.category, 1)})`, row.plan),
        inputModel(row.actual, 'money', true),
        inputModel(row.encumbered, 'money', true),
        closed === 12
          ? { value: 0, type: 'money' }
          : money(`SUM(${monthsOf(book, row.category, closed + 1)})`, toCome(book, row.category, closed)),
        ...outcome(number, row),
        { value: row.noteDue ? 'A note is due' : row.note },
      ],
    }))
  }
  if (actuals.unmapped.length > 0) addUnmapped(draft, actuals)
  draft.model.frozen = { rows: headerRow, columns: 1 }
  if (draft.next === first) return
  markOver(draft, book, first, draft.next - 1)
  addTotal(draft, book, actuals, first, closed)
}

const money = (formula: string, value: number | null, style: 'body' | 'total' = 'body'): CellModel =>
  cellModel(formula, value, 'money', 'money', style)

/** Forecast, variance and its share of the plan, from the four figures before them. */
const outcome = (row: number, figures: PlanVsActual['total'], style: 'body' | 'total' = 'body'): CellModel[] => [
  money(`C${row}+IF(E${row}<0,D${row}+E${row},MAX(D${row},E${row}))`, figures.forecast, style),
  money(`B${row}-F${row}`, figures.variance, style),
  variancePercent(row, figures, style),
]

const variancePercent = (
  row: number,
  { plan, variancePercent }: PlanVsActual['total'],
  style: 'body' | 'total',
): CellModel => {
  const formula = `IF(B${row}=0,"No plan",ROUND(G${row}/ABS(B${row}),4))`
  return cellModel(formula, plan === 0 ? 'No plan' : variancePercent, 'rate', 'percent', style)
}

/** What the ledger has for accounts that belong nowhere yet is not known by category, and leaves the totals open. */
function addUnmapped(draft: SheetDraft, { unmapped, total }: PlanVsActual): void {
  const none: CellModel = { value: 0, type: 'money' }
  const open = (figure: number | null): CellModel => inputModel(figure === null ? null : 0, 'money', true)
  const unknown = { plan: 0, actual: null, encumbered: null, forecast: null, variance: null, variancePercent: null }
  draft.cells(
    { value: 'Accounts without a place', style: 'label' },
    none,
    open(total.actual),
    open(total.encumbered),
    none,
    ...outcome(draft.next, unknown),
    { value: `The ledger has ${count(unmapped.length, 'account')} without a place in the budget.` },
  )
}

/** Tints what is over both thresholds, as the app asks for a note there. */
function markOver(draft: SheetDraft, book: Book, top: number, bottom: number): void {
  const { varianceShare, varianceAmount } = book.calculated.inputs.assumptions
  const variance = `ABS($G${top})`
  const over = `${variance}>${varianceAmount / 100},${variance}>${varianceShare / 10_000}*ABS($B${top})`
  const formula = `AND(ISNUMBER($G${top}),${over})`
  draft.mark({ range: { top, bottom, left: 7, right: 8 }, when: 'true', formula, tone: 'attention' })
}

function addTotal(draft: SheetDraft, book: Book, { rows, total }: PlanVsActual, first: number, closed: number): void {
  const row = draft.next
  const coming = sumOf(rows.map(({ category }) => toCome(book, category, closed)))
  const sums = [total.plan, total.actual, total.encumbered, coming, total.forecast, total.variance]
  draft.cells(
    { value: 'Total', style: 'total' },
    ...sums.map((sum, at) => {
      const letter = letterAt(at + 2)
      return money(`SUM(${letter}${first}:${letter}${row - 1})`, sum, 'total')
    }),
    variancePercent(row, total, 'total'),
    { value: null, style: 'total' },
  )
}

/** The months of a category from this one (1 to 12) to the last, as a formula calls them. */
function monthsOf(book: Book, category: string, from: number): string {
  const { sheet, columns, firstRow } = book.tablePlace('months')
  const row = firstRow + book.rowOf('months', category)!
  const cells = `${columns[monthColumn(from)]}${row}:${columns[monthColumn(12)]}${row}`
  return `${quoteSheet(sheet)}!${cells}`
}

function toCome(book: Book, category: string, closed: number): number | null {
  const months = Array.from({ length: 12 - closed }, (_, at) => monthColumn(closed + at + 1))
  return sumOf(months.map((month) => book.calculated.cells.amount('months', category, month)))
}

const sumOf = (figures: readonly (number | null)[]): number | null =>
  figures.reduce((sum, figure) => (sum === null || figure === null ? null : sum + figure), 0)

function addMonths(draft: SheetDraft, book: Book, actuals: PlanVsActual): void {
  draft.section('By month')
  const header = draft.cells(
    { value: 'Month', style: 'header' },
    ...['Plan', 'Actual', 'Encumbered'].map((value): CellModel => ({ value, type: 'money', style: 'header' })),
  )
  const top = draft.next
  actuals.months.forEach(({ month, plan, actual, encumbered }, at) => {
    draft.add(() => {
      const { sheet, columns, firstRow, lastRow } = book.tablePlace('months')
      const letter = columns[monthColumn(at + 1)]!
      const cells = `${quoteSheet(sheet)}!${letter}${firstRow}:${letter}${lastRow}`
      return {
        cells: [
          { value: formatDate(month).replace(' 1,', ''), style: 'label' },
          cellModel(`SUM(${cells})`, plan, 'money', 'money'),
          inputModel(actual, 'money', false),
          inputModel(encumbered, 'money', false),
        ],
      }
    })
  })
  const bottom = draft.next - 1
  const column = (number: number) => ({ sheet: draft.name, top, bottom, left: number, right: number })
  const named = (number: number) => ({ sheet: draft.name, row: header, column: number })
  draft.model.charts.push({
    kind: 'column',
    title: 'Plan against actual by month',
    description: 'What was planned for each month of the fiscal year beside what was spent.',
    covers: { top: header, bottom: Math.max(bottom, header + 14), left: 6, right: 9 },
    categories: column(1),
    series: [
      { name: named(2), values: column(2), colour: 8 },
      { name: named(3), values: column(3), colour: 1 },
    ],
    valueAxis: { type: 'wholeMoney' },
  })
}
