import type { CellModel, CellStyle } from '#main/spreadsheets/gridModel.ts'
import { type Book, letterAt } from '#main/features/budget/workbook/book.ts'
import { cellModel, columnType, inputModel, stored } from '#main/features/budget/workbook/cellModel.ts'
import type { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import type { Expression } from '#shared/calculation/expression.ts'
import type { Column } from '#shared/calculation/table.ts'

interface TableOptions {
  /** The columns that come first; the others follow. Those of later years follow each other in any case. */
  first?: readonly string[]
  /** Adds the sums of the money columns, or of these. */
  totals?: boolean | readonly string[]
  /** The base, where this is a scenario: inputs that are the same lead back to it. */
  base?: Book | null
  /** Lets the text in the last column run over the columns up to this number. */
  wideTo?: number
  /** Lets a reader filter the rows; one table of a sheet can have it. */
  filter?: boolean
  /** Prints the columns up to this one; what follows is for formulas. */
  printedTo?: string
}

/** Lays a table out from column A: its headers, its rows, its totals. Formulas are written when all tables have places. */
export function addTable(draft: SheetDraft, book: Book, table: string, options: TableOptions = {}): void {
  const columns = ordered(book.shape(table).columns, options.first ?? [])
  const spare = columns.at(-1)!.unit === 'text' ? Math.max(0, (options.wideTo ?? 0) - columns.length) : 0
  const wide = (cell: CellModel, at: number): CellModel =>
    spare > 0 && at === columns.length - 1 ? { ...cell, span: 1 + spare } : cell
  const headerRow = draft.cells(...columns.map((column) => headerOf(table, column)), ...blankHeaders(spare))
  const firstRow = draft.next
  const { ids } = book.data(table)
  book.places[table] = {
    sheet: draft.name,
    columns: Object.fromEntries(columns.map(({ name }, at) => [name, letterAt(at + 1)])),
    headerRow,
    firstRow,
    lastRow: firstRow + ids.length - 1,
  }
  ids.forEach((_, row) => {
    draft.add(() => ({
      cells: columns.map((column, at) => wide(cellOf(book, table, row, column, options.base ?? null), at)),
    }))
  })
  if (options.base) columns.forEach((column, at) => markOwn(draft, book, options.base!, table, column, at + 1))
  if (ids.length === 0) draft.cells({ value: 'None', style: 'label' })
  else if (options.totals) addTotals(draft, book, table, columns, options.totals)
  if (options.printedTo !== undefined) {
    const right = columns.findIndex(({ name }) => name === options.printedTo) + 1
    draft.later(() => {
      draft.model.printed = { top: 1, bottom: draft.next - 1, left: 1, right }
    })
  }
  if (options.filter && ids.length > 0) {
    draft.model.autoFilter = { top: headerRow, bottom: firstRow + ids.length - 1, left: 1, right: columns.length }
  }
}

function ordered(columns: readonly Column[], first: readonly string[]): Column[] {
  const ahead = first.flatMap((name) => columns.filter((column) => column.name === name))
  return [...ahead, ...columns.filter(({ name }) => !first.includes(name))]
}

const headerOf = (table: string, column: Column): CellModel => ({
  value: column.header,
  type: columnType(table, column),
  style: 'header',
})

/** A header over columns that belong to the one before them. */
export const blankHeaders = (count: number): CellModel[] =>
  Array.from({ length: count }, () => ({ value: null, style: 'header' }))

/** A cell of a table: a formula, an input, or in a scenario a link to the input of the base. */
export function cellOf(book: Book, table: string, row: number, column: Column, base: Book | null): CellModel {
  const { name, unit } = column
  const type = columnType(table, column)
  const value = book.value(table, row, name)
  const data = book.data(table)
  const id = data.ids[row]!
  const expression = expressionOf(column, data.kinds?.[row] ?? '')
  if (expression) return cellModel(book.formula(table, row, expression), value, unit, type)
  if (base && unit !== 'text' && value !== null && !differs(book, base, table, id, column)) {
    return cellModel(base.reference(table, id, name), value, unit, type)
  }
  return inputModel(value === null ? null : stored(column, value), type, book.lacks(table, id, name))
}

/** Whether an input of a scenario is not that of the base. */
function differs(book: Book, base: Book, table: string, id: string, column: Column): boolean {
  const row = base.rowOf(table, id)
  const own = book.rowOf(table, id)!
  if (expressionOf(column, book.data(table).kinds?.[own] ?? '')) return false
  return row === undefined || base.value(table, row, column.name) !== book.value(table, own, column.name)
}

const expressionOf = ({ computed, computedByKind }: Column, kind: string): Expression | undefined =>
  computedByKind?.[kind] ?? computed

/** Marks the cells of a column that are otherwise than in the base; rows that only the scenario has are not marked. */
function markOwn(draft: SheetDraft, book: Book, base: Book, table: string, column: Column, at: number): void {
  const { firstRow } = book.tablePlace(table)
  const own = book
    .data(table)
    .ids.map((id) => base.rowOf(table, id) !== undefined && differs(book, base, table, id, column))
  own.forEach((marked, row) => {
    if (!marked || own[row - 1]) return
    const end = own.indexOf(false, row)
    mark(draft, firstRow + row, at, firstRow + (end < 0 ? own.length : end) - 1)
  })
}

export function mark(draft: SheetDraft, top: number, column: number, bottom = top): void {
  draft.mark({ range: { top, bottom, left: column, right: column }, when: 'true', formula: 'TRUE', tone: 'attention' })
}

function addTotals(
  draft: SheetDraft,
  book: Book,
  table: string,
  columns: readonly Column[],
  which: true | readonly string[],
): void {
  const summed = (column: Column): boolean => (which === true ? column.unit === 'money' : which.includes(column.name))
  const { firstRow, lastRow } = book.tablePlace(table)
  draft.add(() => ({
    cells: columns.map((column, at) => {
      const style: CellStyle = 'total'
      if (!summed(column)) return { value: at === 0 ? 'Total' : null, style }
      const letter = letterAt(at + 1)
      const total = book.calculated.cells.total(table, column.name)
      return cellModel(
        `SUM(${letter}${firstRow}:${letter}${lastRow})`,
        total,
        column.unit,
        columnType(table, column),
        style,
      )
    }),
  }))
}
