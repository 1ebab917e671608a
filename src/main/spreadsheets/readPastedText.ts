import type { SheetFile } from '#shared/imports/sheet.ts'
import { textSheet } from './text/textSheet.ts'

/**
 * Reads cells copied from a spreadsheet: rows by line, columns by tab. A cell with a tab, a line end or both comes in quotes;
 * a quote that does not close right before the next cell is just a quote, because Excel copies `"Bob" Lee` as it is.
 */
export function readPastedText(text: string): SheetFile {
  const name = 'Pasted cells'
  const { sheet, notes } = textSheet(name, splitCells(text))
  return { name, format: 'pasted', encoding: null, delimiter: '\t', sheets: [sheet], notes }
}

/** Splits by hand: a pattern over a whole clipboard would need a backtracking stack as long as the text. */
function splitCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? endOfQuoted(text, at) : -1
    const end = quoted > 0 ? quoted : endOfBare(text, at)
    row.push(quoted > 0 ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end))
    at = end + 1
    if (text[end] === '\t') continue
    if (text[end] === '\r' && text[at] === '\n') at++
    rows.push(row)
    row = []
  }
  return row.length > 0 ? [...rows, row] : rows
}

const isEnd = (character: string | undefined): boolean => character === undefined || /[\t\r\n]/.test(character)

/** The position after the closing quote, or -1 where the quote at `start` opens nothing. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return isEnd(text[at + 1]) ? at + 1 : -1
  }
  return -1
}

function endOfBare(text: string, start: number): number {
  let at = start
  while (!isEnd(text[at])) at++
  return at
}
