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

const chartRows = 18
/** So many rows fit on a printed page; a chart that would not is put on the next. */
const pageRows = 38

/** A sheet of the outcomes while it is laid out, from top to bottom. */
export class OutcomesSheet {
  readonly name: string
  readonly #title: string
  readonly #widths: readonly number[]
  readonly #rows: GridRowModel[] = []
  readonly #charts: ChartModel[] = []
  readonly #breaks: number[] = []

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
    this.#rows.push({
      cells: columns.map(({ header, type }): CellModel => ({ value: header, style: 'header', ...(type && { type }) })),
    })
    const first = this.#rows.length + 1
    for (const row of rows) this.#rows.push({ cells: row.map((value, at) => cellOf(value, columns[at]?.type)) })
    const last = this.#rows.length
    if (rows.length === 0) this.line(empty)
    return { first, last }
  }

  /** The cells of one column of a table. */
  range({ first, last }: TablePlace, column: number): CellRange & { sheet: string } {
    return { sheet: this.name, top: first, bottom: last, left: column, right: column }
  }

  /** A native chart below what is there. */
  chart(chart: Omit<ChartModel, 'covers'>): void {
    const pageTop = this.#breaks.at(-1) ?? 1
    if (this.#rows.length + 2 + chartRows - pageTop > pageRows) this.#breaks.push(this.#rows.length + 1)
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
      ...(this.#breaks.length > 0 && { pageBreaks: this.#breaks }),
    }
  }
}

/** A text among figures, such as why one is hidden, stands as text. */
function cellOf(value: CellValue, type: ColumnType | undefined): CellModel {
  const isText = typeof value === 'string' && !(type === 'date' && isPlainDate(value))
  if (value === null || type === undefined || isText) return { value }
  return { value, type }
}

/** A share from 0 to 1 in the units of cells. */
export const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000))
