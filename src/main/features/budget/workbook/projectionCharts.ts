import type { SheetRange } from '#main/spreadsheets/cellModel.ts'
import type { ChartColour, ChartModel, ChartSeriesModel } from '#main/spreadsheets/chartModel.ts'
import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { cellModel } from '#main/features/budget/workbook/cellModel.ts'
import type { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { costGroups, fundColor, unfundedColor } from '#shared/budget/costGroups.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { yearColumn } from '#shared/budget/model/years.ts'

/** Two charts below each other fill a page, and so do two side by side. */
const chartRows = 11
const half = 3
const all = 7
const dollars = { type: 'wholeMoney' } as const

/** Where the figures that are drawn stand. */
export interface FigureRows {
  needed: number
  appointed: number
  perLearner: number
}

/** The cost of the years by category and fund, of a learner, and the coaches it takes. @param funds the block of funds */
export function addProjectionCharts(
  draft: SheetDraft,
  book: Book,
  funds: { headerRow: number; firstRow: number },
  figures: FigureRows,
): void {
  const { years, byFund } = book.calculated.result
  const right = 1 + years.length
  const across = (row: number): SheetRange => ({ sheet: draft.name, top: row, bottom: row, left: 2, right })
  const rowSeries = (row: number, colour: ChartColour): ChartSeriesModel => ({
    name: { sheet: draft.name, row, column: 1 },
    values: across(row),
    colour,
  })
  draft.breakPage()
  draft.section('Cost by category and by fund')
  const top = draft.room(chartRows, 1, half)
  draft.add()
  draft.section('Cost of a learner, and coaches needed and appointed')
  const below = draft.room(chartRows, 1, half)
  const beside = { left: half + 1, right: all }
  draft.add()
  const groups = addGroups(draft, book)
  const charts: ChartModel[] = [
    {
      kind: 'stackedColumn',
      title: 'Cost by category',
      description: 'The cost of each fiscal year, stacked by category.',
      covers: top,
      categories: across(groups.headerRow),
      series: costGroups.flatMap(({ color }, at) =>
        groups.isDrawn[at] ? [rowSeries(groups.firstRow + at, color)] : [],
      ),
      valueAxis: dollars,
    },
    {
      kind: 'stackedColumn',
      title: 'Cost by fund',
      description: 'The cost of each fiscal year, stacked by the fund that pays; what no fund pays comes last.',
      covers: { ...top, ...beside },
      categories: across(funds.headerRow),
      series: byFund.flatMap(({ fund, cost }, at) => {
        const colour = fund === null ? unfundedColor : fundColor(at)
        return cost.some((figure) => figure !== 0) ? [rowSeries(funds.firstRow + at, colour)] : []
      }),
      valueAxis: dollars,
    },
    {
      kind: 'line',
      title: 'Cost for each learner',
      description: 'The total cost of each fiscal year divided by the learners who need a coach.',
      covers: below,
      categories: across(funds.headerRow),
      series: [{ name: 'Cost per learner', values: across(figures.perLearner), colour: 1 }],
      valueAxis: dollars,
    },
    {
      kind: 'column',
      title: 'Coaches needed and appointed',
      description: 'The coaches that the ratio needs in each fiscal year beside those appointed.',
      covers: { ...below, ...beside },
      categories: across(funds.headerRow),
      series: [
        { name: 'Needed', values: across(figures.needed), colour: 4 },
        { name: 'Appointed', values: across(figures.appointed), colour: 1 },
      ],
      valueAxis: { type: 'count' },
    },
  ]
  draft.model.charts.push(...charts.filter(({ series }) => series.length > 0))
}

/** What the first chart draws: the categories, the small ones together. */
function addGroups(draft: SheetDraft, book: Book): { headerRow: number; firstRow: number; isDrawn: boolean[] } {
  const { years } = book.calculated.result
  draft.keepTogether(costGroups.length + 2)
  draft.section('Cost by category, small lines together')
  const headerRow = draft.cells(
    { value: 'Category', style: 'header' },
    ...years.map((year): CellModel => ({ value: formatFiscalYear(year), type: 'money', style: 'header' })),
  )
  const firstRow = draft.next
  const summary = book.tablePlace('summary')
  const isDrawn = costGroups.map(({ label, categories }) => {
    const rows = categories.map((category) => book.rowOf('summary', category)!)
    const costs = years.map((year) =>
      rows.reduce<number | null>((sum, row) => {
        const cost = book.calculated.cells.amount('summary', row, yearColumn(year))
        return sum === null || cost === null ? null : sum + cost
      }, 0),
    )
    draft.cells(
      { value: label, style: 'label' },
      ...costs.map((cost, at) => {
        const letter = letterAt(at + 2)
        return cellModel(rows.map((row) => `${letter}${summary.firstRow + row}`).join('+'), cost, 'money', 'money')
      }),
    )
    return costs.some((cost) => cost !== 0)
  })
  return { headerRow, firstRow, isDrawn }
}
