import { addDays, formatDate, parseDate, parseMonth, type PlainDate, yearOf } from '#shared/kernel/plainDate.ts'
import { parseEffort } from '#shared/kernel/rate.ts'
import { tidyText } from '#shared/kernel/text.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import { parseCoachType } from '#shared/roster/coachTypes.ts'
import { emailsIn, isAamcId, isScientific, npiProblem } from '#shared/roster/identifiers.ts'
import { parseClassYear, parseLevel } from '#shared/roster/level.ts'
import { splitName } from '#shared/roster/personName.ts'
import { parseStaffRole } from '#shared/roster/staffRoles.ts'
import { parseCoachStatus, parseLearnerStatus } from '#shared/roster/statuses.ts'
import type { ImportProblem, ImportProblemCode } from '#shared/imports/schema.ts'
import type { SheetCell } from '#shared/imports/sheet.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** What is wrong with one cell. The message goes on after "Row 14, NPI 1234567890: ". */
export interface CellProblem {
  level: ImportProblem['level']
  code: ImportProblemCode
  message: string
}

/** What a cell says, and what is wrong with it. A value that fails its check is absent and reported. */
export interface Reading {
  values: RowValues
  problems: CellProblem[]
}

export interface ReadContext {
  kind: ProgramKind
  /** The academic year by the year it starts in. */
  year: number
  /** How long the ids of this column are that begin with a zero; 0 where none does. */
  paddedLength: number
  /** The header counts in percent, and so do the bare numbers below it: 10 is 10 %. */
  inPercent?: boolean
}

export type CellReader = (cell: SheetCell, context: ReadContext) => Reading

const none: CellProblem[] = []
const good = (values: RowValues): Reading => ({ values, problems: none })
const bad = (code: ImportProblemCode, message: string): Reading => ({
  values: {},
  problems: [{ level: 'warning', code, message }],
})
const noted = (
  values: RowValues,
  level: ImportProblem['level'],
  code: ImportProblemCode,
  message: string,
): Reading => ({
  values,
  problems: [{ level, code, message }],
})

type TextKey = { [K in ValueKey]-?: string extends RowValues[K] ? K : never }[ValueKey]

/** Free text up to a length. */
export const readText =
  (key: TextKey, max: number): CellReader =>
  (cell) => {
    const text = tidyText(cell.text)
    if (text.length > max) return bad('tooLong', `it is longer than ${max} characters. It was left empty.`)
    return good({ [key]: text })
  }

/** A name in one cell, taken apart. */
export const readFullName: CellReader = (cell) => {
  const { order, ...parts } = splitName(cell.text)
  if (Object.values(parts).some((part) => part.length > 120)) return bad('tooLong', 'it is too long for a name.')
  const values: RowValues = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''))
  if (order === 'guessed') {
    const message = `no comma says which part is the last name; ${parts.lastName} was taken.`
    return noted(values, 'info', 'nameOrderGuessed', message)
  }
  // One word only: the row check reports it, as it does for a last name in a column of its own.
  return good(values)
}

/** The id a cell shows. A text file may write it as ="00123", which keeps Excel from taking its zeros. */
export const shownId = (text: string): string => tidyText(text).replace(/^="([^"]*)"$/, '$1')

/** An id as the cell shows it. Lost zeros and digits are never guessed back. */
export const readId =
  (key: 'studentId' | 'employeeId' | 'aamcId' | 'netId'): CellReader =>
  (cell, { paddedLength }) => {
    const text = shownId(cell.text)
    if (isScientific(text)) {
      return bad('idScientific', 'a spreadsheet rounded it, so its last digits are lost. It was left empty.')
    }
    if (/^[1-9]\d*$/.test(text) && text.length < paddedLength) {
      return bad(
        'idLostZeros',
        'others in this column begin with zeros, which this one seems to have lost. It was left empty.',
      )
    }
    if (key === 'aamcId' && !isAamcId(text)) return bad('aamcLength', 'an AAMC ID has eight digits. It was left empty.')
    if (text.length > 40) return bad('tooLong', 'it is longer than 40 characters. It was left empty.')
    return good({ [key]: text })
  }

