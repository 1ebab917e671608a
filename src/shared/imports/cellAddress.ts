import { columnIndex } from '#shared/imports/columnLetter.ts'

/** A cell as a spreadsheet names it: "Roster!B14", or "B14" of the first sheet. Null where it is no address. */
export function cellAt(address: string): { sheet: string | null; row: number; column: number } | null {
  const match = /^(?:(.*)!)?([A-Z]{1,3})([1-9]\d{0,6})$/is.exec(address)
  if (!match) return null
  return { sheet: match[1] ?? null, row: Number(match[3]), column: columnIndex(match[2]!) }
}
