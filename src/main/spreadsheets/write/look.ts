import type { Alignment, Font, Style } from 'exceljs'
import type { ColumnType } from '../cellModel.ts'

/** How every workbook looks: the quiet slate and teal of the app, in what every Excel has installed. */
export const ink = { argb: 'FF1E293B' }
export const quietInk = { argb: 'FF64748B' }
export const line = { argb: 'FF94A3B8' }
export const faintLine = { argb: 'FFE2E8F0' }
export const headerFill = { argb: 'FFE8EEF2' }

export const font = (more: Partial<Font> = {}): Partial<Font> => ({
  name: 'Calibri',
  family: 2,
  size: 11,
  color: ink,
  ...more,
})

/** Dates read as on screen, "Jul 1, 2026": no reader, American or not, takes the day for the month. */
export const numberFormats: Record<ColumnType, string> = {
  text: '@', // ids keep their zeros, and text that starts with = stays text when somebody edits it
  date: 'mmm d, yyyy',
  integer: '0', // no separator: most whole numbers here are years
  count: '#,##0',
  number: '#,##0.00',
  ratio: '"1:"General',
  money: '"$"#,##0.00;-"$"#,##0.00',
  wholeMoney: '"$"#,##0;-"$"#,##0',
  percent: '0.0%',
  rate: '0.00%',
  fte: '0.00##',
}

export const isText = (type: ColumnType): boolean => type === 'text' || type === 'date'

export const alignment = (type: ColumnType, more: Partial<Alignment> = {}): Partial<Alignment> => ({
  vertical: 'middle',
  horizontal: isText(type) ? 'left' : 'right',
  // Or text touches the number to its left. Numbers have none: LibreOffice draws an indent on the right unevenly.
  indent: isText(type) ? 1 : 0,
  ...more,
})

/** The style of a column, for the empty cells below the table too: a row typed there looks and counts like the others. */
export function columnStyle(type: ColumnType): Partial<Style> {
  return { font: font(), numFmt: numberFormats[type], alignment: alignment(type) }
}

/** The style of the cells in the table: the column's, with a faint line that leads the eye across a printed page. */
export function bodyStyle(type: ColumnType, wraps: boolean): Partial<Style> {
  const border = { bottom: { style: 'thin', color: faintLine } } as const
  return { ...columnStyle(type), border, alignment: alignment(type, wraps ? { wrapText: true } : {}) }
}

export function headerStyle(type: ColumnType): Partial<Style> {
  return {
    font: font({ bold: true }),
    fill: { type: 'pattern', pattern: 'solid', fgColor: headerFill },
    border: { bottom: { style: 'thin', color: line } },
    // The filter button covers the right end of the cell.
    alignment: alignment(type, isText(type) ? {} : { indent: 2 }),
    numFmt: '@',
  }
}

export const titleStyle: Partial<Style> = { font: font({ bold: true, size: 16 }), alignment: { vertical: 'middle' } }

export const labelStyle: Partial<Style> = { font: font({ color: quietInk }), alignment: { vertical: 'top' } }

export const valueStyle: Partial<Style> = { font: font(), numFmt: '@', alignment: { vertical: 'top', wrapText: true } }

/** In points. */
export const headerHeight = 24
export const rowHeight = 18
const lineHeight = 15

/** The height, in points, of a row that wraps; Excel fits it by itself, LibreOffice and others take what the file says. */
export const wrappedHeight = (lines: number): number => Math.min(lines * lineHeight + rowHeight - lineHeight, tallest)

const tallest = 400 // Excel's limit is 409
