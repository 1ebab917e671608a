import type { ChartModel } from '#main/spreadsheets/chartModel.ts'
import type { CellRange } from '#main/spreadsheets/cellModel.ts'
import type {
  CellModel,
  ConditionalFormatModel,
  GridRowModel,
  GridSheetModel,
  ValidationModel,
} from '#main/spreadsheets/gridModel.ts'

/** Rows of a landscape letter page, printed at full size, with headers among them. */
const fullSizeRows = 28

/** A row that is written once every table of the workbook has its place. */
type LateRow = GridRowModel | (() => GridRowModel)

/**
 * A sheet while it is laid out. Rows are given their numbers first and are written later, because formulas call cells of
 * sheets that come after them.
 */
export class SheetDraft {
  readonly name: string
  readonly #rows: LateRow[] = []
  readonly #late: (() => void)[] = []
  readonly model: GridSheetModel & { charts: ChartModel[]; conditionalFormats: ConditionalFormatModel[] }
  readonly validations: ValidationModel[] = []

  constructor(name: string, title: string, columns: GridSheetModel['columns'] = []) {
    this.name = name
    this.model = { kind: 'grid', name, title, columns, rows: [], charts: [], conditionalFormats: [] }
  }

  /** The number of the row that is added next. */
  get next(): number {
    return this.#rows.length + 1
  }

  /** Adds a row. @returns its number */
  add(row: LateRow = {}): number {
    return this.#rows.push(row)
  }

  cells(...cells: (CellModel | null)[]): number {
    return this.add({ cells })
  }

  title(text: string, note?: string): void {
    this.cells({ value: text, style: 'title' })
    if (note !== undefined) this.cells({ value: note, style: 'note' })
    this.add()
  }

  section(text: string, note?: string): void {
    this.cells({ value: text, style: 'section' })
    if (note !== undefined) this.cells({ value: note, style: 'note' })
  }

  /** Keeps rows free for a chart over these columns. @returns the cells it covers */
  room(rows: number, left: number, right: number): CellRange {
    const top = this.next
    for (let row = 0; row < rows; row += 1) this.add()
    return { top, bottom: this.next - 1, left, right }
  }

  breakPage(): void {
    this.model.pageBreaks = [...(this.model.pageBreaks ?? []), this.next]
  }

  /** Begins a new page where so many rows do not fit on this one any more: a table does not leave its header behind. */
  keepTogether(rows: number, rowsOnPage = fullSizeRows): void {
    const pageStart = this.model.pageBreaks?.at(-1) ?? 1
    if (this.next > pageStart && this.next - pageStart + rows > rowsOnPage) this.breakPage()
  }

  mark(format: ConditionalFormatModel): void {
    this.model.conditionalFormats.push(format)
  }

  /** Something to be done when every table has its place. */
  later(work: () => void): void {
    this.#late.push(work)
  }

  build(): GridSheetModel {
    const rows = this.#rows.map((row) => (typeof row === 'function' ? row() : row))
    for (const work of this.#late) work()
    return { ...this.model, rows, ...(this.validations.length > 0 ? { validations: this.validations } : {}) }
  }
}
