import type { Instrument, InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import type { Answers, LeftOut, ResponseState } from '#shared/evaluation/responsesSchema.ts'
import { readAnswer } from '#shared/evaluation/scoring/readAnswer.ts'
import type { SurveyColumn, SurveyRole } from '#shared/evaluation/import/surveyColumns.ts'
import { parseDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'

/** What a text of the file was read as, for the mapping that is shown. */
export interface ReadLabel {
  item: string
  text: string
  value: number | null
  reason: string
}

/** One row of a survey export, as it says of itself. */
export interface ReadResponse {
  readonly responseId: string
  readonly email: string
  readonly code: string
  readonly recordedAt: string
  readonly recordedOn: PlainDate | null
  readonly event: string
  readonly level: string
  readonly site: string
  readonly coach: string
  readonly answers: Answers
  readonly leftOut: (LeftOut & { column: number; reason: string })[]
  readonly comments: Readonly<Record<string, string>>
  readonly labels: readonly ReadLabel[]
  readonly isPreview: boolean
  /** What the survey tool took for one of a machine. */
  readonly isSpam: boolean
  readonly isFinished: boolean
  readonly isEmpty: boolean
}

/** What the administrator said that texts mean, by field ("*" for all) and text. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>

const unfinished = new Set(['0', 'false', 'incomplete', 'no', 'unverified', '[not completed]'])
// What Qualtrics writes as the status of a response, in words or in figures.
const previews = new Set(
  'survey preview|survey test|preview|test|survey preview spam|offline survey preview|1|2|9|17'.split('|'),
)
const spam = new Set(['spam', 'possible spam', 'imported spam', '8', '12'])
const ticked = new Set(['1', 'checked', 'true', 'yes', 'x'])

/** A reader of the rows of one export. Each text of an item is read once, however many responses say it. */
export function responseReader(
  columns: readonly SurveyColumn[],
  instrument: Pick<Instrument, 'items'>,
  meanings: Meanings = {},
): (row: SheetRow) => ReadResponse {
  const items = new Map(instrument.items.map((item) => [item.key, item]))
  const answered = columns.flatMap((column) => {
    const item = items.get(column.field ?? '')
    if (!item) return []
    return [{ column, item, read: cellReader(column, item, { ...meanings['*'], ...meanings[item.key] }) }]
  })
  const roles = new Map(columns.map(({ field, index }) => [field, index]))
  const written = columns.filter(({ field }) => field === 'freeText')
  return (row) => {
    const text = (role: SurveyRole): string => tidyText(row.cells[roles.get(role) ?? -1]?.text ?? '')
    // Without a prototype: an item may be called "constructor", and a question "__proto__".
    const answers = Object.create(null) as Record<string, number | string | null>
    const leftOut: ReadResponse['leftOut'] = []
    const comments = Object.create(null) as Record<string, string>
    const labels: ReadLabel[] = []
    let said = 0
    const answer = (key: string, value: number | string) => {
      answers[key] = value
      said += 1
    }
    const write = (key: string, text: string) => {
      comments[key] = text
      said += 1
    }
    for (const { column, item, read } of answered) {
      const cell = row.cells[column.index]
      if (!cell) continue
      if (item.kind === 'text') {
        write(item.key, tidyText(cell.text))
        continue
      }
      if (item.kind === 'choice' && item.scale === null && column.option === null) {
        answer(item.key, tidyText(cell.text).slice(0, 300))
        continue
      }
      if (column.option !== null) {
        if (ticked.has(foldText(tidyText(cell.text))))
          answer(item.key, [answers[item.key], column.option].filter((part) => part !== undefined).join('; '))
        continue
      }
      const found = read(cell.text)
      if (found.leftOut !== null) leftOut.push(found.leftOut)
      else if (found.value !== null) answer(item.key, found.value)
      if (found.label !== null) labels.push(found.label)
    }
    for (const { index, question } of written) {
      const cell = row.cells[index]?.text.trim() ?? ''
      if (cell !== '') write(question.slice(0, 300), cell.slice(0, 20_000))
    }
    const [when, event] = [text('recordedAt'), text('event')]
    const { recordedAt, recordedOn } = whenOf(when)
    const status = foldText(text('status'))
    const given = text('code')
    // Tools keep the address in the field for codes, too.
    const [email, code] = given.includes('@') ? [text('email') || given, ''] : [text('email'), given]
    return {
      responseId: [text('responseId'), event, text('instance')].filter((part) => part !== '').join(' / '),
      // Microsoft Forms writes "anonymous" where it asked nobody to sign in.
      email: email.includes('@') ? email : '',
      code,
      recordedAt,
      recordedOn,
      event,
      level: text('level').slice(0, 40),
      site: text('site').slice(0, 120),
      coach: text('coach'),
      answers,
      leftOut,
      comments,
      labels,
      isPreview: previews.has(status),
      isSpam: spam.has(status),
      isFinished: !unfinished.has(foldText(text('finished'))) && when !== '[not completed]',
      isEmpty: said === 0 && leftOut.length === 0,
    }
  }
}

/** What a cell says; responses that say the same share it. */
interface ReadCell {
  readonly value: number | string | null
  readonly leftOut: ReadResponse['leftOut'][number] | null
  /** What a text was read as; null for a figure. */
  readonly label: ReadLabel | null
}

/** Reads the cells of an item: millions of them say the same few things. */
function cellReader(
  { index }: SurveyColumn,
  item: InstrumentItem,
  said: Readonly<Record<string, string>>,
): (text: string) => ReadCell {
  const known = new Map<string, ReadCell>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const cell = tidyText(text)
    const answer = readAnswer(item, cell, said)
    const { value, reason } = answer
    const about = { item: item.key, reason }
    const read: ReadCell = {
      value,
      leftOut: 'leftOut' in answer ? { ...about, value: cell, why: answer.leftOut, column: index } : null,
      label: isFigure.test(cell) ? null : { ...about, text: cell, value: typeof value === 'number' ? value : null },
    }
    known.set(text, read)
    return read
  }
}

const isFigure = /^-?\d+(?:\.\d+)?$/

/** "2026-05-04 10:22:31", "5/4/2026 10:22:31", "5/4/26 10:22 AM": the day, and the moment as ISO where it can be told. */
function whenOf(text: string): { recordedAt: string; recordedOn: PlainDate | null } {
  const [day = '', ...rest] = text.split(/[T ]+/)
  const recordedOn = parseDate(day)
  if (recordedOn === null) return { recordedAt: text, recordedOn: parseDate(text) }
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(rest[0] ?? '')
  if (!time) return { recordedAt: recordedOn, recordedOn }
  const given = Number(time[1])
  const inTwelve = /[ap]\.?m\b/i.exec(text)?.[0].toLowerCase()
  // Midnight is 12 AM, noon 12 PM.
  const clock = inTwelve === undefined || given > 12 ? given : (given % 12) + (inTwelve.startsWith('p') ? 12 : 0)
  const hour = String(clock).padStart(2, '0')
  return { recordedAt: `${recordedOn}T${hour}:${time[2]}:${time[3] ?? '00'}`, recordedOn }
}

/**
 * Whether a response can be in a figure by what it holds: not where it was left unfinished with no scale that can be
 * scored, nor where most of it was answered on another scale.
 */
export function stateByContent(
  { answers, leftOut, isFinished, isEmpty }: ReadResponse,
  { subscales }: Instrument,
): { state: Extract<ResponseState, 'counted' | 'partial' | 'outOfRange'>; why: string } {
  if (isEmpty) return { state: 'partial', why: 'Nothing was answered' }
  if (leftOut.length > 0) {
    const beyond = leftOut.filter(({ why }) => why === 'outOfRange').length
    const given = Object.keys(answers).length + leftOut.length
    if (given > 1 && beyond > given / 2)
      return { state: 'outOfRange', why: `${beyond} of ${given} answers are beyond the scale` }
    if (leftOut.length === given) return { state: 'outOfRange', why: 'None of its answers is on the scale' }
  }
  const canScore =
    subscales.length === 0 ||
    subscales.some(({ items, missing }) => {
      const answered = items.filter((key) => answers[key] !== undefined).length
      return answered > 0 && answered * 10_000 >= missing.answeredShare * items.length
    })
  if (isFinished || canScore) return { state: 'counted', why: '' }
  return { state: 'partial', why: 'It was left unfinished, with too little to score' }
}
