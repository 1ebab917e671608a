import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { SurveyPeople } from '#shared/evaluation/import/surveyPeople.ts'
import { type ReadLabel, responseReader } from '#shared/evaluation/import/readResponse.ts'
import { responseNotes } from '#shared/evaluation/import/responseNotes.ts'
import { findInstrument, ofVersion } from '#shared/evaluation/import/findInstrument.ts'
import {
  type JudgedRow,
  judge,
  type ReadRow,
  type ResponseDraft,
  type StoredResponse,
} from '#shared/evaluation/import/judgeRows.ts'
import { findChangedScales, withoutChanged } from '#shared/evaluation/import/changedScale.ts'
import { waveNamed, waveOfDates } from '#shared/evaluation/import/findWave.ts'
import { matchColumns, type SurveyColumn } from '#shared/evaluation/import/surveyColumns.ts'
import { ofWave } from '#shared/evaluation/import/surveyEvents.ts'
import { readSurveyTable, type SurveyTable } from '#shared/evaluation/import/surveyTable.ts'
import type { ResponseImportOptions, ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText } from '#shared/kernel/text.ts'

/** What a survey export is compared with. */
export interface KnownSurveys {
  /** Of each instrument the newest version, and those that waves were held with. */
  readonly instruments: readonly Instrument[]
  readonly waves: readonly Administration[]
  /** What is known of a wave: who was asked, and what came in already. */
  about(wave: Administration): Promise<{ people: SurveyPeople; stored: readonly StoredResponse[] }>
  /** A short text that two rows share only where they say the same. */
  readonly hash: (text: string) => string
}

/** A survey export understood: what importing it would add. */
export interface ResponsePlan extends Omit<
  ResponsePreview,
  'file' | 'format' | 'encoding' | 'delimiter' | 'sha256' | 'sheets' | 'importedBefore'
> {
  /** Its id is empty where it is still to be made. */
  readonly wave: Administration | null
  readonly drafts: readonly ResponseDraft[]
}

export type PlanOptions = Omit<ResponseImportOptions, 'handle' | 'programId' | 'cells'>

/**
 * Works out what importing a survey export would add: the instrument by its items, the wave by its dates, whose each
 * response is by code or address, and which responses stay out of the figures. Nothing about where somebody was is kept.
 * @throws Refusal `unreadable_sheet`, `not_found`, `invalid_input`
 */
export async function planResponses(file: SheetFile, options: PlanOptions, known: KnownSurveys): Promise<ResponsePlan> {
  const table = readSurveyTable(file, options)
  if (table.rows.length === 0)
    throw refuse(
      'unreadable_sheet',
      `${file.name} holds column names and no response. Export it again with its responses.`,
    )
  const chosenWave = known.waves.find(({ id }) => id === options.administrationId) ?? null
  if (options.administrationId !== undefined && chosenWave === null)
    throw refuse('not_found', 'This wave is not in the program any more. Choose another.')
  const found = findInstrument(table, options, chosenWave, known)
  if (found === null) return unrecognised(table, file, options)
  const { instrument } = found
  const columns = matchColumns(table, instrument, ofVersion(options.mapping ?? {}, instrument, known.instruments))
  const read = responseReader(columns, instrument, options.values)
  const asWritten = table.rows.map((row) => ({ row, response: read(row) }))
  const changed = findChangedScales(
    asWritten.map(({ response }) => response),
    instrument,
  )
  const columnOf = (item: string): number => columns.find(({ field }) => field === item)?.index ?? 0
  const all =
    changed.length === 0
      ? asWritten
      : asWritten.map(({ row, response }) => ({ row, response: withoutChanged(response, changed, columnOf) }))
  const responses = all.map(({ response }) => response)
  const wave =
    chosenWave ??
    (options.wave === undefined
      ? waveOfDates(known.waves, instrument.key, responses)
      : waveNamed(options.wave, instrument, known.waves, responses))
  // What was found with the newest version may belong to a wave that was held with another, and is read by that.
  if (chosenWave === null && wave !== null && wave.instrumentVersion !== instrument.version)
    return planResponses(file, { ...options, administrationId: wave.id }, known)
  const about = wave === null ? noneKnown : await known.about(wave)
  const { kept, ignored, events } = ofWave(all, table, wave)
  const judged = judge(kept, { table, instrument, wave, about, choices: options.rows, hash: known.hash })
  const states = countBy(judged.map(({ state }) => state))
  const problems = judged.flatMap((row) => problemsOf(row, table))
  const missingItems = instrument.items
    .filter(({ key, kind }) => kind !== 'text' && !columns.some(({ field }) => field === key))
    .map(({ key }) => key)
  return {
    wave,
    drafts: judged.flatMap(({ draft, action }) => (action === 'create' || action === 'update' ? [draft] : [])),
    tool: table.tool,
    sheet: table.sheet.name,
    headerRow: table.headerRow,
    headerRows: table.headerRows,
    dataRows: table.rows.length,
    ignoredRows: [...table.ignoredRows, ...ignored],
    instrument: { key: instrument.key, version: instrument.version, name: instrument.name, reason: found.reason },
    administrationId: wave?.id || null,
    columns: shownColumns(columns, table),
    labels: labelsOf(kept),
    missingItems,
    counts: {
      rows: judged.length,
      create: count(judged, 'create'),
      update: count(judged, 'update'),
      unchanged: count(judged, 'unchanged'),
      skipped: count(judged, 'skip'),
      needsYou: count(judged, 'needsYou'),
      toCheck: new Set(problems.filter(({ level }) => level !== 'info').map(({ row }) => row)).size,
      states,
    },
    rows: judged.map((row) => shownRow(row, table)),
    problems,
    notes: [
      ...file.notes,
      ...responseNotes({ columns, instrument, wave, events, missingItems, changed, judged, states }),
    ],
  }
}

