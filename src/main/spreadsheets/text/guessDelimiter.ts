import Papa from 'papaparse'

const sampleLength = 65_536
const sampleRows = 100
/** From the least likely inside a cell: "Lee, Ann" stands in many a tab or semicolon file, never the reverse. */
const candidates = ['\t', ';', '|', ','] as const

/**
 * The delimiter that gives the most rows the same number of columns; of two that do as well, the one with more columns.
 * Papaparse's own guess counts the empty last line as a row of one column, and takes commas in names for delimiters.
 */
export function guessDelimiter(text: string): string {
  const cut = text.length > sampleLength
  let best = { delimiter: ',', share: 0, columns: 1 }
  for (const delimiter of candidates) {
    const { data } = Papa.parse<string[]>(text.slice(0, sampleLength), {
      delimiter,
      skipEmptyLines: 'greedy',
      preview: sampleRows,
    })
    const { share, columns } = consistency(cut && data.length > 1 ? data.slice(0, -1) : data)
    if (share > best.share || (share === best.share && columns > best.columns)) best = { delimiter, share, columns }
  }
  return best.delimiter
}

/** The commonest number of columns above one, and the share of rows that have it. */
function consistency(rows: string[][]): { share: number; columns: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  let [columns, rowsWithIt] = [1, 0]
  for (const [length, times] of counts) if (times > rowsWithIt) [columns, rowsWithIt] = [length, times]
  return { share: rowsWithIt / Math.max(rows.length, 1), columns }
}
