import type { Book } from '#main/features/budget/workbook/book.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable } from '#main/features/budget/workbook/tableBlock.ts'

/** The sheets on which a calculation is made, of the base (no `base` given) or of a scenario. */
interface CalculationSheet {
  name: string
  book: Book
  base: Book | null
}

const titleOf = (title: string, { book, base }: CalculationSheet): string => (base ? `${title} · ${book.name}` : title)

/** One row for each person or place to be filled, fiscal year, period and fund. */
export function personnelSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Personnel', sheet), widths(personnelWidths))
  draft.title(
    titleOf('Personnel', sheet),
    'Salary is base (up to the cap where the fund applies it) × effort × part of the year; fringe is salary × rate; each rounded to cents.',
  )
  addTable(draft, sheet.book, 'personnel', {
    base: sheet.base,
    filter: true,
    totals: ['salary', 'fringe', 'total', 'fte'],
    first: personnelColumns,
    printedTo: 'note',
  })
  freezeBelowHeader(draft, sheet.book, 'personnel', 2)
  return draft
}

/** What a reader looks for stands first, up to the total on the first of two pages; what only formulas need comes last. */
const personnelWidths = {
  year: 9,
  name: 26,
  role: 20,
  base: 14,
  cap: 14,
  cappedBase: 14,
  effort: 10,
  units: 11,
  fund: 24,
  salary: 15,
  fringe: 14,
  total: 15,
  department: 22,
  headcount: 13,
  fringeClass: 22,
  fringeRate: 10,
  fte: 9,
  from: 14,
  to: 14,
  note: 40,
  of: 8,
  salaryEach: 14,
  fringeEach: 14,
}
const personnelColumns = Object.keys(personnelWidths)

const widths = (columns: Readonly<Record<string, number>>) => Object.values(columns).map((width) => ({ width }))

export function stipendsSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Stipends', sheet), widths(stipendWidths))
  draft.title(
    titleOf('Stipends and other coach pay', sheet),
    'Amount × quantity × part of the year; fringe is pay × rate; each rounded to cents.',
  )
  addTable(draft, sheet.book, 'coachPay', {
    base: sheet.base,
    filter: true,
    totals: ['pay', 'fringe', 'total'],
    first: stipendColumns,
    printedTo: 'to',
  })
  freezeBelowHeader(draft, sheet.book, 'coachPay', 2)
  return draft
}

const stipendWidths = {
  year: 8,
  name: 22,
  basis: 14,
  amount: 13,
  quantity: 11,
  units: 10,
  headcount: 13,
  fund: 20,
  pay: 13,
  fringe: 13,
  total: 14,
  fringeClass: 16,
  fringeRate: 9,
  from: 13,
  to: 13,
}
const stipendColumns = Object.keys(stipendWidths)

export function linesSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Other lines', sheet), widths(lineWidths))
  draft.title(
    titleOf('Other lines', sheet),
    'Quantity × what it grows with × unit cost, rounded to cents, then shared out to the funds that pay.',
  )
  addTable(draft, sheet.book, 'lines', {
    base: sheet.base,
    filter: true,
    totals: ['total'],
    first: lineColumns,
    printedTo: 'justification',
  })
  freezeBelowHeader(draft, sheet.book, 'lines', 2)
  return draft
}

const lineWidths = {
  year: 8,
  line: 28,
  category: 20,
  quantity: 11,
  unit: 10,
  driver: 18,
  driven: 9,
  unitCost: 13,
  whole: 13,
  fund: 22,
  total: 13,
  justification: 34,
}
const lineColumns = Object.keys(lineWidths)

/** Its wide tables print smaller, so that more rows go on a page. */
const staffingRows = 40

/** Learners, coaches needed and appointed, and what they drive. */
export function staffingSheet(sheet: CalculationSheet): SheetDraft {
  const { book, base } = sheet
  const draft = new SheetDraft(sheet.name, titleOf('Staffing', sheet), [
    { width: 30 },
    ...Array.from({ length: 11 }, () => ({ width: 15 })),
  ])
  draft.title(
    titleOf('Staffing', sheet),
    'Coaches needed are learners divided by learners per coach, rounded up, by fiscal year and site.',
  )
  const blocks: [heading: string, table: string][] = [
    ['Figures of each fiscal year', 'totals'],
    ['Coaches needed and to be hired', 'staffing'],
    ['Learners and meetings by pay plan', 'payGroups'],
    ['What lines grow with', 'drivers'],
    ['Learners who need a coach', 'learners'],
    ['Coaches appointed', 'coaches'],
  ]
  for (const [heading, table] of blocks) {
    draft.keepTogether(book.data(table).ids.length + 2, staffingRows)
    draft.section(heading)
    addTable(draft, book, table, { base })
    draft.add()
  }
  return draft
}

/** What each fund gives and pays. */
export function fundsSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Funds', sheet), [{ width: 30 }])
  draft.title(
    titleOf('Funds', sheet),
    'What is left is what a fund gives, with what it carries over, less what it pays.',
  )
  draft.section('Cost by fund and fiscal year')
  addTable(draft, sheet.book, 'fundCosts', { base: sheet.base, totals: true })
  draft.add()
  draft.keepTogether(sheet.book.data('fundBalances').ids.length + 2)
  draft.section('What each fund gives, carries over, pays and has left')
  addTable(draft, sheet.book, 'fundBalances', { base: sheet.base })
  markNegative(draft, sheet.book, 'fundBalances')
  draft.model.frozen = { rows: 0, columns: 1 }
  return draft
}

export function markNegative(draft: SheetDraft, book: Book, table: string): void {
  const { firstRow, lastRow, columns } = book.tablePlace(table)
  if (lastRow < firstRow) return
  const range = { top: firstRow, bottom: lastRow, left: 2, right: Object.keys(columns).length }
  draft.mark({ range, when: 'negative', tone: 'wrong' })
}

export function freezeBelowHeader(draft: SheetDraft, book: Book, table: string, columns: number): void {
  const { headerRow } = book.tablePlace(table)
  draft.model.frozen = { rows: headerRow, columns }
  draft.model.repeatRows = [headerRow, headerRow]
}
