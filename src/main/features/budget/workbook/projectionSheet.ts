import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { markNegative } from '#main/features/budget/workbook/calculationSheets.ts'
import { cellModel, quotient } from '#main/features/budget/workbook/cellModel.ts'
import { addProjectionCharts, type FigureRows } from '#main/features/budget/workbook/projectionCharts.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable } from '#main/features/budget/workbook/tableBlock.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { balanceColumn } from '#shared/budget/model/tables/fundCosts.ts'
import { yearColumn } from '#shared/budget/model/years.ts'

/** The cost of every fiscal year by category and fund, and what it means for each learner and coach. */
export function projectionSheet(name: string, book: Book, base: Book | null): SheetDraft {
  const title = base ? `Projection · ${book.name}` : 'Projection'
  const draft = new SheetDraft(name, title, [{ width: 38 }, ...Array.from({ length: 6 }, () => ({ width: 16 }))])
  const { years } = book.calculated.result
  draft.title(title, 'Every figure is a formula over the sheets of personnel, stipends, other lines and funds.')
  draft.section('Cost by category')
  addTable(draft, book, 'summary', { base, totals: true })
  addChange(draft, book)
  draft.add()
  const funds = book.data('funds').ids.length
  draft.keepTogether(funds + 4)
  draft.section('Cost by fund')
  const fundRows = addFunds(draft, book)
  draft.add()
  draft.keepTogether(funds + 2)
  draft.section('What each fund has left')
  addLeft(draft, book)
  draft.add()
  draft.keepTogether(figureColumns.length + 2)
  draft.section('Learners, coaches and cost for each')
  const figures = addFigures(draft, book)
  if (!base) addProjectionCharts(draft, book, fundRows, figures)
  draft.add()
  draft.keepTogether(book.data('itemCosts').ids.length + 2)
  draft.section('Cost by position, pay plan and line')
  addTable(draft, book, 'itemCosts', { base })
  markNegative(draft, book, 'itemCosts')
  draft.model.frozen = { rows: book.tablePlace('summary').headerRow, columns: 1 }
  if (years.length > 1) draft.model.repeatRows = [1, 1]
  return draft
}

function addChange(draft: SheetDraft, book: Book): void {
  const { years } = book.calculated.result
  const total = draft.next - 1
  const totals = years.map((year) => book.calculated.cells.total('summary', yearColumn(year)))
  if (years.length < 2) return
  draft.cells(
    { value: 'Change over the year before', style: 'label' },
    { value: null },
    ...years.slice(1).map((_, index): CellModel => {
      const [before, now] = [totals[index], totals[index + 1]]
      const [from, to] = [letterAt(index + 2), letterAt(index + 3)]
      const change = before && now !== null && now !== undefined ? (now / before - 1) * 10_000 : null
      return cellModel(quotient(`(${to}${total}-${from}${total})`, `${from}${total}`), change, 'rate', 'percent')
    }),
  )
}

/** The totals of the funds, with what no fund pays last. */
function addFunds(draft: SheetDraft, book: Book): { headerRow: number; firstRow: number } {
  const { years } = book.calculated.result
  const rows = [
    ...book.data('funds').ids.map((id, row) => ({ id, label: String(book.value('funds', row, 'fund')) })),
    { id: '', label: 'No fund' },
  ]
  const headerRow = addYearsHeader(draft, book, 'Fund')
  const firstRow = draft.next
  for (const { id, label } of rows) {
    draft.add(() => ({
      cells: [
        { value: label, style: 'label' },
        ...years.map((year) => book.show('fundCosts', `${id}|${year}`, 'total')),
      ],
    }))
  }
  const lastRow = draft.next - 1
  draft.add(() => ({
    cells: [
      { value: 'Total', style: 'total' },
      ...years.map((year, at) => {
        const letter = letterAt(at + 2)
        const total = book.calculated.cells.amount('totals', String(year), 'total')
        return cellModel(`SUM(${letter}${firstRow}:${letter}${lastRow})`, total, 'money', 'money', 'total')
      }),
    ],
  }))
  const unfunded = { top: lastRow, bottom: lastRow, left: 2, right: 1 + years.length }
  draft.mark({ range: unfunded, when: 'over', limit: '0', tone: 'wrong' })
  return { headerRow, firstRow }
}

const figureColumns = ['learners', 'needed', 'appointed', 'toHire', 'coaches', 'fte', 'perLearner', 'perCoach']

/** What the total means for a learner and a coach. @returns the row of each figure */
function addFigures(draft: SheetDraft, book: Book): FigureRows {
  const { years } = book.calculated.result
  addYearsHeader(draft, book, 'Figure')
  const rows = figureColumns.map((column) =>
    draft.add(() => ({
      cells: [
        { value: book.column('totals', column).header, style: 'label' },
        ...years.map((year) => book.show('totals', String(year), column)),
      ],
    })),
  )
  const rowOf = (column: string): number => rows[figureColumns.indexOf(column)]!
  return { needed: rowOf('needed'), appointed: rowOf('appointed'), perLearner: rowOf('perLearner') }
}

const addYearsHeader = (draft: SheetDraft, book: Book, heading: string): number =>
  draft.cells(
    { value: heading, style: 'header' },
    ...book.calculated.result.years.map((year): CellModel => ({
      value: formatFiscalYear(year),
      type: 'money',
      style: 'header',
    })),
  )

/** What is left of each fund at the end of each fiscal year: below zero it is overspent. */
function addLeft(draft: SheetDraft, book: Book): void {
  const { years } = book.calculated.result
  addYearsHeader(draft, book, 'Fund')
  const top = draft.next
  book.data('funds').ids.forEach((id, row) =>
    draft.add(() => ({
      cells: [
        { value: String(book.value('funds', row, 'fund')), style: 'label' },
        ...years.map((year) => book.show('fundBalances', id, balanceColumn.left(year))),
      ],
    })),
  )
  const range = { top, bottom: draft.next - 1, left: 2, right: 1 + years.length }
  if (range.bottom >= top) draft.mark({ range, when: 'negative', tone: 'wrong' })
}
