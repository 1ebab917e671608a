/**
 * A spreadsheet file as it was read: plain data, the same whatever program wrote it.
 *
 * Rows carry their number in the file, from 1, because that is what a person sees in Excel. Columns are positions from 0,
 * because they index `cells`.
 */
export interface SheetFile {
  name: string
  format: SheetFormat
  /** Of text files: 'utf-8', 'utf-16le', 'utf-16be' or 'windows-1252'. Null for workbooks and pasted cells. */
  encoding: string | null
  /** Of text files and pasted cells; null for workbooks. */
  delimiter: string | null
  /** In the order of their tabs, hidden ones too. Never empty. */
  sheets: Sheet[]
  notes: SheetNote[]
}

export type SheetFormat = 'xlsx' | 'xlsm' | 'csv' | 'tsv' | 'txt' | 'pasted'

export interface Sheet {
  name: string
  hidden: boolean
  /** Positions from 0 of the hidden columns that hold something. */
  hiddenColumns: number[]
  /** In ascending order; rows that show nothing are left out. */
  rows: SheetRow[]
  merges: MergedRange[]
  /** Rows are, or may be, hidden by a filter somebody set. */
  filtered: boolean
}

export interface SheetRow {
  /** As in the file, from 1. */
  number: number
  hidden: boolean
  /** By column position; null where the cell shows nothing. Nothing follows the last filled cell. */
  cells: (SheetCell | null)[]
}

/** One cell. Cells with the same text may be the same object, so that a big file fits: never change one in place. */
export interface SheetCell {
  /**
   * What the cell shows, or what would be typed to get it: numbers in full ("1234.5", "12.5%"), with their zeros where
   * the format pads them ("00012345"), as "1.23E+09" where the cell shows them so; dates as `YYYY-MM-DD`, followed by
   * ` HH:MM` or ` HH:MM:SS` where it is not midnight; booleans as TRUE and FALSE; errors as "#N/A".
   * For `formulaNoValue`, the formula with its equals sign: a thing to show, not a value to store.
   */
  readonly text: string
  readonly kind: CellKind
  /** Where a click on the cell leads: "mailto:ann@example.edu". */
  readonly link?: string
}

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formulaNoValue'

/**
 * Cells shown as one. Row numbers from 1, column positions from 0, all inclusive. The value has been copied to each row of
 * the range that holds anything else, in the range's first column.
 */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** Something about the file that the user should know before trusting what was read. */
export interface SheetNote {
  code: SheetNoteCode
  message: string
}

export type SheetNoteCode =
  | 'hiddenSheets'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'filtered'
  | 'macrosIgnored'
  | 'externalLinkCached'
  | 'truncatedRows'
  | 'truncatedColumns'
  | 'encodingGuessed'
  | 'unclosedQuote'
  | 'strayQuotes'
