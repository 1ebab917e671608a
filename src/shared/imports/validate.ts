import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { type CellProblem, type ReadContext, type Reading, shownId } from '#shared/imports/cellReaders.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import { checkDates, completeLevel, completeName, type Report, resolvePlaces } from '#shared/imports/completeRow.ts'
import { type ReportCustom, readCustom } from '#shared/imports/customColumns.ts'
import type { Field, FieldKey } from '#shared/imports/field.ts'
import { fieldLabel, fieldsOf, identifying } from '#shared/imports/fields.ts'
import { isPlaceholder, saysNothing } from '#shared/imports/placeholders.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import type { RecognisedSheet } from '#shared/imports/recognise.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportOptions, ImportPreview, ImportProblem } from '#shared/imports/schema.ts'
import { SectionValues } from '#shared/imports/sectionValues.ts'
import { levelOfSheet } from '#shared/imports/sheetLevel.ts'
import type { SheetCell, SheetRow } from '#shared/imports/sheet.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** The rows of a sheet with typed values, and everything that is wrong with them. */
export interface ValidatedRows {
  drafts: RowDraft[]
  problems: ImportProblem[]
  /** No column says who a row is: no row can be stored, and each need not be told so. */
  nobody: boolean
  notes: ImportPreview['notes']
}

/** What cells mean that say something else: field -> as `wording` tells it -> what is meant. */
type Meanings = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A mapped column with what its cells are read by. */
interface ReadColumn {
  field: Field
  index: number
  letter: string
  context: ReadContext
}

/** Reads every row into typed values. A value that fails its check is left out and reported; the rest of its row stays. */
export function validateRows(
  sheet: RecognisedSheet,
  kind: PeopleKind,
  program: TargetProgram,
  values: ImportOptions['values'] = {},
): ValidatedRows {
  const columns = readColumns(sheet, kind, program)
  const known = new Set(fieldsOf(kind).map(({ key }) => key))
  const letters = new Map(columns.map(({ field, letter }) => [field.key, letter]))
  const problems: ImportProblem[] = requiredColumns(sheet, columns)
  const nobody = problems.some(({ level }) => level === 'error')
  const meanings = meaningsOf(values)
  const ofSheet = levelOfSheet(sheet.sheet.name, kind, sheet.columns, program)
  const headings = new SectionValues(sheet)
  const customs = sheet.columns.filter(({ custom }) => custom !== '')
  const drafts = sheet.rows.map((row) => {
    const draft: RowDraft = {
      sheet: sheet.sheet.name,
      row: row.number,
      values: {},
      derived: new Set(),
      nameGuessed: false,
      letters,
      custom: nothing,
      customFields: nothing,
    }
    const report = reporter(draft, kind, problems)
    readCustoms(draft, row, customs, { program, meanings, problems })
    readCells(draft, row, columns, { known, meanings, report })
    Object.assign(draft.values, { ...ofSheet, ...headings.valuesFor(row), ...draft.values })
    if (!nobody) completeName(draft, report)
    completeLevel(draft, kind, program, report)
    resolvePlaces(draft, kind, program, report)
    checkDates(draft, report)
    return draft
  })
  const notes = [...(ofSheet ? [sheetLevelNote(sheet, ofSheet)] : []), ...headings.notes()]
  return { drafts, problems, nobody, notes }
}

const nothing: ReadonlyMap<string, string> = new Map()

interface CustomReading {
  program: TargetProgram
  meanings: Meanings
  problems: ImportProblem[]
}

function readCustoms(
  draft: RowDraft,
  row: SheetRow,
  columns: readonly RosterColumn[],
  { program, meanings, problems }: CustomReading,
): void {
  if (columns.length === 0) return
  const report: ReportCustom = ({ index, header }, value, found) => {
    const place = { sheet: draft.sheet, row: draft.row, column: columnLetter(index), field: header, value }
    problems.push({ ...place, ...found, message: `Row ${draft.row}, ${header} ${value}: ${found.message}` })
  }
  const meantBy = (field: string, text: string) => meanings.get(field)?.get(wording(text))
  const { shown, stored } = readCustom(row, columns, program.customFields, meantBy, report)
  draft.custom = shown
  draft.customFields = stored
}

const wording = (text: string): string => foldText(tidyText(text))

function meaningsOf(values: NonNullable<ImportOptions['values']>): Meanings {
  return new Map(
    Object.entries(values).map(([field, meant]) => [
      field,
      new Map(Object.entries(meant).map(([said, means]) => [wording(said), means])),
    ]),
  )
}

function sheetLevelNote({ sheet }: RecognisedSheet, said: RowValues): ImportPreview['notes'][number] {
  const what = said.level ?? `Class of ${said.classYear}`
  const message = `Sheet ${sheet.name}: no column says the level, so everybody on it is taken for ${what}, as its name says.`
  return { code: 'levelFromSheetName', message }
}

