import { refuse } from '#shared/kernel/problem.ts'
import { tidyText } from '#shared/kernel/text.ts'
import { type PeopleKind, peopleKinds } from '#shared/roster/schema.ts'
import { checkMapping, chooserOf, type Remembered, rememberedFor } from '#shared/imports/chosenColumns.ts'
import { chosenRow, chosenSheet } from '#shared/imports/chosenPlaces.ts'
import { recogniseColumns, type RosterColumn } from '#shared/imports/columns.ts'
import { type Weigh, weighWhileEnough } from '#shared/imports/evidence.ts'
import { findHeader, type Header, headerAt } from '#shared/imports/headerRow.ts'
import { blankRows, ignoredNote, ignoredReason, isAcross } from '#shared/imports/ignoredRows.ts'
import type { ImportOptions, ImportPreview } from '#shared/imports/schema.ts'
import {
  type HeadingProgram,
  looksLikeHeading,
  OpenSections,
  readHeading,
  type SectionHeading,
} from '#shared/imports/sectionHeadings.ts'
import type { Sheet, SheetFile, SheetRow } from '#shared/imports/sheet.ts'
import { type Tab, weighTogether } from '#shared/imports/weighTogether.ts'

/** What the user says about the reading of a file; everything else is recognised. */
export type Choices = Pick<ImportOptions, 'sheet' | 'headerRow' | 'mapping'>

/** A sheet understood as a roster: which row names the columns, which column is what, which rows hold people. */
export interface RecognisedSheet {
  sheet: Sheet
  /** Null where no row names the columns. */
  header: Header | null
  columns: RosterColumn[]
  rows: SheetRow[]
  ignoredRows: ImportPreview['ignoredRows']
  /** What was chosen for a file of these columns the last time. */
  remembered: Remembered | null
  /** The headings between the rows that each row stands under, by its number. */
  headings: ReadonlyMap<number, readonly SectionHeading[]>
}

/** A file understood as a roster. */
export interface RecognisedFile {
  /** Those that are read, in the order of their tabs. Never empty. */
  sheets: RecognisedSheet[]
  notes: ImportPreview['notes']
}

/**
 * Understands a file as a roster: the chosen sheet, or every visible one that looks like a roster of this kind, because a
 * class often has a tab of its own. Refuses a sheet that is not there or is empty.
 */
export function recognise(
  file: SheetFile,
  kind: PeopleKind,
  program: HeadingProgram,
  choices: Choices,
  memory: readonly Remembered[] = [],
): RecognisedFile {
  const chosen = chooseSheets(file, kind, choices)
  checkMapping(file, chosen, kind, choices.mapping)
  const tabs = chosen.map(({ sheet, header }): OpenSheet => {
    const remembered = rememberedFor(memory, header)
    return {
      sheet,
      header,
      remembered,
      below: sheet.rows.filter(({ number }) => number > (header?.row ?? 0)),
      choose: chooserOf(sheet, kind, header, choices.mapping, remembered),
    }
  })
  const weigh = tabs.length > 1 ? weighTogether(tabs, kind) : weighWhileEnough
  const sheets = tabs.map((tab) => recogniseSheet(tab, kind, program, weigh))
  const notes = file.notes.filter(({ code }) => code !== 'hiddenSheets')
  return { sheets, notes: [...notes, ...sheetNotes(file, sheets)] }
}

/** A sheet that is read, before its columns are recognised. */
interface OpenSheet extends Tab {
  remembered: Remembered | null
}

function recogniseSheet(tab: OpenSheet, kind: PeopleKind, program: HeadingProgram, weigh: Weigh): RecognisedSheet {
  const { sheet, header, below, remembered } = tab
  const columns = recogniseColumns(sheet, header, below, kind, tab.choose, weigh)
  const ignored = new Map(blankRows(sheet.rows).map((row) => [row, 'Blank']))
  const sections = new OpenSections()
  const headings = new Map<number, readonly SectionHeading[]>()
  const rows: SheetRow[] = []
  const top = header ? header.rows[0]! : 0
  const above = sheet.rows.filter(({ number }) => number < top)
  for (const { number } of above) ignored.set(number, 'Above the header')
  const title = above.at(-1)
  // The first section's heading stands above the header where each section has a header of its own.
  const first = title && headingOf(title, kind, program)
  if (first) sections.enter(first)
  const readsPeople = columns.filter(({ field }) => field !== null).length
  for (const row of below) {
    const heading = readsPeople > 0 ? headingOf(row, kind, program) : null
    const reason = heading
      ? 'A heading'
      : (ignoredReason(row, header, columns) ??
        (isOneCell(row) ? (ignoredNote(row, columns) ?? unknownHeading(sheet, row, readsPeople)) : null))
    if (reason) ignored.set(row.number, reason)
    else rows.push(row)
    if (heading) sections.enter(heading)
    else if (reason === strangeHeading) sections.enter({ row: row.number, text: textOf(row), says: {} })
    else if (!reason) {
      const open = sections.read()
      if (open.length > 0) headings.set(row.number, open)
    }
  }
  const ignoredRows = [...ignored]
    .sort(([a], [b]) => a - b)
    .map(([row, reason]) => ({ sheet: sheet.name, row, reason }))
  return { sheet, header, columns, rows, ignoredRows, remembered, headings }
}