export const readNpi: CellReader = (cell) => {
  const text = shownId(cell.text)
  if (isScientific(text))
    return bad('npiScientific', 'a spreadsheet rounded it, so its last digits are lost. It was left empty.')
  const npi = text.replace(/[\s-]/g, '')
  const problem = npiProblem(npi)
  if (problem === 'npiLength')
    return bad(problem, 'an NPI has ten digits. The NPI was left empty; correct it here or in the file.')
  if (problem)
    return bad(problem, 'the check digit does not fit. The NPI was left empty; correct it here or in the file.')
  return good({ npi })
}

/** One address. The link behind the cell wins over a text that is no address, the text over the link where both are. */
export const readEmail: CellReader = (cell) => {
  const text = tidyText(cell.text).replace(/ ?@ ?/g, '@')
  const inText = emailsIn(text)
  const inLink = cell.link ? emailsIn(cell.link) : []
  if (inText.length > 1) return bad('multipleEmails', 'there are several addresses in the cell. None was taken.')
  const email = inText.find((address) => standsAlone(text, address)) ?? inLink[0]
  if (!email) return bad('invalidEmail', 'it is no e-mail address. It was left empty.')
  if (inLink[0] && inLink[0] !== email) {
    return noted(
      { email },
      'warning',
      'linkTextMismatch',
      `the link behind the cell says ${inLink[0]}. The text was taken.`,
    )
  }
  return good({ email })
}

/** "ann lee@x.edu" is no address of Lee: what stands beside one is its owner in front of brackets, a label or a note. */
function standsAlone(text: string, address: string): boolean {
  if (text.includes('<')) return true
  const at = text.toLowerCase().indexOf(address)
  const before = text
    .slice(0, at)
    .replace(/mailto:$/i, '')
    .trim()
  return before === '' || /[:(]$/.test(before) || /^[^\p{L}]*$/u.test(before)
}

/** The address of somebody else than the person of the row. */
export const readCoachEmail: CellReader = (cell, context) => {
  const { values, problems } = readEmail(cell, context)
  return { values: values.email === undefined ? {} : { coachEmail: values.email }, problems }
}

export const readOtherEmails: CellReader = (cell) => {
  const otherEmails = emailsIn(cell.text)
  if (otherEmails.length === 0) return bad('invalidEmail', 'it is no e-mail address. It was left empty.')
  return good({ otherEmails: otherEmails.slice(0, 10) })
}

const serialEpoch = '1899-12-30'

/** A calendar day in any usual form; month first where both readings are dates. No time zone is ever applied. */
export const readDate =
  (key: 'startDate' | 'endDate'): CellReader =>
  (cell, { year }) => {
    const { date, problem } = readDay(cell.text)
    if (!date) return bad('invalidDate', 'there is no such date. It was left empty; enter one such as 7/1/2026.')
    const problems: CellProblem[] = problem ? [problem] : []
    if (yearOf(date) < year - 40 || yearOf(date) > year + 20) {
      problems.push({
        level: 'warning',
        code: 'implausibleDate',
        message: `the year ${yearOf(date)} is far from ${year}. It was kept.`,
      })
    }
    return { values: { [key]: date }, problems }
  }

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? (?=[a-z0-9])/i

/** "01JUL2026", as statistics programs write it. */
const runTogether = /^(\d{1,2})([a-z]{3})(\d{4})$/i

const timeOfDay = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i

/** The calendar day that a cell says, null where it says none, and what is to be known about the reading. */
export function readDay(shown: string): { date: PlainDate | null; problem?: CellProblem } {
  const text = tidyText(shown).replace(timeOfDay, '').replace(weekday, '').replace(runTogether, '$1 $2 $3')
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const date = parseDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    if (!date) return { date }
    return { date, problem: { level: 'info', code: 'dateFromNumber', message: `it was read as ${formatDate(date)}.` } }
  }
  if (/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) {
    const date = addDays(serialEpoch, Math.floor(Number(text)))
    return {
      date,
      problem: {
        level: 'info',
        code: 'dateFromNumber',
        message: `as a spreadsheet's day number it is ${formatDate(date)}.`,
      },
    }
  }
  const month = parseMonth(text)
  if (month) {
    const message = `it names no day; it was read as the first of the month, ${formatDate(month)}.`
    return { date: month, problem: { level: 'warning', code: 'dateWithoutDay', message } }
  }
  const date = parseDate(text)
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.]/.exec(text)
  if (!date || !numeric) return { date }
  const [first, second] = [Number(numeric[1]), Number(numeric[2])]
  if (first > 12)
    return {
      date,
      problem: { level: 'info', code: 'dayFirstDate', message: `it was read day first, as ${formatDate(date)}.` },
    }
  if (second > 12 || first === second) return { date }
  const message = `it could be month or day first; it was read month first, as ${formatDate(date)}.`
  return { date, problem: { level: 'warning', code: 'ambiguousDate', message } }
}

