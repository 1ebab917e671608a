import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book } from '#main/features/budget/workbook/book.ts'
import { cellModel, quotient } from '#main/features/budget/workbook/cellModel.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { yearColumn } from '#shared/budget/model/years.ts'

/** The request on one page: what is asked for the first fiscal year, for what, from whom, and what a learner costs. */
export function requestSheet(name: string, book: Book): SheetDraft {
  const tables = [34, 18, 12, 18]
  const besides = [3, ...Array.from({ length: 7 }, () => 11)]
  const draft = new SheetDraft(
    name,
    'Request summary',
    [...tables, ...besides].map((width) => ({ width })),
  )
  draft.model.onePage = true
  const { years } = book.calculated.result
  const [first] = years
  const label = formatFiscalYear(first!)
  draft.title(`Request for ${label}`, 'Figures lead to the sheets they come from.')
  addHeadline(draft, book, label)
  draft.add()
  const categories = addCosts(draft, 'Category', label, book, {
    rows: book.calculated.result.byCategory.flatMap(({ cost }, row) => (cost[0] === 0 && !cost[1] ? [] : [row])),
    cell: (row, year) => book.show('summary', row, yearColumn(year)),
    name: (row) => String(book.value('summary', row, 'category')),
  })
  draft.add()
  const funds = [...book.data('funds').ids, '']
  addCosts(draft, 'Fund', label, book, {
    rows: book.calculated.result.byFund.flatMap(({ cost }, row) => (cost[0] === 0 && !cost[1] ? [] : [row])),
    cell: (row, year) => book.show('fundCosts', `${funds[row]}|${year}`, 'total'),
    name: (row) => book.calculated.result.byFund[row]!.name,
  })
  draft.add()
  if (categories.last >= categories.first) addChart(draft, label, categories)
  return draft
}

/** Beside the tables, so that all of it is one page. */
function addChart(draft: SheetDraft, label: string, { first, last }: { first: number; last: number }): void {
  const column = (number: number) => ({ sheet: draft.name, top: first, bottom: last, left: number, right: number })
  draft.model.charts.push({
    kind: 'bar',
    title: `Cost by category, ${label}`,
    description: `What is asked for ${label}, by category.`,
    covers: { top: 4, bottom: Math.max(last, 24), left: 6, right: 12 },
    categories: column(1),
    series: [{ name: label, values: column(2) }],
    valueAxis: { type: 'wholeMoney' },
  })
}

function addHeadline(draft: SheetDraft, book: Book, label: string): void {
  const year = String(book.calculated.result.years[0]!)
  const figures: [string, string][] = [
    [`Total asked for ${label}`, 'total'],
    ['Cost per learner', 'perLearner'],
    ['Cost per coach', 'perCoach'],
    ['Learners', 'learners'],
    ['Coaches', 'coaches'],
    ['Coaches to be hired', 'toHire'],
    ['FTE, all positions', 'fte'],
  ]
  figures.forEach(([text, column], at) =>
    draft.add(() => ({
      cells: [
        { value: text, style: at === 0 ? 'total' : 'label' },
        book.show('totals', year, column, at === 0 ? 'total' : 'body'),
      ],
    })),
  )
}

interface Costs {
  rows: number[]
  name: (row: number) => string
  cell: (row: number, year: number) => CellModel
}

/** Costs of the year asked for with their share of the total, and of the year after it. */
function addCosts(
  draft: SheetDraft,
  heading: string,
  label: string,
  book: Book,
  { rows, name, cell }: Costs,
): { first: number; last: number } {
  const { years, totals } = book.calculated.result
  const [year, next] = years
  draft.cells(
    { value: heading, style: 'header' },
    { value: label, type: 'money', style: 'header' },
    { value: 'Share', type: 'percent', style: 'header' },
    ...(next === undefined ? [] : [{ value: formatFiscalYear(next), type: 'money', style: 'header' } as const]),
  )
  const first = draft.next
  const last = first + rows.length - 1
  const total = last + 1
  const totalFigure = totals.total[0] ?? null
  for (const row of rows) {
    const number = draft.next
    draft.add(() => {
      const cost = cell(row, year!)
      const share = totalFigure && typeof cost.value === 'number' ? (cost.value / totalFigure) * 10_000 : null
      return {
        cells: [
          { value: name(row), style: 'label' },
          cost,
          cellModel(quotient(`B${number}`, `B$${total}`), share, 'rate', 'percent'),
          ...(next === undefined ? [] : [cell(row, next)]),
        ],
      }
    })
  }
  const summed = (letter: string, at: number) =>
    rows.length > 0
      ? cellModel(`SUM(${letter}${first}:${letter}${last})`, totals.total[at] ?? null, 'money', 'money', 'total')
      : ({ value: 0, type: 'money', style: 'total' } as const)
  draft.cells(
    { value: 'Total', style: 'total' },
    summed('B', 0),
    { value: null, style: 'total' },
    ...(next === undefined ? [] : [summed('D', 1)]),
  )
  return { first, last }
}
