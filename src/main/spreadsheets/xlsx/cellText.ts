import type { SheetCell } from '#shared/imports/sheet.ts'

const escaped = /_x([0-9A-F]{4})_/gi

/**
 * The text of a string in a workbook: `_x000A_` escapes decoded, line ends as \n, control characters and halves of
 * surrogate pairs gone. Office writes what XML cannot hold as such escapes, and a literal `_x000A_` as `_x005F_x000A_`.
 */
export function decodeCellText(raw: string): string {
  const text = raw.includes('_x')
    ? raw.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : raw
  return cleanCellText(text)
}

/** Anything that has to be cleaned: control characters but tab and line feed, and halves of surrogate pairs. */
const unclean = /[^\P{Cc}\t\n]|\p{Cs}/u

/** Line ends as \n, no control characters but tab and line feed, well-formed Unicode. */
export function cleanCellText(text: string): string {
  if (!unclean.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
}

/** A text cell, or null where it shows nothing: empty, or only white space. */
export function textCell(text: string): SheetCell | null {
  return text.trim() === '' ? null : { text, kind: 'text' }
}
