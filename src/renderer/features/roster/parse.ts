import type { Parsed } from '#renderer/ui/grid/gridTypes.ts'
import { parseDate } from '#shared/kernel/plainDate.ts'
import { formatEffort, parseEffort } from '#shared/kernel/rate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import { parseCoachType } from '#shared/roster/coachTypes.ts'
import { emailsIn, isEmail } from '#shared/roster/identifiers.ts'
import { parseClassYear, parseLevel } from '#shared/roster/level.ts'
import { parseStaffRole } from '#shared/roster/staffRoles.ts'
import { parseCoachStatus, parseLearnerStatus } from '#shared/roster/statuses.ts'

/** Reads the text of a cell: typed, or pasted from a spreadsheet. */
export type ReadText = (text: string) => Parsed

const value = (read: string | number | null): Parsed => ({ ok: true, value: read })
const message = (text: string): Parsed => ({ ok: false, message: text })

/** What stands between several addresses in one cell. */
export const emailSeparator = '; '

export const readText =
  (max: number): ReadText =>
  (typed) => {
    const text = tidyText(typed)
    if (text.length > max)
      return message(
        `It has ${text.length.toLocaleString('en-US')} characters; keep it to ${max.toLocaleString('en-US')}`,
      )
    return value(text === '' ? null : text)
  }

export const readLastName: ReadText = (typed) =>
  tidyText(typed) === '' ? message('Everybody needs a last name') : readText(120)(typed)

export const readEmail: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value(null)
  const found = emailsIn(text)
  if (found.length > 1) return message('There are several addresses; one goes here, the others under Other e-mails')
  return found[0] ? value(found[0]) : message(`"${text}" is not an e-mail address such as ana@example.edu`)
}

export const readOtherEmails: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value(null)
  const found = emailsIn(text)
  const bad = text.split(/[\s,;|]+/).find((piece) => !isEmail(piece.toLowerCase().replace(/^<|>$/g, '')))
  if (found.length === 0) return message(`"${bad ?? text}" is not an e-mail address such as ana@example.edu`)
  return found.length > 10 ? message('Ten other addresses are the most') : value(found.join(emailSeparator))
}

/** M3, MS-3, "3rd year", PGY2, R2: the level as it is stored. */
export const readLevel =
  (program: { kind: ProgramKind; year: number }): ReadText =>
  (typed) => {
    const text = tidyText(typed)
    if (text === '') return value(null)
    const level = parseLevel(text, program)?.level
    if (level) return value(level)
    const examples = program.kind === 'ume' ? 'M1 to M4, or G1' : 'PGY-1, PGY-2, or Fellow'
    return message(`"${text}" is not a level such as ${examples}`)
  }

export const readClassYear: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value(null)
  const year = parseClassYear(text)
  return year === null ? message(`"${text}" is not a year of graduation such as 2029`) : value(year)
}

export const readDay: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value(null)
  const day = parseDate(text)
  return day === null ? message(`"${text}" is not a date such as Jul 1, 2026`) : value(day)
}

/** A role always begins on some day. */
export const readFirstDay: ReadText = (typed) =>
  tidyText(typed) === '' ? message('Every role begins on a day; enter one such as Jul 1, 2026') : readDay(typed)

export const readStaffRole: ReadText = (typed) => {
  const text = tidyText(typed)
  const role = parseStaffRole(text)
  if (role) return value(role)
  const examples = 'Director, Coordinator or Other role'
  return message(text === '' ? `Choose a role such as ${examples}` : `"${text}" is not a role such as ${examples}`)
}

/** 0.1, .1 or 10%: an effort in basis points. */
export const readEffort: ReadText = (typed) => {
  const text = tidyText(typed).replace(/ ?fte$/i, '')
  if (text === '') return value(null)
  const effort = parseEffort(text)
  if (effort === null) return message(`"${text}" is not an effort; enter 0 to 1, or a percentage`)
  return effort > 10_000 ? message(`${formatEffort(effort)} is over 1.0 FTE; enter 0 to 1`) : value(effort)
}

const mostLearners = 500

export const readCapacity: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value(null)
  const wanted = `enter a number of learners from 0 to ${mostLearners}`
  if (!/^\d{1,6}(?:\.0+)?$/.test(text)) return message(`"${text}" is not a whole number; ${wanted}`)
  return Number(text) > mostLearners ? message(`${text} is too many; ${wanted}`) : value(Number(text))
}

/** A status is never blank: somebody who is gone has a status that says so. */
const readStatus =
  (parse: (text: string) => string | null, examples: string): ReadText =>
  (typed) => {
    const text = tidyText(typed)
    const status = parse(text)
    if (status) return value(status)
    return message(
      text === '' ? `Choose a status such as ${examples}` : `"${text}" is not a status such as ${examples}`,
    )
  }

export const readLearnerStatus = readStatus(parseLearnerStatus, 'Active, LOA, or Graduated')
export const readCoachStatus = readStatus(parseCoachStatus, 'Active, Paused, or Sabbatical')

export const readCoachType: ReadText = (typed) => {
  const text = tidyText(typed)
  if (text === '') return value('unspecified')
  const type = parseCoachType(text)
  return type ? value(type) : message(`"${text}" is not a type of coach such as Growth or Skills`)
}

/**
 * A cohort or a site by its name, or by a beginning that only one has. A cohort is also meant by its class year: "2029" is
 * "Class of 2029".
 */
export const readPart =
  (noun: 'cohort' | 'site', parts: readonly { id: string; name: string }[]): ReadText =>
  (typed) => {
    const text = tidyText(typed)
    if (text === '') return value(null)
    const wanted = foldText(text)
    const exact = parts.find(({ name }) => foldText(name) === wanted)
    if (exact) return value(exact.id)
    const near = parts.filter(
      ({ name }) => foldText(name).startsWith(wanted) || foldText(name) === `class of ${wanted}`,
    )
    if (near.length === 1) return value(near[0]!.id)
    if (parts.length === 0) return message(`This program has no ${noun}s yet; add them under Program settings`)
    const known = parts.slice(0, 4).map(({ name }) => name)
    return message(
      `There is no ${noun} "${text}"; this program has ${known.join(', ')}${parts.length > 4 ? ', …' : ''}`,
    )
  }
