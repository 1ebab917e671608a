import type { CellRange, CellValue, ColumnType } from '#main/spreadsheets/cellModel.ts'
import type { ChartModel } from '#main/spreadsheets/chartModel.ts'
import { isPlainDate } from '#shared/kernel/plainDate.ts'
import type { CellModel, CellStyle, GridRowModel, GridSheetModel } from '#main/spreadsheets/gridModel.ts'

/** A column of a table: what stands over it, and how its values are shown. */
export interface TableColumn {
  readonly header: string
  readonly type?: ColumnType
}

/** Where a table came to stand. */
interface TablePlace {
  /** Of the first and the last row of values, from 1; the last is before the first where there are none. */
  readonly first: number
  readonly last: number
}

const chartRows = 16
const titleRows = 4
/** So many rows fit on a landscape page of so many characters across; a wider sheet is printed smaller, and has more. */
const page = { rows: 26, width: 100 }

/** A sheet of the outcomes while it is laid out, from top to bottom. */
export class OutcomesSheet {
  readonly name: string
  readonly #title: string
  readonly #widths: readonly number[]
  readonly #rows: GridRowModel[] = []
  readonly #charts: ChartModel[] = []
  readonly #breaks: number[] = []
  readonly #headers: number[] = []
  /** Where what the next chart shows begins. */
  #block = 1

  constructor(name: string, title: string, widths: readonly number[]) {
    this.name = name
    this.#title = title
    this.#widths = widths
    this.line(title, 'title')
  }

  line(text: string, style: CellStyle = 'note'): void {
    this.#rows.push({ cells: [{ value: text, style }] })
  }

  /** Text over the whole width, as long as it takes. */
  paragraph(text: string): void {
    this.#rows.push({ cells: [{ value: text, span: this.#widths.length - 1 }] })
  }

  section(text: string): void {
    this.blank()
    this.#block = this.#rows.length + 1
    this.line(text, 'section')
  }

  blank(): void {
    this.#rows.push({})
  }

  /** A table with its header; says so where it has no rows. */
  table(
    columns: readonly TableColumn[],
    rows: readonly (readonly CellValue[])[],
    empty = 'Nothing to show.',
  ): TablePlace {
    // The table below a section is kept with its heading.
    if (this.#block < this.#rows.length) this.#block = this.#rows.length + 1
    this.#headers.push(this.#rows.length + 1)
    this.#rows.push({
      cells: columns.map(({ header, type }): CellModel => ({ value: header, style: 'header', ...(type && { type }) })),
    })
    const first = this.#rows.length + 1
    for (const row of rows) this.#rows.push({ cells: cellsOf(row, columns) })
    const last = this.#rows.length
    if (rows.length === 0) this.line(empty)
    return { first, last }
  }

  /** The cells of one column of a table. */
  range({ first, last }: TablePlace, column: number): CellRange & { sheet: string } {
    return { sheet: this.name, top: first, bottom: last, left: column, right: column }
  }

  /** A native chart below its table, and on one page with it where they fit on one. */
  chart(chart: Omit<ChartModel, 'covers'>): void {
    const pageTop = this.#breaks.at(-1) ?? 1
    const across = this.#widths.reduce((sum, width) => sum + width, 0)
    const pageRows = Math.floor(page.rows * Math.max(1, across / page.width))
    const tableEnd = this.#rows.length
    const end = tableEnd + 1 + chartRows
    if (end - pageTop >= pageRows) {
      const isAlone = end - this.#block >= pageRows
      // A title and its note alone are no page.
      const isFirst = this.#block <= pageTop + titleRows
      if (!isFirst && (!isAlone || tableEnd - pageTop >= pageRows)) this.#breaks.push(this.#block)
      if (isAlone || isFirst) this.#breaks.push(tableEnd + 1)
    }
    this.blank()
    const top = this.#rows.length + 1
    for (let row = 0; row < chartRows; row += 1) this.blank()
    this.#charts.push({
      ...chart,
      covers: { top, bottom: top + chartRows - 1, left: 1, right: Math.min(6, this.#widths.length) },
    })
  }

  build(): GridSheetModel {
    return {
      kind: 'grid',
      name: this.name,
      title: this.#title,
      columns: this.#widths.map((width) => ({ width })),
      rows: this.#rows,
      charts: this.#charts,
      // The only table of a sheet has its header on each page that it takes.
      ...(this.#headers.length === 1 && { repeatRows: [this.#headers[0]!, this.#headers[0]!] }),
      ...(this.#breaks.length > 0 && { pageBreaks: this.#breaks }),
    }
  }
}

/** The cells of a row; a text in place of figures, such as why they are hidden, runs over the empty cells after it. */
function cellsOf(row: readonly CellValue[], columns: readonly TableColumn[]): (CellModel | null)[] {
  const cells: (CellModel | null)[] = []
  for (let at = 0; at < row.length; at += 1) {
    const cell = cellOf(row[at]!, columns[at]?.type)
    cells.push(cell)
    if (columns[at]?.type === undefined || typeof row[at] !== 'string' || cell.type !== undefined) continue
    let end = at
    while (end + 1 < columns.length && columns[end + 1]?.type !== undefined && (row[end + 1] ?? null) === null) end += 1
    if (end === at) continue
    cell.span = end - at
    cells.push(...Array<null>(Math.min(end, row.length - 1) - at).fill(null))
    at = end
  }
  return cells
}

/** A text among figures, such as why one is hidden, stands as text. */
function cellOf(value: CellValue, type: ColumnType | undefined): CellModel {
  const isText = typeof value === 'string' && !(type === 'date' && isPlainDate(value))
  if (value === null || type === undefined || isText) return { value }
  return { value, type }
}

/** A share from 0 to 1 in the units of cells. */
export const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000))
