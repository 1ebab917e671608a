import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellReader, ReadContext } from '#shared/imports/cellReaders.ts'
import {
  readCapacity,
  readClassYear,
  readDate,
  readEmail,
  readFte,
  readId,
  readLevel,
  readNpi,
  readText,
} from '#shared/imports/cellReaders.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import type { SheetCell } from '#shared/imports/sheet.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { tidyText } from '#shared/kernel/text.ts'
import { coachPatchSchema, learnerPatchSchema } from '#shared/roster/schema.ts'

const context: ReadContext = { kind: 'ume', year: 2026, paddedLength: 0 }

function read(reader: CellReader, cell: string | SheetCell, more: Partial<ReadContext> = {}) {
  const given: SheetCell = typeof cell === 'string' ? { text: cell, kind: 'text' } : cell
  const { values, problems } = reader(given, { ...context, ...more })
  return [values, ...problems.map(({ level, code }) => `${level} ${code}`)]
}

describe('dates', () => {
  const start = readDate('startDate')

  it.each<[string, string, ...string[]]>([
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01 08:30', '2026-07-01'],
    ['2026-07-01T00:00:00Z', '2026-07-01'],
    ['7/15/2026', '2026-07-15'],
    ['7/15/26 12:00 AM', '2026-07-15'],
    ['Jul 1, 2026', '2026-07-01'],
    ['1-Jul-2026', '2026-07-01'],
    ['6/6/2026', '2026-06-06'],
    ['7/1/2026', '2026-07-01', 'warning ambiguousDate'],
    ['15/7/2026', '2026-07-15', 'info dayFirstDate'],
    ['46204', '2026-07-01', 'info dateFromNumber'],
    ['Aug 2026', '2026-08-01', 'warning dateWithoutDay'],
    ['August, 2026', '2026-08-01', 'warning dateWithoutDay'],
    ['Sept. 2026', '2026-09-01', 'warning dateWithoutDay'],
    ['Aug-26', '2026-08-01', 'warning dateWithoutDay'],
    ["Aug '26", '2026-08-01', 'warning dateWithoutDay'],
    ['8/2026', '2026-08-01', 'warning dateWithoutDay'],
    ['2026-08', '2026-08-01', 'warning dateWithoutDay'],
    ['20260701', '2026-07-01', 'info dateFromNumber'],
    ['7/15/1926', '1926-07-15', 'warning implausibleDate'],
  ])('reads %s', (text, date, ...problems) => {
    expect(read(start, text)).toEqual([{ startDate: date }, ...problems])
  })

  it.each(['2/30/2026', '13/13/2026', '20261301', 'next fall', '99999', '13/2026', '2026-00', 'Foo 2026', 'Aug 26'])(
    'leaves %s empty',
    (text) => {
      expect(read(start, text)).toEqual([{}, 'warning invalidDate'])
    },
  )

  it('never reads a month without a day silently', () => {
    const month = fc.record({ year: fc.integer({ min: 1990, max: 2040 }), month: fc.integer({ min: 1, max: 12 }) })
    const written = fc.constantFrom(
      (year: number, month: number) => `${month}/${year}`,
      (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`,
      (year: number, month: number) =>
        `${formatDate(`${year}-${String(month).padStart(2, '0')}-01`).slice(0, 3)} ${year}`,
    )
    fc.assert(
      fc.property(month, written, ({ year, month }, write) => {
        const first = `${year}-${String(month).padStart(2, '0')}-01`
        expect(read(start, write(year, month))).toEqual([{ startDate: first }, 'warning dateWithoutDay'])
      }),
    )
  })

  it('never shifts the day of a real date', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(read(start, { text, kind: 'date' })).toEqual([{ startDate: text }])
      }),
    )
  })
})

describe('ids', () => {
  it('keeps zeros, and never guesses lost ones back', () => {
    const id = readId('studentId')
    expect(read(id, '00123456', { paddedLength: 8 })).toEqual([{ studentId: '00123456' }])
    expect(read(id, { text: '123457', kind: 'number' }, { paddedLength: 8 })).toEqual([{}, 'warning idLostZeros'])
    expect(read(id, { text: '12345678', kind: 'number' }, { paddedLength: 8 })).toEqual([{ studentId: '12345678' }])
    expect(read(id, '123457')).toEqual([{ studentId: '123457' }])
    expect(read(id, '1.23457E+08')).toEqual([{}, 'warning idScientific'])
    expect(read(id, 'x'.repeat(41))).toEqual([{}, 'warning tooLong'])
  })

  it('takes the digits out of the formula that keeps their zeros in a text file', () => {
    expect(read(readId('studentId'), '="00123456"')).toEqual([{ studentId: '00123456' }])
    expect(read(readNpi, '="1234567893"')).toEqual([{ npi: '1234567893' }])
    expect(read(readId('studentId'), '=1+1')).toEqual([{ studentId: '=1+1' }])
  })

  it('checks the digits of AAMC IDs and NPIs', () => {
    expect(read(readId('aamcId'), '12345678')).toEqual([{ aamcId: '12345678' }])
    expect(read(readId('aamcId'), '1234567')).toEqual([{}, 'warning aamcLength'])
    expect(read(readNpi, '1234 567-893')).toEqual([{ npi: '1234567893' }])
    expect(read(readNpi, '1234567890')).toEqual([{}, 'warning npiCheckDigit'])
    expect(read(readNpi, '123456789')).toEqual([{}, 'warning npiLength'])
    expect(read(readNpi, '1.23457E+09')).toEqual([{}, 'warning npiScientific'])
  })
})

const link = (text: string, to: string): SheetCell => ({ text, kind: 'text', link: `mailto:${to}` })

describe('e-mail', () => {
  it('takes the link where the text is no address, and the text where both are', () => {
    expect(read(readEmail, link('Write to Ann', 'Ann@example.edu'))).toEqual([{ email: 'ann@example.edu' }])
    expect(read(readEmail, link('ann@example.edu', 'ann@example.edu'))).toEqual([{ email: 'ann@example.edu' }])
    expect(read(readEmail, link('ann@example.edu', 'old@example.edu'))).toEqual([
      { email: 'ann@example.edu' },
      'warning linkTextMismatch',
    ])
  })

  it('takes none of several, and nothing that is no address', () => {
    expect(read(readEmail, 'a@example.edu; b@example.edu')).toEqual([{}, 'warning multipleEmails'])
    expect(read(readEmail, 'ann at example.edu')).toEqual([{}, 'warning invalidEmail'])
  })
})

describe('levels and numbers', () => {
  it('takes a level with the class year that it implies', () => {
    expect(read(readLevel, 'MS3')).toEqual([{ level: 'M3', classYear: 2028 }])
    expect(read(readLevel, 'G2')).toEqual([{ level: 'G2', track: 'MD/PhD' }])
    expect(read(readLevel, 'Sophomore')).toEqual([{}, 'warning unknownLevel'])
  })

  it('takes a level among class years', () => {
    expect(read(readClassYear, 'MS1')).toEqual([{ level: 'M1', classYear: 2030 }])
    expect(read(readClassYear, 'PGY-1')).toEqual([{}, 'warning invalidNumber'])
  })

  it.each(['2029', 'Class of 2029', '5/15/2029', 'May 2029', '2029-05', '2029-05-15'])(
    'takes the class year of %s',
    (text) => {
      expect(read(readClassYear, text)).toEqual([{ classYear: 2029 }])
    },
  )

  it('takes effort as FTE or percent', () => {
    expect(read(readFte, '0.1')).toEqual([{ fte: 1000 }])
    expect(read(readFte, '10%')).toEqual([{ fte: 1000 }])
    expect(read(readFte, '.05 FTE')).toEqual([{ fte: 500 }])
    expect(read(readFte, '1.2')).toEqual([{}, 'warning invalidEffort'])
    expect(read(readFte, '10', { inPercent: true })).toEqual([{ fte: 1000 }])
    expect(read(readFte, '12.5%', { inPercent: true })).toEqual([{ fte: 1250 }])
    expect(read(readFte, 'some')).toEqual([{}, 'warning invalidEffort'])
  })

  it('takes a capacity of whole learners', () => {
    expect(read(readCapacity, '8')).toEqual([{ capacity: 8 }])
    expect(read(readCapacity, '8.0')).toEqual([{ capacity: 8 }])
    expect(read(readCapacity, '8.5')).toEqual([{}, 'warning invalidNumber'])
    expect(read(readCapacity, '501')).toEqual([{}, 'warning invalidNumber'])
  })
})

describe('text', () => {
  it('comes in unchanged but for space that is not seen', () => {
    expect(read(readText('track', 80), '=1+1')).toEqual([{ track: '=1+1' }])
    expect(read(readText('track', 80), ' Rural\u00a0 track\u200b ')).toEqual([{ track: 'Rural track' }])
    expect(read(readText('track', 3), 'Rural')).toEqual([{}, 'warning tooLong'])
  })
})

describe('any cell', () => {
  it('gives only values that the forms would accept too', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.emailAddress(),
      fc.constantFrom('1/1/1901', 'Class of 1950', '1e3', '0.12345', "Ann' <a'@b.co>", 'Jr.', ',', '501', '0'),
    )
    const schemas = { learners: learnerPatchSchema.strict(), coaches: coachPatchSchema.strict() }
    fc.assert(
      fc.property(fc.constantFrom('learners', 'coaches'), text, (kind, text) => {
        fc.pre(tidyText(text) !== '') // blank cells are not read
        for (const field of fieldsOf(kind).filter(({ carried }) => !carried)) {
          const { degrees: _degrees, cohort, site, fte, ...values } = field.read({ text, kind: 'text' }, context).values
          const row = { ...values, ...(fte === undefined ? {} : { effort: fte }) }
          const parsed = schemas[kind].safeParse(row)
          expect(parsed.error?.issues ?? [], `${field.key} of "${text}"`).toEqual([])
          expect([cohort, site].filter((name) => (name?.length ?? 0) > 120)).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  const readers = [
    readDate('endDate'),
    readId('aamcId'),
    readNpi,
    readEmail,
    readLevel,
    readClassYear,
    readFte,
    readCapacity,
  ]

  it('gives a value or a problem, never nothing and never an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readers), fc.string({ minLength: 1 }), (reader, text) => {
        const { values, problems } = reader({ text, kind: 'text' }, context)
        expect(Object.keys(values).length + problems.length).toBeGreaterThan(0)
        for (const { message } of problems) expect(message).toMatch(/^[a-z].*\.$/)
      }),
    )
  })
})
