import type { RecordField } from '#shared/coaching/importColumns.ts'
import type { MeetingMode, MeetingOutcome } from '#shared/coaching/schema.ts'
import { readDate } from '#shared/imports/cellReaders.ts'
import type { PlainTable } from '#shared/imports/plainTable.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** What is wrong with a cell; the message goes on after "Row 14, date: ". */
export interface Finding {
  readonly field: RecordField
  readonly level: ImportProblem['level']
  readonly code: ImportProblem['code']
  readonly message: string
}

/** One row of a list with what was found wrong in it. */
export class RecordRow {
  readonly findings: Finding[] = []
  readonly #table: PlainTable<RecordField>
  readonly #row: SheetRow

  constructor(table: PlainTable<RecordField>, row: SheetRow) {
    this.#table = table
    this.#row = row
  }

  text(field: RecordField): string {
    return tidyText(this.#table.cellOf(this.#row, field)?.text ?? '')
  }

  /** Notes what keeps the row out. */
  error(field: RecordField, code: Finding['code'], message: string): null {
    this.findings.push({ field, level: 'error', code, message: `${message} The row was left out.` })
    return null
  }

  /** Notes why a row in which nothing is wrong stays out; what else it lacks is no matter then. */
  leaveOut(field: RecordField, code: Finding['code'], message: string): null {
    this.findings.splice(0, this.findings.length, {
      field,
      level: 'info',
      code,
      message: `${message} The row was left out.`,
    })
    return null
  }

  warn(field: RecordField, code: Finding['code'], message: string): null {
    this.findings.push({ field, level: 'warning', code, message })
    return null
  }

  /** The day, which has come. @param year the academic year of the program: days far from it are doubted */
  day({ today, year }: { today: PlainDate; year: number }): PlainDate | null {
    const cell = this.#table.cellOf(this.#row, 'on')
    if (!cell || this.text('on') === '') return this.error('on', 'missing', 'it is empty.')
    const { values, problems } = readStart(cell, { kind: 'ume', year, paddedLength: 0 })
    const day = values.startDate ?? null
    if (day === null) return this.error('on', 'invalidDate', 'there is no such date.')
    // Half of all dates could be read both ways: to doubt each would hide what is wrong.
    for (const { level, code, message } of problems)
      this.findings.push({ field: 'on', level: code === 'ambiguousDate' ? 'info' : level, code, message })
    return day > today ? this.error('on', 'implausibleDate', 'it lies ahead, and only what happened is recorded.') : day
  }

  /** Of a meeting, or of a module: whether it was done. An empty cell says that it was. */
  outcome(): MeetingOutcome | null {
    const text = this.text('outcome')
    if (text === '' || isHeld.test(text)) return 'held'
    if (isMissed.test(text)) return 'missed'
    return this.error('outcome', 'unknownChoice', `“${text}” says neither that it took place nor that it did not.`)
  }

  mode(): MeetingMode | null {
    const text = foldText(this.text('mode'))
    if (text === '') return null
    const found = modes.find(([pattern]) => pattern.test(text))
    return found
      ? found[1]
      : this.warn('mode', 'unknownChoice', 'it is not in person, video or phone. It was left empty.')
  }

  minutes(): number | null {
    const text = foldText(this.text('minutes'))
    if (text === '') return null
    const minutes = minutesIn(text)
    if (minutes !== null && minutes >= 1 && minutes <= 600) return minutes
    return this.warn(
      'minutes',
      'invalidNumber',
      'it is no length such as 45, from 1 to 600 minutes. It was left empty.',
    )
  }
}

const readStart = readDate('startDate')

const isMissed =
  /^(?:n|no|false|0)$|\b(?:missed|no[- ]?show|cancel\w*|did not|didn.?t|not (?:held|met|attended|completed)|absent|declined|not started|in progress|incomplete|enrolled|registered|failed)\b/i
const isHeld =
  /^(?:y|yes|true|1|x|✓|✔)$|^(?:held|met|attended|complet\w*|passed|done|happened|present|occurred|took place)\b/i

const modes: readonly [RegExp, MeetingMode][] = [
  [/\b(?:video|zoom|teams|webex|virtual|online|remote|meet|facetime|skype|telehealth)\b/, 'video'],
  [/\b(?:phone|telephone|call|tel)\b/, 'phone'],
  [/\b(?:in ?-?person|face|f2f|onsite|on site|office|room|live|cafe|coffee|campus|hospital)\b/, 'inPerson'],
]

/** "45", "45 min", "1 h", "1.5 hours", "1:15". */
function minutesIn(text: string): number | null {
  const clock = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = /^(\d+(?:\.\d+)?) ?(?:h|hrs?|hours?)$/.exec(text)
  if (hours) return Math.round(Number(hours[1]) * 60)
  const minutes = /^(\d+)(?:\.0+)? ?(?:m|mins?|minutes?)?$/.exec(text)
  return minutes ? Number(minutes[1]) : null
}
