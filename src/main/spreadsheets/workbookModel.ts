import type { Instant } from '#shared/kernel/plainDate.ts'

/**
 * A workbook as plain data: what a feature wants to say, without a word of exceljs. Formulas will be one more kind of
 * `CellValue` and charts one more list of a sheet, so that there is only ever one writer.
 */
export interface WorkbookModel {
  /** What the workbook is, as its file properties show it. */
  title: string
  creator: string
  /** When the data was read: given, not looked up, so that the same model always makes the same bytes. */
  created: Instant
  /** At least one. Names are made safe and unique by the writer. */
  sheets: (TableSheetModel | FactsSheetModel)[]
}

/** One table from A1: header, rows, filters. It can be sorted, pivoted and imported again as it stands. */
export interface TableSheetModel {
  kind: 'table'
  name: string
  /** Stands at the head of each printed page. */
  title: string
  columns: ColumnModel[]
  rows: RowModel[]
}

/** A title with labelled values below it: "About this workbook". */
export interface FactsSheetModel {
  kind: 'facts'
  name: string
  title: string
  facts: { label: string; value: string }[]
}

export interface ColumnModel {
  /** Repeated headers get a number; blank ones become "Column 3". */
  header: string
  key: string
  type: ColumnType
  /** In characters; by content where it is left out. */
  width?: number
}

/**
 * How the values of a column stand in the model, and so in the sheet:
 * text as it is, ids and codes too; dates `YYYY-MM-DD`; money in integer cents; percent in basis points (10,000 is 100 %).
 */
export type ColumnType = 'text' | 'date' | 'integer' | 'number' | 'money' | 'percent'

export type CellValue = string | number | null

/** By column key; a key that is not there is an empty cell. */
export type RowModel = Readonly<Record<string, CellValue>>
