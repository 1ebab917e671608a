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
  const draft = new SheetDraft(sheet.name, titleOf('Personnel', sheet), [
    { width: 8 },
    { width: 30 },
    { width: 24 },
    { width: 16 },
  ])
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

/** What a reader looks for stands first; what only formulas need follows. */
const personnelColumns = [
  'year',
  'name',
  'role',
  'department',
  'base',
  'cap',
  'cappedBase',
  'effort',
  'units',
  'headcount',
  'fringeClass',
  'fringeRate',
  'fund',
  'salary',
  'fringe',
  'total',
  'fte',
  'from',
  'to',
  'note',
  'of',
  'salaryEach',
  'fringeEach',
]

export function stipendsSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Stipends', sheet), [{ width: 9 }, { width: 26 }])
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

const stipendColumns = [
  'year',
  'name',
  'basis',
  'amount',
  'quantity',
  'units',
  'headcount',
  'fringeClass',
  'fringeRate',
  'fund',
  'pay',
  'fringe',
  'total',
  'from',
  'to',
]

export function linesSheet(sheet: CalculationSheet): SheetDraft {
  const draft = new SheetDraft(sheet.name, titleOf('Other lines', sheet), [{ width: 9 }, { width: 30 }])
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

const lineColumns = [
  'year',
  'line',
  'category',
  'quantity',
  'unit',
  'driver',
  'driven',
  'unitCost',
  'whole',
  'fund',
  'total',
  'justification',
]

/** Learners, coaches needed and appointed, and what they drive. */
export function staffingSheet(sheet: CalculationSheet): SheetDraft {
  const { book, base } = sheet
  const draft = new SheetDraft(sheet.name, titleOf('Staffing', sheet), [{ width: 30 }])
  draft.title(
    titleOf('Staffing', sheet),
    'Coaches needed are learners divided by learners per coach, rounded up, by fiscal year and site.',
  )
  const blocks: [heading: string, table: string][] = [
    ['Coaches needed and to be hired', 'staffing'],
    ['Learners and meetings by pay plan', 'payGroups'],
    ['What lines grow with', 'drivers'],
    ['Learners who need a coach', 'learners'],
    ['Coaches appointed', 'coaches'],
  ]
  for (const [heading, table] of blocks) {
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
  draft.section('What each fund gives, carries over, pays and has left')
  addTable(draft, sheet.book, 'fundBalances', { base: sheet.base })
  markNegative(draft, sheet.book, 'fundBalances')
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
