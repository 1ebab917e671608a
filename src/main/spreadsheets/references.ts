import type { CellPlace, CellRange, SheetRange } from './cellModel.ts'

/** "A" for 1, "AB" for 28. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** "B2", which moves when a formula is filled down; "$B$2" stays. */
export const relativeAddress = ({ row, column }: CellPlace): string => `${columnLetters(column)}${row}`
export const absoluteAddress = ({ row, column }: CellPlace): string => `$${columnLetters(column)}$${row}`

/** "B2:D5", or "B2" for one cell. */
export function rangeAddress({ top, left, bottom, right }: CellRange): string {
  const first = relativeAddress({ row: top, column: left })
  return top === bottom && left === right ? first : `${first}:${relativeAddress({ row: bottom, column: right })}`
}

/** "'Dean’s budget'!": the name of a sheet as it stands before an address in a formula. Always quoted: "2027" must be. */
export const sheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`

/** "'Budget'!$B$2:$B$5": a block from anywhere in the workbook. */
export function sheetReference({ sheet, top, left, bottom, right }: SheetRange): string {
  const first = absoluteAddress({ row: top, column: left })
  const last = top === bottom && left === right ? '' : `:${absoluteAddress({ row: bottom, column: right })}`
  return sheetPrefix(sheet) + first + last
}
