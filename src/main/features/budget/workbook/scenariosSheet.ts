import type { ChartColour, ChartModel } from '#main/spreadsheets/chartModel.ts'
import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { cellModel, quotient } from '#main/features/budget/workbook/cellModel.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { yearColumn } from '#shared/budget/model/years.ts'

/** What a scenario has otherwise than the base, in words. */
export interface ScenarioDifference {
  what: string
  base: string
  scenario: string
}

/** The base and the scenarios side by side, with what each has otherwise and what that comes to. */
export function scenariosSheet(
  name: string,
  base: Book,
  scenarios: readonly { book: Book; note: string; differences: ScenarioDifference[] }[],
): SheetDraft {
  const books = [base, ...scenarios.map(({ book }) => book)]
  const draft = new SheetDraft(name, 'Scenarios', [{ width: 38 }, ...books.map(() => ({ width: figureWidth }))])
  draft.title(
    'Scenarios side by side',
    'Each scenario is calculated on sheets of its own, from the base and its differences.',
  )
  const { years } = base.calculated.result
  const [first] = years
  addHeader(draft, `Fiscal year ${formatFiscalYear(first!)}`, books)
  for (const column of [
    'learners',
    'needed',
    'appointed',
    'toHire',
    'coaches',
    'fte',
    'perLearner',
    'perCoach',
    'total',
  ])
    addMetric(draft, books, base.column('totals', column).header, column, String(first))
  addDifferences(
    draft,
    books.map(({ calculated }) => calculated.result.totals.total[0] ?? null),
  )
  draft.add()
  draft.keepTogether(years.length + 4)
  addHeader(draft, 'Total cost', books)
  const top = draft.next
  for (const year of years) addMetric(draft, books, formatFiscalYear(year), 'total', String(year))
  addSums(draft, books, top)
  addDifferences(
    draft,
    books.map(({ calculated }) => calculated.cells.total('totals', 'total')),
  )
  draft.add()
  addChart(draft, books, top, {
    title: 'Total cost by scenario',
    description: 'The total cost of each fiscal year, in the base and in each scenario.',
    valueAxis: { type: 'wholeMoney' },
  })
  draft.add()
  draft.keepTogether(years.length + 2 + chartRows)
  addHeader(draft, 'Coaches to be hired', books)
  const hired = draft.next
  for (const year of years) addMetric(draft, books, formatFiscalYear(year), 'toHire', String(year))
  draft.add()
  addChart(draft, books, hired, {
    title: 'Coaches to be hired by scenario',
    description: 'How many coaches are to be hired for each fiscal year, in the base and in each scenario.',
    valueAxis: { type: 'integer' },
  })
  for (const scenario of scenarios) addWords(draft, scenario)
  draft.add()
  addCategories(draft, books)
  return draft
}

const chartRows = 17
const figureWidth = 22

/** Draws a row for each fiscal year, from `top` on, with a column for each book. */
function addChart(
  draft: SheetDraft,
  books: readonly Book[],
  top: number,
  about: Pick<ChartModel, 'title' | 'description' | 'valueAxis'>,
): void {
  draft.keepTogether(chartRows)
  const bottom = top + books[0]!.calculated.result.years.length - 1
  const column = (number: number) => ({ sheet: draft.name, top, bottom, left: number, right: number })
  draft.model.charts.push({
    kind: 'column',
    ...about,
    covers: draft.room(chartRows, 1, Math.max(3, books.length + 1)),
    categories: column(1),
    series: books.map((_, at) => ({
      name: { sheet: draft.name, row: top - 1, column: at + 2 },
      values: column(at + 2),
      colour: ((at % 8) + 1) as ChartColour,
    })),
  })
}

/** The cost of the first fiscal year by category, where any of them has one. */
function addCategories(draft: SheetDraft, books: readonly Book[]): void {
  const base = books[0]!
  const first = base.calculated.result.years[0]!
  const rows = base
    .data('summary')
    .ids.filter((id) => books.some((book) => book.value('summary', id, yearColumn(first)) !== 0))
  draft.keepTogether(rows.length + 1)
  addHeader(draft, `Cost by category, ${formatFiscalYear(first)}`, books)
  for (const id of rows)
    draft.add(() => ({
      cells: [
        { value: String(base.value('summary', id, 'category')), style: 'label' },
        ...books.map((book) => book.show('summary', id, yearColumn(first))),
      ],
    }))
}

function addHeader(draft: SheetDraft, heading: string, books: readonly Book[]): void {
  draft.cells(
    { value: heading, style: 'header' },
    ...books.map(({ name }): CellModel => ({ value: name, type: 'money', style: 'header' })),
  )
}

function addMetric(draft: SheetDraft, books: readonly Book[], label: string, column: string, year: string): void {
  draft.add(() => ({
    cells: [{ value: label, style: 'label' }, ...books.map((book) => book.show('totals', year, column))],
  }))
}

function addSums(draft: SheetDraft, books: readonly Book[], top: number): void {
  const bottom = draft.next - 1
  draft.add(() => ({
    cells: [
      { value: 'All years', style: 'total' },
      ...books.map((book, at) => {
        const letter = letterAt(at + 2)
        const total = book.calculated.cells.total('totals', 'total')
        return cellModel(`SUM(${letter}${top}:${letter}${bottom})`, total, 'money', 'money', 'total')
      }),
    ],
  }))
}

/** What the row above is over or under the base, in money and as a share. @param totals the figures of that row */
function addDifferences(draft: SheetDraft, [base, ...others]: readonly (number | null)[]): void {
  const row = draft.next - 1
  const over = (own: number | null): number | null => (base == null || own === null ? null : own - base)
  const letter = (at: number): string => letterAt(at + 3)
  draft.cells(
    { value: 'Difference from the base', style: 'label' },
    { value: null },
    ...others.map((own, at) => cellModel(`${letter(at)}${row}-$B${row}`, over(own), 'money', 'money', 'subtotal')),
  )
  draft.cells(
    { value: 'Difference in percent', style: 'label' },
    { value: null },
    ...others.map((own, at) => {
      const change = over(own)
      const share = base && change !== null ? (change / base) * 10_000 : null
      return cellModel(quotient(`(${letter(at)}${row}-$B${row})`, `$B${row}`), share, 'rate', 'percent')
    }),
  )
}

function addWords(
  draft: SheetDraft,
  { book, note, differences }: { book: Book; note: string; differences: ScenarioDifference[] },
): void {
  draft.add()
  const lines = differences.map(({ base, scenario }) =>
    Math.ceil(Math.max(base.length, scenario.length, 1) / figureWidth),
  )
  draft.keepTogether(3 + lines.reduce((sum, rows) => sum + rows, 0))
  draft.section(`What “${book.name}” has otherwise`, note === '' ? undefined : note)
  draft.cells(
    { value: 'What', style: 'header' },
    { value: 'Base', style: 'header' },
    { value: book.name, style: 'header' },
  )
  for (const { what, base, scenario } of differences)
    draft.cells({ value: what, style: 'label' }, { value: base }, { value: scenario })
  if (differences.length === 0) draft.cells({ value: 'Nothing', style: 'label' })
}
