import type { Instant } from '#shared/kernel/plainDate.ts'
import type { CellValue, ColumnType, SheetRange } from './cellModel.ts'
import type { GridSheetModel } from './gridModel.ts'

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

/** By column key; a key that is not there is an empty cell. */
export type RowModel = Readonly<Record<string, CellValue>>
