import Papa from 'papaparse'
import type { Sheet, SheetFormat, SheetNote } from '#shared/imports/sheet.ts'
import { refuseForeignText } from '../signature.ts'
import { decodeText } from './decodeText.ts'
import { guessDelimiter } from './guessDelimiter.ts'
import { textSheet } from './textSheet.ts'

interface DelimitedText {
  format: SheetFormat
  encoding: string
  delimiter: string
  sheets: Sheet[]
  notes: SheetNote[]
}

/** Reads .csv, .tsv and .txt. Every cell stays the text it is: "00123" and "7/1/26" are for the recogniser to judge. */
export function readDelimited(bytes: Uint8Array, name: string): DelimitedText {
  const { text, encoding } = decodeText(bytes)
  refuseForeignText(text)
  const { body, delimiter: declared } = dropSeparatorLine(text)
  const delimiter = declared ?? guessDelimiter(body)
  const parsed = Papa.parse<string[]>(body, { delimiter, header: false, dynamicTyping: false })
  const { sheet, notes } = textSheet(sheetName(name), parsed.data)
  if (encoding === 'windows-1252') {
    const message = 'The file does not say how its letters are encoded. It was read as windows-1252; check the accents.'
    notes.unshift({ code: 'encodingGuessed', message })
  }
  notes.push(...quoteNotes(parsed.errors))
  return { format: textFormat(name, delimiter), encoding, delimiter, sheets: [sheet], notes }
}

/** Excel's own "sep=;" first line names the delimiter; Excel does not show it, so it is no row. */
function dropSeparatorLine(text: string): { body: string; delimiter: string | null } {
  const match = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(text)
  return match ? { body: text.slice(match[0].length), delimiter: match[1]! } : { body: text, delimiter: null }
}

function quoteNotes(errors: Papa.ParseError[]): SheetNote[] {
  const notes: SheetNote[] = []
  const rowOf = (code: Papa.ParseError['code']): number | undefined => errors.find((error) => error.code === code)?.row
  const unclosed = rowOf('MissingQuotes')
  const stray = rowOf('InvalidQuotes')
  if (unclosed !== undefined) {
    const message = `A quotation mark opened in row ${unclosed + 1} is never closed, so the rest of the file became one cell. Close it in the file.`
    notes.push({ code: 'unclosedQuote', message })
  } else if (stray !== undefined) {
    const message = `Row ${stray + 1} has a quotation mark inside a quoted cell. Check that its cells are the right ones.`
    notes.push({ code: 'strayQuotes', message })
  }
  return notes
}

function textFormat(name: string, delimiter: string): SheetFormat {
  if (/\.txt$/i.test(name)) return 'txt'
  return delimiter === '\t' ? 'tsv' : 'csv'
}

const sheetName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || name
