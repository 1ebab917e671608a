import type { SheetFile } from '#shared/imports/sheet.ts'
import { recognizeContent } from './signature.ts'
import { readDelimited } from './text/readDelimited.ts'
import { Unreadable, unreadableSheet } from './unreadable.ts'
import { readWorkbook } from './xlsx/readWorkbook.ts'

/**
 * Reads a spreadsheet by its content, whatever its name ends in: .xlsx, .xlsm, .csv, .tsv or .txt.
 * Synchronous and pure; run it in a worker, because a large file takes seconds.
 * @throws Refusal `unreadable_sheet`, naming the file and what to do, for everything else.
 */
export function readSheetFile(bytes: Uint8Array, name: string): SheetFile {
  try {
    if (recognizeContent(bytes) === 'text') return { name, ...readDelimited(bytes, name) }
    return { name, encoding: null, delimiter: null, ...readWorkbook(bytes) }
  } catch (error) {
    if (error instanceof Unreadable) throw unreadableSheet(name, error.reason)
    throw error
  }
}
