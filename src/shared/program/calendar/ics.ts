import { addDays, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'

/** One all-day entry of a calendar file. */
export interface CalendarEntry {
  /** The same for the same thing, so that importing the file again moves it and does not double it. */
  readonly uid: string
  readonly title: string
  readonly detail: string
  readonly on: PlainDate
}

/** A calendar file (RFC 5545): all-day entries, CRLF line ends, lines folded at 75 octets. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], at: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coachdesk//Academic year//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, title, detail, on }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@coachdesk`,
      `DTSTAMP:${at.slice(0, 19).replace(/[-:]/g, '')}Z`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      // The end of an all-day entry is the first day that is no longer part of it.
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...(detail === '' ? [] : [`DESCRIPTION:${escaped(detail)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const compact = (date: PlainDate): string => date.replaceAll('-', '')

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')

const maxOctets = 75

/** Breaks a line after 75 octets at most, never inside a character. */
function folded(line: string): string {
  let [result, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > maxOctets) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x8_00) return 2
  return code < 0x1_00_00 ? 3 : 4
}