/** Which texts were read as what; responses that say the same share what it was read as. */
function labelsOf(rows: readonly ReadRow[]): ResponsePreview['labels'] {
  const read = new Set<ReadLabel>()
  for (const { response } of rows) for (const label of response.labels) read.add(label)
  return [...new Map([...read].map((label) => [`${label.item}\n${foldText(label.text)}`, label])).values()]
}

const noneKnown = { people: { people: [], coaches: [], codes: [] }, stored: [] }

function problemsOf({ row, response, state, why }: JudgedRow, { sheet }: SurveyTable): ResponsePreview['problems'] {
  const at = { sheet: sheet.name, row: row.number }
  const cells = response.leftOut.map(({ item, value, why: code, column, reason }) => ({
    ...at,
    column: columnLetter(column),
    field: item,
    level: 'warning' as const,
    code,
    value,
    message: `Row ${row.number}, ${item}: “${value}” was left out. ${reason}.`,
  }))
  if (state === 'counted' || state === 'preview') return cells
  const level = state === 'excluded' ? ('info' as const) : ('warning' as const)
  const message = `Row ${row.number} is in no figure. ${why || 'It was excluded'}.`
  return [...cells, { ...at, column: '', field: null, level, code: state, value: '', message }]
}

function shownColumns(columns: readonly SurveyColumn[], { sheet, rows }: SurveyTable): ResponsePreview['columns'] {
  return columns
    .filter(({ name, index }) => name !== '' || rows.some(({ cells }) => cells[index]))
    .map(({ index, name, question, field, reason, isPrivate }) => ({
      sheet: sheet.name,
      index,
      header: name === question || question === '' ? name : `${name}: ${question}`,
      hidden: sheet.hiddenColumns.includes(index),
      field,
      reason,
      samples: isPrivate
        ? []
        : [...new Set(rows.slice(0, 50).flatMap(({ cells }) => cells[index]?.text ?? []))].slice(0, 3),
    }))
}

const unknownInstrument =
  'No instrument has most of its items in this file. Say which it is, and which columns hold its items; or add an instrument of your own first.'

/**
 * Of an export of an unknown instrument, every row waits with what it says of itself: who it is from and when, and what was
 * written. Nothing of it can be scored.
 */
function unrecognised(table: SurveyTable, file: SheetFile, options: PlanOptions): ResponsePlan {
  const { sheet, rows, headerRow, headings } = table
  const columns = matchColumns(table, null, options.mapping)
  const read = responseReader(columns, { items: [] })
  const waiting = { action: 'needsYou', state: 'partial', why: 'Which instrument it answers is not known' } as const
  return {
    wave: null,
    drafts: [],
    tool: table.tool,
    sheet: sheet.name,
    headerRow,
    headerRows: table.headerRows,
    dataRows: rows.length,
    ignoredRows: [...table.ignoredRows],
    instrument: null,
    administrationId: null,
    columns: shownColumns(columns, table),
    labels: [],
    missingItems: [],
    counts: {
      rows: rows.length,
      create: 0,
      update: 0,
      unchanged: 0,
      skipped: 0,
      needsYou: rows.length,
      toCheck: 0,
      states: {},
    },
    rows: rows.map((row) => shownRow({ row, response: read(row), ...waiting }, table)),
    problems: [
      {
        sheet: sheet.name,
        row: headerRow,
        column: columnLetter(headings[0]?.index ?? 0),
        field: null,
        level: 'error',
        code: 'noInstrument',
        value: '',
        message: unknownInstrument,
      },
    ],
    notes: [...file.notes, { code: 'noInstrument', message: 'Which instrument the file answers was not recognised.' }],
  }
}

/** A row of the import document. */
function shownRow(
  { row, action, response, state, why }: Pick<JudgedRow, 'row' | 'action' | 'response' | 'state' | 'why'>,
  { sheet }: SurveyTable,
): ResponsePreview['rows'][number] {
  const { responseId, email, code, recordedAt, answers, comments } = response
  return {
    sheet: sheet.name,
    row: row.number,
    action,
    response: { responseId, email, code, recordedAt, answers, comments: { ...comments } },
    state,
    why,
  }
}

const count = (rows: readonly JudgedRow[], action: JudgedRow['action']): number =>
  rows.filter((row) => row.action === action).length

function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
