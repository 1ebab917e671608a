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

/** Rows and columns count from 1, as Excel counts rows. */
export interface CellPlace {
  row: number
  column: number
}

/** A block of cells, its corners included. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** A block in a sheet, by the sheet's name in the model. */
export interface SheetRange extends CellRange {
  sheet: string
}
