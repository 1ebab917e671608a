import { chosenRow, chosenSheet } from '#shared/imports/chosenPlaces.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import type { Sheet, SheetFile, SheetRow } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'

export type SurveyTool = ResponsePreview['tool']

/** A column of a survey export: what the tool calls it, and the question that stands over it. */
export interface SurveyHeading {
  readonly index: number
  /** "Q3_1", "q3___2", or the question itself where a tool has nothing else. */
  readonly name: string
  /** The question in words; the name again where there is none. */
  readonly question: string
}

/** A survey export understood as a table: which rows name the columns, and which hold responses. */
export interface SurveyTable {
  readonly tool: SurveyTool
  readonly sheet: Sheet
  /** The lowest row of the headers, from 1. */
  readonly headerRow: number
  readonly headerRows: number
  readonly headings: readonly SurveyHeading[]
  readonly rows: readonly SheetRow[]
  readonly ignoredRows: ResponsePreview['ignoredRows']
}

const searchedRows = 15

/** Qualtrics writes what each column is as JSON in its last header row [Qualtrics-dataset]. */
const importId = /^\{\s*"ImportId"/i

/**
 * Finds the header of a survey export and the tool that wrote it: Qualtrics by its third row, or by the names of a legacy
 * export with two; REDCap by its record id; Google and Microsoft Forms by their first columns; any other table as it stands.
 * @throws Refusal `not_found` for a sheet or row that the file does not have, `unreadable_sheet` where nothing is in it
 */
export function readSurveyTable(
  file: SheetFile,
  choices: { sheet?: string | undefined; headerRow?: number | undefined },
): SurveyTable {
  const sheet = sheetToRead(file, choices.sheet)
  const { tool, top, question, last } = findHeader(file, sheet, choices.headerRow)
  const width = Math.max(top.cells.length, question?.cells.length ?? 0)
  const isMonkey = question !== null && isSurveyMonkey(top)
  const headings = Array.from({ length: width }, (_, index): SurveyHeading => {
    if (isMonkey) return monkeyHeading(top, question, index)
    const name = tidyText(top.cells[index]?.text ?? '')
    return { index, name, question: plainQuestion(question?.cells[index]?.text ?? '') || plainQuestion(name) }
  })
  const ignoredRows: ResponsePreview['ignoredRows'] = []
  const rows = sheet.rows.filter((row) => {
    const isBelow = row.number > last.number
    const reason =
      row.number < top.number ? 'Above the header' : isBelow && isSame(row, top) ? 'The header again' : null
    if (reason !== null) ignoredRows.push({ sheet: sheet.name, row: row.number, reason })
    return reason === null && isBelow
  })
  const headerRows = sheet.rows.filter(({ number }) => number >= top.number && number <= last.number).length
  return { tool, sheet, headerRow: last.number, headerRows, headings, rows, ignoredRows }
}

const fold = (text: string): string => foldText(tidyText(text))

/** Ends at the first cell that differs, which is the first of nearly every row. */
function isSame(row: SheetRow, header: SheetRow): boolean {
  return header.cells.every((cell, index) => fold(cell?.text ?? '') === fold(row.cells[index]?.text ?? ''))
}

/** The sheet that is named, or the first visible one that a survey tool wrote, or the first with anything in it. */
function sheetToRead(file: SheetFile, wanted: string | undefined): Sheet {
  const visible = file.sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0)
  const sheet =
    wanted === undefined
      ? (visible.find(({ rows }) => rows.some(isDescription)) ?? visible[0])
      : chosenSheet(file, wanted)
  if (sheet && sheet.rows.length > 0) return sheet
  const where = sheet ? `${file.name}, sheet ${sheet.name},` : file.name
  throw refuse('unreadable_sheet', `${where} holds no responses: nothing is in it.`)
}

interface FoundHeader {
  tool: SurveyTool
  top: SheetRow
  question: SheetRow | null
  last: SheetRow
}

const isDescription = ({ cells }: SheetRow): boolean => cells.some((cell) => cell !== null && importId.test(cell.text))

function findHeader(file: SheetFile, sheet: Sheet, chosen: number | undefined): FoundHeader {
  const rows = sheet.rows.slice(0, searchedRows)
  const described = rows.findIndex(isDescription)
  const [names, question, description] = [rows[described - 2], rows[described - 1], rows[described]]
  if (description && question) return { tool: 'qualtrics', top: names ?? question, question, last: description }
  if (chosen !== undefined) {
    const top = chosenRow(file, sheet, chosen)
    return { tool: toolOf(top) ?? 'plain', top, question: null, last: top }
  }
  for (const [at, top] of rows.entries()) {
    const tool = toolOf(top)
    if (tool === null) continue
    const next = rows[at + 1]
    // A legacy export has two rows of names; the second says in words what the first says in one.
    const legacy = tool === 'qualtrics' && next !== undefined && toolOf(next, true) === 'qualtrics'
    return legacy ? { tool, top, question: next, last: next } : { tool, top, question: null, last: top }
  }
  const top = rows.find(isSurveyMonkey) ?? widest(rows)
  const next = rows[rows.indexOf(top) + 1]
  const hasTwo = next !== undefined && isSurveyMonkey(top) && (next.cells[0]?.text ?? '') === ''
  return hasTwo ? { tool: 'plain', top, question: next, last: next } : { tool: 'plain', top, question: null, last: top }
}

/** SurveyMonkey writes a question over its first column only, and what each column is about in a second row. */
function isSurveyMonkey({ cells }: SheetRow): boolean {
  const names = new Set(cells.map((cell) => normalHeader(cell?.text ?? '')))
  return names.has('respondent id') && names.has('collector id')
}

const onlyAnswer = /^(?:(?:open-ended )?response)?$/i

function monkeyHeading(top: SheetRow, parts: SheetRow, index: number): SurveyHeading {
  const over = top.cells.slice(0, index + 1).findLast((cell) => tidyText(cell?.text ?? '') !== '')
  const question = plainQuestion(over?.text ?? '')
  const part = plainQuestion(parts.cells[index]?.text ?? '')
  const name = onlyAnswer.test(part) ? question : `${question} - ${part}`
  return { index, name, question: name }
}

/** The first row with nearly as many cells as the fullest: a title stands alone above the names of columns. */
function widest(rows: readonly SheetRow[]): SheetRow {
  const filled = (row: SheetRow): number => row.cells.filter((cell) => cell !== null).length
  const most = Math.max(...rows.map(filled))
  return rows.find((row) => filled(row) >= most * 0.7) ?? rows[0]!
}

function toolOf({ cells }: SheetRow, inWords = false): SurveyTool | null {
  const names = new Set(cells.map((cell) => normalHeader(cell?.text ?? '')))
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name))
  if (inWords) return has('start date') || has('response id') || has('recorded date') ? 'qualtrics' : null
  if (has('startdate', 'enddate') || (has('responseid') && has('finished'))) return 'qualtrics'
  if (has('record id') || has('redcap event name') || has('record id', 'complete')) return 'redcap'
  if (has('start time', 'completion time')) return 'microsoftForms'
  if (names.has('timestamp') && normalHeader(cells[0]?.text ?? '') === 'timestamp') return 'googleForms'
  return null
}

/** A question without the mark-up that survey tools leave in it. */
function plainQuestion(text: string): string {
  return tidyText(
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/&nbsp;/gi, ' ')
      .replace(/&amp;/gi, '&')
      .replace(/&#39;|&rsquo;|&apos;/gi, "'")
      .replace(/&quot;/gi, '"'),
  )
}
