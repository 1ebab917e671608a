import { refuse } from '#shared/kernel/problem.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { type Mapping, recogniseColumns, type RosterColumn } from '#shared/imports/columns.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import { findHeaderRow } from '#shared/imports/headerRow.ts'
import { ignoredReason } from '#shared/imports/ignoredRows.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { Sheet, SheetFile, SheetRow } from '#shared/imports/sheet.ts'

/** What the user says about a file; everything else is recognised. */
export interface Choices {
  sheet?: string | undefined
  /** From 1, as in the file. */
  headerRow?: number | undefined
  mapping?: Readonly<Record<string, string | null>> | undefined
}

/** A sheet understood as a roster: which row names the columns, which column is what, which rows hold people. */
export interface RecognisedSheet {
  sheet: Sheet
  headerRow: number
  columns: RosterColumn[]
  rows: SheetRow[]
  ignoredRows: ImportPreview['ignoredRows']
  notes: ImportPreview['notes']
}

/**
 * Understands one sheet of a file as a roster: the chosen one, or the first visible one with a header row that can be
 * recognised, rather one whose name says it is of this kind. Refuses a sheet that is not there or is empty.
 */
export function recognise(file: SheetFile, kind: RosterKind, choices: Choices): RecognisedSheet {
  const mapping = readMapping(kind, choices.mapping)
  const sheet = chooseSheet(file, kind, choices)
  const header = chooseHeader(file, sheet, kind, choices.headerRow)
  const first = header ?? null
  const below = sheet.rows.filter((row) => row.number > (first?.number ?? 0))
  const ignoredRows = sheet.rows
    .filter((row) => first && row.number < first.number)
    .map((row) => ({ row: row.number, reason: 'Above the header' }))
  const columns = recogniseColumns(sheet, first, below, kind, mapping)
  const rows: SheetRow[] = []
  for (const row of below) {
    const reason = ignoredReason(row, first, columns)
    if (reason) ignoredRows.push({ row: row.number, reason })
    else rows.push(row)
  }
  return { sheet, headerRow: first?.number ?? 0, columns, rows, ignoredRows, notes: notesOf(file, sheet, first) }
}

function readMapping(kind: RosterKind, chosen: Choices['mapping'] = {}): Mapping {
  const fields = new Map(fieldsOf(kind).map((field) => [field.key as string, field.key]))
  return new Map(
    Object.entries(chosen).map(([letter, name]) => {
      const key = name === null ? null : fields.get(name)
      if (!/^[A-Z]{1,3}$/i.test(letter) || key === undefined) {
        throw refuse(
          'invalid_input',
          `Column ${letter} cannot be taken for ${String(name)}: it is no field of ${kind}.`,
        )
      }
      return [letter.toUpperCase(), key]
    }),
  )
}

/** Tabs of a workbook that holds both rosters. */
const sheetNames: Record<RosterKind, RegExp> = {
  learners: /learner|student|resident|trainee|fellow/i,
  coaches: /coach|faculty/i,
}

function chooseSheet(file: SheetFile, kind: RosterKind, choices: Choices): Sheet {
  if (choices.sheet !== undefined) {
    const wanted = choices.sheet.toLowerCase()
    const sheet = file.sheets.find((candidate) => candidate.name.toLowerCase() === wanted)
    if (sheet) return refuseEmpty(file, sheet)
    const names = file.sheets.map((candidate) => candidate.name).join(', ')
    throw refuse('not_found', `${file.name} has no sheet called ${choices.sheet}. Its sheets are: ${names}.`)
  }
  const visible = file.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
  const rosters = visible.filter((candidate) => findHeaderRow(candidate, kind))
  const sheet = rosters.find(({ name }) => sheetNames[kind].test(name)) ?? rosters[0] ?? visible[0] ?? file.sheets[0]
  if (!sheet) throw refuse('unreadable_sheet', `${file.name} has no sheet with anything in it.`)
  return refuseEmpty(file, sheet)
}

function refuseEmpty(file: SheetFile, sheet: Sheet): Sheet {
  if (sheet.rows.length > 0) return sheet
  throw refuse(
    'unreadable_sheet',
    `${file.name}, sheet ${sheet.name}: there is nothing in it. Choose another sheet or file.`,
  )
}

/** The header row the user names, or the one that is recognised; undefined where there is none to be seen. */
function chooseHeader(file: SheetFile, sheet: Sheet, kind: RosterKind, wanted?: number): SheetRow | undefined {
  if (wanted === undefined) return findHeaderRow(sheet, kind) ?? undefined
  const row = sheet.rows.find(({ number }) => number === wanted)
  if (row) return row
  throw refuse(
    'not_found',
    `${file.name}, sheet ${sheet.name}: row ${wanted} is empty. Choose the row with the column names.`,
  )
}

function notesOf(file: SheetFile, sheet: Sheet, header: SheetRow | null): ImportPreview['notes'] {
  const notes: ImportPreview['notes'] = [...file.notes]
  const others = file.sheets.filter((other) => other !== sheet && !other.hidden && other.rows.length > 0)
  if (others.length > 0) {
    const names = others.map((other) => other.name).join(', ')
    notes.push({ code: 'sheetsNotRead', message: `Only the sheet ${sheet.name} was read, not: ${names}.` })
  }
  if (!header) {
    const message = `No row of the sheet ${sheet.name} names its columns, so they were recognised by their values. Say which row it is, or choose a field for each column.`
    notes.push({ code: 'noHeader', message })
  }
  return notes
}
