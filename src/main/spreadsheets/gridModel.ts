import type { CellPlace, CellRange, CellValue, ColumnType, SheetRange } from './cellModel.ts'
import type { ChartModel } from './chartModel.ts'

/** Free layout: titles, notes, several blocks, formulas and charts. */
export interface GridSheetModel {
  kind: 'grid'
  /** Formulas call the sheet by it, so it must be one Excel takes as it stands. */
  name: string
  /** Stands at the head of each printed page. */
  title: string
  /** Landscape where it is left out. */
  orientation?: 'landscape' | 'portrait'
  columns: GridColumnModel[]
  /** Row 1 first; a blank row is `{}`. */
  rows: GridRowModel[]
  /** How many rows and columns stay in sight. */
  frozen?: { rows: number; columns: number }
  /** Prints on a single page; without it as wide as it takes to be readable, mostly one page, and as long as it takes. */
  onePage?: boolean
  /** What is printed, where columns that only formulas need are left out on paper; all of the sheet without it. */
  printed?: CellRange
  /** Rows that begin a new page: printing cuts charts where a page happens to end. */
  pageBreaks?: number[]
  /** First and last of the rows repeated on each printed page. */
  repeatRows?: [number, number]
  /** The header row and the rows below it that can be filtered. */
  autoFilter?: CellRange
  conditionalFormats?: ConditionalFormatModel[]
  validations?: ValidationModel[]
  charts?: ChartModel[]
}

export interface GridColumnModel {
  /** In characters; by content where it is left out. */
  width?: number
}

export interface GridRowModel {
  /** From column A. */
  cells?: (CellModel | null)[]
  /** In points; by content where it is left out. */
  height?: number
}

export type CellModel = ValueCellModel | FormulaCellModel

interface CellLook {
  /** Text where it is left out. A header is text in any type, and stands over figures of that type. */
  type?: ColumnType
  /** `body` where it is left out. */
  style?: CellStyle
  /** What formulas call this cell, in any sheet of the workbook: letters, digits, "_" and "."; unlike an address. */
  name?: string
  /** So many cells to the right become one with this, for notes and for headers over several columns. */
  span?: number
  /** Where a click leads to, in this workbook. */
  link?: CellPlace & { sheet: string }
}

export interface ValueCellModel extends CellLook {
  value: CellValue
}

export interface FormulaCellModel extends CellLook {
  /** A1 style, English function names, commas, without "=". From code, never from data. */
  formula: string
  /**
   * What the formula gives, in the units of the type (cents, basis points; fractions of them too): previewers and LibreOffice
   * show it without calculating. Texts and booleans are allowed in any type.
   */
  value: string | number | boolean | { error: '#DIV/0!' | '#N/A' | '#VALUE!' }
}

/** What a cell is for; how it looks follows from that. Titles, sections and notes run over empty cells to their right. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'section'
  | 'note'
  | 'header'
  | 'label'
  | 'body'
  | 'input'
  | 'subtotal'
  | 'total'

export type Tone = 'wrong' | 'attention' | 'done'

export type ConditionalFormatModel =
  | { range: CellRange; when: 'negative'; tone: Tone }
  /** The limit is a formula without "=": a number or a name. Percent is a fraction there, money is in dollars. */
  | { range: CellRange; when: 'over' | 'under'; limit: string; tone: Tone }
  | { range: CellRange; when: 'text'; text: string; tone: Tone }
  /** The formula is written for the first cell of the range. */
  | { range: CellRange; when: 'true'; formula: string; tone: Tone }
  | { range: CellRange; when: 'bar' }

/** What may be typed into a block of cells; the message says what would be right. */
export type ValidationModel = { range: CellRange; message: string } & (
  | { allow: 'list'; values: string[] }
  | { allow: 'list'; from: SheetRange }
  /** Both limits included, in the units of the type. */
  | { allow: 'between'; type: Exclude<ColumnType, 'text'>; min: string | number; max: string | number }
)
