import { createHash } from 'node:crypto'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import { withCells } from '#shared/imports/editedCells.ts'
import type { PlainTable } from '#shared/imports/plainTable.ts'
import type { ImportOptions, ImportProblem } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** A file as it was read, with the hash by which it is known when it comes again. */
export interface ReadFile {
  readonly file: SheetFile
  readonly sha256: string
}

/** Reads a staged file in a thread of its own, with the cells that somebody corrected. @throws Refusal `unreadable_sheet` */
export async function readStagedList(
  { name, bytes }: { name: string; bytes: Uint8Array },
  cells: ImportOptions['cells'],
  call: CallContext,
): Promise<ReadFile> {
  call.progress(`Reading ${name}`)
  const file = await runInWorker('readSheet', { bytes, name }, { signal: call.signal })
  return { file: withCells(file, cells), sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What the import document of a list that is no roster says of the file and how it was understood. */
export function aboutList<K extends string>({ file, sha256 }: ReadFile, table: PlainTable<K>) {
  return {
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256,
    sheets: file.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: table.sheet.name,
    headerRow: table.headerRow,
    headerRows: 1,
    dataRows: table.rows.length,
    columns: table.columns,
    ignoredRows: table.ignoredRows,
  }
}

const shownDetails = 200

/** The refusal of a list of which no row can be stored, naming each place. */
export function noUsableRow(file: SheetFile, sheet: string, problems: readonly ImportProblem[]) {
  return refuse(
    'invalid_rows',
    `${file.name}, sheet ${sheet}: no row can be stored. Nothing was imported.`,
    problems
      .filter(({ level }) => level === 'error')
      .slice(0, shownDetails)
      .map(({ sheet: place, column, row, message }) => ({ path: `${place}!${column}${row}`, message })),
  )
}