function readColumns(sheet: RecognisedSheet, kind: PeopleKind, program: TargetProgram): ReadColumn[] {
  const fields = new Map(fieldsOf(kind).map((field) => [field.key, field]))
  return sheet.columns.flatMap((column: RosterColumn) => {
    const field = column.field && fields.get(column.field)
    if (!field) return []
    const paddedLength = identifying.has(field.key as ValueKey) ? longestPadded(sheet.rows, column.index) : 0
    const inPercent = field.key === 'fte' && countsInPercent(sheet.rows, column)
    const context = { kind: program.kind, year: program.year, paddedLength, inPercent }
    return [{ field, index: column.index, letter: columnLetter(column.index), context }]
  })
}

const longestPadded = (rows: readonly SheetRow[], index: number): number =>
  rows.reduce((longest, row) => {
    const text = shownId(row.cells[index]?.text ?? '')
    return /^0\d+$/.test(text) ? Math.max(longest, text.length) : longest
  }, 0)

/** "% Effort" over 10, 20, 100. Where a number is below 1 nobody can tell which of the two is meant. */
function countsInPercent(rows: readonly SheetRow[], { header, index }: RosterColumn): boolean {
  if (!/%|percent/i.test(header)) return false
  const texts = rows.map(({ cells }) => tidyText(cells[index]?.text ?? ''))
  const numbers = texts.filter((text) => /^\d*\.?\d+$/.test(text)).map(Number)
  return numbers.some((number) => number > 1) && numbers.every((number) => number === 0 || number >= 1)
}

/** Without a column that names people only those can be changed who are known by an id; without one of either, nobody. */
function requiredColumns(sheet: RecognisedSheet, columns: readonly ReadColumn[]): ImportProblem[] {
  const found = new Set(columns.map(({ field }) => field.key))
  if (found.has('lastName') || found.has('fullName')) return []
  const identified = [...identifying].some((key) => found.has(key))
  const row = Math.max(1, sheet.header?.row ?? 0)
  const message = identified
    ? `Row ${row}: no column is a last name or a name, so only people who are known by their ID or e-mail can be changed.`
    : `Row ${row}: no column is a last name or a name, so no row can be stored. Choose the column with the names, or add one to the file.`
  const place = { sheet: sheet.sheet.name, row, column: '', field: 'lastName', value: '' }
  return [{ ...place, level: identified ? 'info' : 'error', code: 'missing', message }]
}

const reporter =
  (draft: RowDraft, kind: PeopleKind, problems: ImportProblem[]): Report =>
  (field, value, { level, code, message }) => {
    const { sheet, row, letters } = draft
    const named = [fieldLabel(kind, field), value].filter((part) => part !== '').join(' ')
    const column = letters.get(field) ?? letters.get('fullName') ?? ''
    problems.push({ sheet, row, column, field, level, code, value, message: `Row ${row}, ${named}: ${message}` })
  }

interface CellReading {
  known: ReadonlySet<FieldKey>
  meanings: Meanings
  report: Report
}

function readCells(
  draft: RowDraft,
  row: SheetRow,
  columns: readonly ReadColumn[],
  { known, meanings, report }: CellReading,
): void {
  const implied: RowValues = {}
  for (const { field, index, context } of columns) {
    const shown = row.cells[index]
    const meant = shown ? meanings.get(field.key)?.get(wording(shown.text)) : undefined
    const cell: SheetCell | null | undefined = meant === undefined ? shown : { text: meant, kind: 'text' }
    const text = cell ? tidyText(cell.text) : ''
    if (!cell || text === '') continue
    if (isPlaceholder(text, field.key)) {
      report(field.key, text, saysNothing)
      continue
    }
    const { values, problems } = unreadable(cell) ?? field.read(cell, context)
    for (const problem of problems) report(field.key, text, problem)
    if (problems.some(({ code }) => code === 'nameOrderGuessed')) draft.nameGuessed = true
    // What a cell says itself comes first; what merely follows from it yields to a column of its own.
    for (const key of Object.keys(values) as ValueKey[]) {
      if (key === field.key) draft.values[key] = values[key] as never
      else if (!(key in implied)) implied[key] = values[key] as never
    }
  }
  for (const [key, value] of Object.entries(implied) as [ValueKey, never][]) {
    if (draft.values[key] !== undefined || !known.has(key)) continue
    draft.values[key] = value
    if (!nameParts.has(key)) draft.derived.add(key)
  }
}

const nameParts: ReadonlySet<string> = new Set([
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'preferredName',
  'degrees',
])

/** What a text file keeps of an error. */
const errorText = /^#(?:n\/a|ref!|value!|div\/0!|name\?|num!|null!)$/i

function unreadable(cell: SheetCell): Reading | null {
  if (cell.kind === 'error' || errorText.test(cell.text.trim())) {
    return problem('cellError', 'the cell holds an error of the spreadsheet. It was left empty.')
  }
  if (cell.kind !== 'formulaNoValue') return null
  return problem(
    'formulaNoValue',
    'the formula has no saved value. It was left empty; open the file in Excel, save it and import it again.',
  )
}

const problem = (code: CellProblem['code'], message: string): Reading => ({
  values: {},
  problems: [{ level: 'warning', code, message }],
})
