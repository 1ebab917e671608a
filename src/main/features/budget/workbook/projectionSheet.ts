import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { markNegative } from '#main/features/budget/workbook/calculationSheets.ts'
import { cellModel } from '#main/features/budget/workbook/cellModel.ts'
import { addProjectionCharts } from '#main/features/budget/workbook/projectionCharts.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable } from '#main/features/budget/workbook/tableBlock.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { balanceColumn } from '#shared/budget/model/tables/fundCosts.ts'
import { yearColumn } from '#shared/budget/model/years.ts'

/** The cost of every fiscal year by category and fund, and what it means for each learner and coach. */
export function projectionSheet(name: string, book: Book, base: Book | null): SheetDraft {
  const title = base ? `Projection · ${book.name}` : 'Projection'
  const draft = new SheetDraft(name, title, [{ width: 38 }])
  const { years } = book.calculated.result
  draft.title(title, 'Every figure is a formula over the sheets of personnel, stipends, other lines and funds.')
  draft.section('Cost by category')
  addTable(draft, book, 'summary', { base, totals: true })
  addChange(draft, book)
  draft.add()
  draft.section('Cost by fund')
  const funds = addFunds(draft, book)
  draft.add()
  draft.section('What each fund has left')
  addLeft(draft, book)
  draft.add()
  draft.section('Learners, coaches and cost for each')
  addTable(draft, book, 'totals', { base })
  if (!base) addProjectionCharts(draft, book, funds)
  if (base) draft.add()
  else draft.breakPage()
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
      return { ...cellModel(`${to}${total}/${from}${total}-1`, change, 'rate', 'percent'), type: 'percent' }
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
  const headerRow = draft.cells(
    { value: 'Fund', style: 'header' },
    ...years.map((year): CellModel => ({ value: formatFiscalYear(year), type: 'money', style: 'header' })),
  )
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

/** What is left of each fund at the end of each fiscal year: below zero it is overspent. */
function addLeft(draft: SheetDraft, book: Book): void {
  const { years } = book.calculated.result
  draft.cells(
    { value: 'Fund', style: 'header' },
    ...years.map((year): CellModel => ({ value: formatFiscalYear(year), type: 'money', style: 'header' })),
  )
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