const isOneCell = ({ cells }: SheetRow): boolean => {
  let filled = 0
  for (const cell of cells) if (cell && ++filled > 1) return false
  return filled === 1
}

const textOf = ({ cells }: SheetRow): string => tidyText(cells.find((cell) => cell !== null)?.text ?? '')

/** The row as a heading over those below, where it is one cell that says something of them. */
function headingOf(row: SheetRow, kind: PeopleKind, program: HeadingProgram): SectionHeading | null {
  if (!isOneCell(row)) return null
  const says = readHeading(textOf(row), kind, program)
  return says && { row: row.number, text: textOf(row), says }
}

const strangeHeading = 'A heading that names no level, cohort or site of the program'

function unknownHeading(sheet: Sheet, row: SheetRow, mapped: number): string | null {
  return isAcross(sheet, row) || (mapped > 1 && looksLikeHeading(textOf(row))) ? strangeHeading : null
}

/** Tabs of a workbook that holds both rosters. */
const sheetNames: Record<PeopleKind, RegExp> = {
  learners: /learner|student|resident|trainee|fellow|class of|\bms ?-?[1-4]\b|\bpgy/i,
  coaches: /coach|faculty|advisor/i,
  staff: /staff|leadership|administrat|directors?\b/i,
}

interface ChosenSheet {
  sheet: Sheet
  header: Header | null
}

function chooseSheets(file: SheetFile, kind: PeopleKind, choices: Choices): ChosenSheet[] {
  if (choices.sheet !== undefined) return [withHeader(file, chosenSheet(file, choices.sheet), kind, choices.headerRow)]
  const visible = file.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
  const rosters = visible.filter((sheet) => looksLikeRoster(sheet, kind))
  const wanted = rosters.filter(
    ({ name }) => sheetNames[kind].test(name) || !otherKinds(kind).some((other) => sheetNames[other].test(name)),
  )
  const read = wanted.length > 0 ? wanted : rosters.length > 0 ? rosters : visible.slice(0, 1)
  const [first = file.sheets[0]] = read
  if (!first) throw refuse('unreadable_sheet', `${file.name} has no sheet with anything in it.`)
  // A row that somebody names is a row of one sheet.
  const sheets = choices.headerRow === undefined && read.length > 1 ? read : [first]
  return sheets.map((sheet) => withHeader(file, sheet, kind, choices.headerRow))
}

const otherKinds = (kind: PeopleKind): PeopleKind[] => peopleKinds.filter((other) => other !== kind)

/** It has a header that names people, and names no more of a roster of the other kind. */
function looksLikeRoster(sheet: Sheet, kind: PeopleKind): boolean {
  const header = findHeader(sheet, kind)
  if (!header) return false
  const fields = (as: PeopleKind) =>
    new Set(recogniseColumns(sheet, findHeader(sheet, as), [], as, () => undefined).flatMap(({ field }) => field ?? []))
  const found = fields(kind)
  const namesSomebody = (['fullName', 'lastName', 'email', 'studentId', 'employeeId', 'netId'] as const).some((key) =>
    found.has(key),
  )
  if (!namesSomebody) return false
  // What a list of staff has, one of coaches may have too.
  const rivals = otherKinds(kind).filter((other) => other !== 'staff')
  return sheetNames[kind].test(sheet.name) || rivals.every((other) => found.size >= fields(other).size)
}

/** With the header row the user names, or the one that is recognised; null where there is none to be seen. */
function withHeader(file: SheetFile, sheet: Sheet, kind: PeopleKind, wanted: number | undefined): ChosenSheet {
  if (sheet.rows.length === 0) {
    const message = `${file.name}, sheet ${sheet.name}: there is nothing in it. Choose another sheet or file.`
    throw refuse('unreadable_sheet', message)
  }
  if (wanted === undefined) return { sheet, header: findHeader(sheet, kind) }
  return { sheet, header: headerAt(sheet, chosenRow(file, sheet, wanted)) }
}

function sheetNotes(file: SheetFile, sheets: readonly RecognisedSheet[]): ImportPreview['notes'] {
  const read = new Set(sheets.map(({ sheet }) => sheet))
  const names = (list: readonly Sheet[]): string => list.map(({ name }) => name).join(', ')
  const notes: ImportPreview['notes'] = []
  if (sheets.length > 1) {
    const message = `${sheets.length} sheets look like rosters and were read together: ${names([...read])}.`
    notes.push({ code: 'sheetsReadTogether', message })
  }
  const others = file.sheets.filter((sheet) => !read.has(sheet) && !sheet.hidden && sheet.rows.length > 0)
  if (others.length > 0) {
    const message = `Not read, because ${others.length === 1 ? 'it does' : 'they do'} not look like the roster that is wanted: ${names(others)}.`
    notes.push({ code: 'sheetsNotRead', message })
  }
  const hidden = file.sheets.filter((sheet) => !read.has(sheet) && sheet.hidden)
  if (hidden.length > 0) {
    const message = `Not read, because ${hidden.length === 1 ? 'the sheet is' : 'the sheets are'} hidden: ${names(hidden)}. Choose a sheet to read it all the same.`
    notes.push({ code: 'hiddenSheets', message })
  }
  for (const { sheet, header } of sheets) {
    if (header) continue
    const message = `No row of the sheet ${sheet.name} names its columns, so they were recognised by their values. Say which row it is, or choose a field for each column.`
    notes.push({ code: 'noHeader', message })
  }
  return notes
}