/** A year of graduation: 2029, Class of 2029, or a date in that year. */
export const readClassYear: CellReader = (cell, context) => {
  const text = tidyText(cell.text)
  const date = parseDate(text) ?? parseMonth(text)
  const classYear = parseClassYear(text) ?? (date ? yearOf(date) : null)
  // A column of classes often has the level of some: "MS1" among years.
  const { values } = classYear === null ? readLevel(cell, context) : { values: {} as RowValues }
  if (values.classYear !== undefined) return good(values)
  if (classYear === null || classYear < 1950 || classYear > 2100)
    return bad('invalidNumber', 'it is no year of graduation such as 2029. It was left empty.')
  return good({ classYear })
}

/** A level with what follows from it: class year, and the track of a second degree. */
export const readLevel: CellReader = (cell, context) => {
  const read = parseLevel(cell.text, context)
  if (!read) {
    const example = context.kind === 'ume' ? 'M1 to M4, G1 or Class of 2029' : 'PGY-1, PGY-2 or Fellow'
    return bad('unknownLevel', `it is no level such as ${example}. It was left empty.`)
  }
  return good({
    ...(read.level === '' ? {} : { level: read.level }),
    ...(read.classYear === null ? {} : { classYear: read.classYear }),
    ...(read.track === '' ? {} : { track: read.track }),
  })
}

/** A cohort by name, which may also say class year or level. */
export const readCohort: CellReader = (cell, context) => {
  const cohort = tidyText(cell.text)
  if (cohort.length > 120) return bad('tooLong', 'it is longer than 120 characters. It was left empty.')
  return good({ ...readLevel(cell, context).values, cohort })
}

const readStatus =
  (parse: (text: string) => RowValues['status'] | null, example: string): CellReader =>
  (cell) => {
    const status = parse(cell.text)
    return status ? good({ status }) : bad('unknownStatus', `it is no status such as ${example}. It was left empty.`)
  }

export const readLearnerStatus = readStatus(parseLearnerStatus, 'Active, LOA or Graduated')
export const readCoachStatus = readStatus(parseCoachStatus, 'Active, Paused or Sabbatical')

export const readCoachType: CellReader = (cell) => {
  const coachType = parseCoachType(cell.text)
  return coachType
    ? good({ coachType })
    : bad('unknownChoice', 'it is no type of coach such as Growth or Skills. It was left empty.')
}

export const readStaffRole: CellReader = (cell) => {
  const role = parseStaffRole(cell.text)
  return role
    ? good({ role })
    : bad('unknownChoice', 'it is no role such as Director or Coordinator. It was left empty.')
}

/** A title, which may be the usual name of a role. */
export const readTitle: CellReader = (cell, context) => {
  const role = parseStaffRole(cell.text)
  const { values, problems } = readText('title', 120)(cell, context)
  return { values: role ? { ...values, role } : values, problems }
}

export const readCapacity: CellReader = (cell) => {
  const match = /^(\d{1,3})(?:\.0+)?$/.exec(tidyText(cell.text))
  const capacity = match ? Number(match[1]) : Number.NaN
  if (!(capacity <= 500)) return bad('invalidNumber', 'it is no number of learners from 0 to 500. It was left empty.')
  return good({ capacity })
}

/** An effort as FTE or percent, in basis points. */
export const readFte: CellReader = (cell, { inPercent }) => {
  const text = tidyText(cell.text).replace(/ ?fte$/i, '')
  const fte = parseEffort(inPercent && !text.endsWith('%') ? `${text}%` : text)
  if (fte === null || fte > 10_000) {
    return bad('invalidEffort', 'it is no effort of 0 to 1.0 FTE; enter a share such as 0.1 or 10%. It was left empty.')
  }
  return good({ fte })
}
