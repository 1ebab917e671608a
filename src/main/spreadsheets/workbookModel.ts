import type { Instant } from '#shared/kernel/plainDate.ts'
import type { GridSheetModel, SheetRange } from './gridModel.ts'

/** A workbook as plain data: what a feature wants to say, without a word of exceljs. It crosses to a worker as it is. */
export interface WorkbookModel {
  /** What the workbook is, as its file properties show it. */
  title: string
  creator: string
  /** When the data was read: given, not looked up, so that the same model always makes the same bytes. */
  created: Instant
  /** At least one. Names of tables and facts are made safe and unique; grids must have names that are (`sheetNames`). */
  sheets: SheetModel[]
  /** Blocks that formulas call by name, in any sheet of the workbook; single cells carry their own name. */
  names?: { name: string; range: SheetRange }[]
}

export type SheetModel = TableSheetModel | FactsSheetModel | GridSheetModel

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
 * How values stand in the model, and so in the sheet:
 * - text as it is, ids and codes too; dates `YYYY-MM-DD`;
 * - `integer` without separators (years), `count` with them, `number` with two decimals, `ratio` as "1:8";
 * - money in integer cents, shown with cents (`money`) or without (`wholeMoney`);
 * - shares in integer basis points (10,000 is 1 or 100 %), shown as `percent` (23.9 %), `rate` (33.33 %) or `fte` (0.125).
 */
export type ColumnType =
  | 'text'
  | 'date'
  | 'integer'
  | 'count'
  | 'number'
  | 'ratio'
  | 'money'
  | 'wholeMoney'
  | 'percent'
  | 'rate'
  | 'fte'

export type CellValue = string | number | null

/** By column key; a key that is not there is an empty cell. */
export type RowModel = Readonly<Record<string, CellValue>>
