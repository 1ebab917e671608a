import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { columnType } from '#main/features/budget/workbook/cellModel.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable, blankHeaders, cellOf, mark } from '#main/features/budget/workbook/tableBlock.ts'

/** Every assumption: the named cells with a column for each scenario, then the dated tables of the base. */
export function assumptionsSheet(name: string, base: Book, scenarios: readonly Book[]): SheetDraft {
  const draft = new SheetDraft(name, 'Assumptions', columnWidths(base))
  draft.title(
    'Assumptions',
    'Blue figures are inputs: change one and every sheet follows. Days, and where coaches come from, decide which rows there are: change those in Coachdesk.',
  )
  addNamedCells(draft, base, scenarios)
  draft.add()
  for (const [heading, table] of rateTables) {
    draft.keepTogether(base.data(table).ids.length + 3)
    draft.section(heading)
    addTable(draft, base, table, { wideTo: 7 })
    draft.add()
  }
  return draft
}

/** Alike throughout, because tables of different columns stand below each other. */
const columnWidths = (book: Book) => [
  { width: 34 },
  ...Array.from({ length: 8 + book.calculated.result.years.length }, () => ({ width: 15 })),
]

/** The tables that hold inputs, in the order in which a reader asks for them. */
const rateTables: readonly [heading: string, table: string][] = [
  ['Raises and inflation by fiscal year', 'years'],
  ['Fringe rates by class and fiscal year', 'fringe'],
  ['Salary caps by the day they come into force', 'caps'],
  ['Funds: what each gives by fiscal year', 'funds'],
  ['How coaches are paid', 'payPlans'],
  ['Most learners of one level for a coach', 'levelLimits'],
  ['Base salaries by fiscal year', 'salaries'],
  ['Unit costs by fiscal year', 'unitCosts'],
]

/** The inputs of a scenario: what is not marked leads back to the base. */
export function inputsSheet(name: string, base: Book, scenario: Book): SheetDraft {
  const draft = new SheetDraft(name, `Inputs of ${scenario.name}`, columnWidths(base))
  draft.title(
    `Inputs of “${scenario.name}”`,
    'What is marked is the scenario’s own; every other figure leads back to the base. Single assumptions stand in its column of Assumptions.',
  )
  for (const [heading, table] of rateTables) {
    draft.keepTogether(scenario.data(table).ids.length + 3)
    draft.section(heading)
    addTable(draft, scenario, table, { base, wideTo: 7 })
    draft.add()
  }
  return draft
}

function addNamedCells(draft: SheetDraft, base: Book, scenarios: readonly Book[]): void {
  const { columns } = base.shape('assumptions')
  const books = [base, ...scenarios]
  draft.cells(
    { value: 'Assumption', style: 'header' },
    ...books.map((book): CellModel => ({ value: book.name, type: 'number', style: 'header' })),
    { value: 'What it means', style: 'header' },
    ...blankHeaders(3),
  )
  const first = draft.next
  books.forEach((book, at) => {
    const cells = columns.map(({ name, header }, row) => {
      const own = book.prefix === '' ? cellName(header) : `${book.prefix}_${cellName(header)}`
      return [name, { address: `$${letterAt(at + 2)}$${first + row}`, name: own }] as const
    })
    book.places['assumptions'] = { sheet: draft.name, cells: Object.fromEntries(cells) }
  })
  columns.forEach((column, row) => {
    const number = draft.add(() => ({
      cells: [
        { value: column.header, style: 'label' },
        ...books.map((book, at): CellModel => {
          const own = book.value('assumptions', 0, column.name)
          const same = own === base.value('assumptions', 0, column.name)
          if (!same) mark(draft, first + row, at + 2)
          const cell = cellOf(book, 'assumptions', 0, column, book === base ? null : base)
          return { ...cell, name: nameOf(book, column.name) }
        }),
        { value: column.definition ?? '', style: 'label', span: 4 },
      ],
    }))
    const between = limitsOf(columnType('assumptions', column))
    if (between && number) {
      draft.validations.push({
        range: { top: number, bottom: number, left: 2, right: 1 + books.length },
        allow: 'between',
        ...between,
      })
    }
  })
}

const cellName = (header: string): string => header.replace(/[^A-Za-z0-9]+/g, '_')

function nameOf(book: Book, column: string): string {
  const place = book.places['assumptions']!
  if (!('cells' in place)) throw new Error('Assumptions are single cells')
  return place.cells[column]!.name!
}

function limitsOf(type: ReturnType<typeof columnType>) {
  switch (type) {
    case 'rate':
      return { type: 'rate', min: 0, max: 10_000, message: 'Enter a share of 0 % to 100 %.' } as const
    case 'ratio':
      return { type: 'count', min: 1, max: 200, message: 'Enter 1 to 200 learners for each coach.' } as const
    case 'count':
      return { type: 'count', min: 0, max: 100_000, message: 'Enter a whole number of zero or more.' } as const
    default:
      return null
  }
}
