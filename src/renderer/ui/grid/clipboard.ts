/** Cells as Excel puts them on the clipboard: tabs between cells, a line per row, quotes where a cell has either. */
export function encodeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join('\t')).join('\r\n')
}

const quote = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * Reads a block of cells from the clipboard. Only a cell that begins with a quote is quoted; the line end after the
 * last row, which Excel writes, makes no row of its own.
 */
export function decodeTsv(text: string): string[][] {
  if (text === '') return []
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    rows.at(-1)!.push(cell.value)
    at = cell.end
    if (at >= text.length) return rows
    if (text[at] === '\t') {
      at += 1
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) return rows
    rows.push([])
  }
}

function plainCell(text: string, start: number) {
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text[end]!)) end += 1
  return { value: text.slice(start, end), end }
}

/** A quoted cell, or a plain one that only begins with a quote: `"Bud" Smith`. */
function quotedCell(text: string, start: number) {
  let value = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      value += text[at]
      continue
    }
    if (text[at + 1] === '"') {
      value += '"'
      at += 1
      continue
    }
    const isEnd = at + 1 >= text.length || '\t\r\n'.includes(text[at + 1]!)
    return isEnd ? { value, end: at + 1 } : plainCell(text, start)
  }
  return plainCell(text, start)
}
