import type { MergedRange } from '#shared/imports/sheet.ts'

/** The column position, from 0, of an address such as "AB12" or "$AB$12"; -1 where there are no letters. */
export function columnOf(address: string): number {
  let column = 0
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i) & ~32
    if (code >= 65 && code <= 90) column = column * 26 + code - 64
    else if (column > 0) break
  }
  return column - 1
}

/** Reads "B2:D5", "B2" or "$B$2:$D$5"; null where it is no range of cells. */
export function parseRange(reference: string): MergedRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference)
  if (!match) return null
  const [, left, top, right = left, bottom = top] = match
  return { top: Number(top), left: columnOf(left!), bottom: Number(bottom), right: columnOf(right!) }
}
