import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCalendar } from '#shared/program/calendar/ics.ts'

describe('the calendar file', () => {
  /** Reads a calendar as RFC 5545 says: unfold, then split. */
  const read = (text: string): Map<string, string>[] => {
    const lines = text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
    const events: Map<string, string>[] = []
    for (const line of lines) {
      const [name, ...value] = line.split(':')
      if (line === 'BEGIN:VEVENT') events.push(new Map())
      else
        events.at(-1)?.set(
          name!,
          value
            .join(':')
            .replace(/\\n/g, '\n')
            .replace(/\\([\\;,])/g, '$1'),
        )
    }
    return events
  }

  test('any title comes back, in lines of 75 octets', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 5 }), (titles) => {
        const clean = titles.map((title) => title.replace(/\p{Cc}/gu, ' '))
        const entries = clean.map((title, index) => ({ uid: `t${index}`, title, detail: '', on: '2027-02-28' }))
        const text = writeCalendar('Year', entries, '2026-11-22T10:00:00.000Z')
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toContain('\n')
        expect(read(text).map((event) => event.get('SUMMARY'))).toEqual(clean)
      }),
    )
  })

  test('an entry is of one whole day', () => {
    const [event] = read(
      writeCalendar(
        'Y',
        [{ uid: 'u', title: 'a, b; c\\d', detail: 'x\ny', on: '2027-02-28' }],
        '2026-11-22T10:00:00.000Z',
      ),
    )
    expect(Object.fromEntries(event!)).toMatchObject({
      UID: 'u@coachdesk',
      DTSTAMP: '20261122T100000Z',
      'DTSTART;VALUE=DATE': '20270228',
      'DTEND;VALUE=DATE': '20270301',
      SUMMARY: 'a, b; c\\d',
      DESCRIPTION: 'x\ny',
    })
  })
})
