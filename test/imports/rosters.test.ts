import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  actionsOf,
  columnsOf,
  documentOf,
  findingsOf,
  ignoredOf,
  noteCodesOf,
} from '#test/imports/support/documents.ts'
import { Office } from '#test/imports/support/office.ts'

// Previews write nothing, so that one office serves all.
let office: Office

beforeAll(async () => {
  office = await Office.open({ sites: [{ name: 'Main campus' }] })
})

afterAll(() => office.close())

describe('a workbook with a tab for each class', () => {
  it('is read together, each row with its tab; read-me and hidden tabs are not read, and said so', async () => {
    const document = await documentOf(office, 'one-tab-per-class.xlsx')
    expect(actionsOf(document)).toEqual([
      'MS3 2 create',
      'MS3 3 create',
      'Class of 2027 4 create',
      'All M1 2 create',
      'All M1 3 create',
    ])
    expect(document).toMatchObject({ sheet: 'MS3', headerRow: 1, headerRows: 1, dataRows: 5 })
    const said = Object.fromEntries(document.notes.map(({ code, message }) => [code, message]))
    expect(said['sheetsNotRead']).toContain('Read me, Lunch')
    expect(said['hiddenSheets']).toContain('2025-26')
  })

  it('says level and class year by the name of the tab, where no column does', async () => {
    const { rows, notes } = await documentOf(office, 'one-tab-per-class.xlsx')
    expect(rows.map(({ person }) => [person['level'], person['classYear']])).toEqual([
      ['M3', 2028],
      ['M3', 2028],
      ['M4', 2027],
      ['M1', 2030],
      ['M1', 2030],
    ])
    expect(notes.filter(({ code }) => code === 'levelFromSheetName')).toHaveLength(2)
  })

  it('reads one tab alone where the user names it, a hidden one too', async () => {
    expect(actionsOf(await documentOf(office, 'one-tab-per-class.xlsx', 'learners', { sheet: '2025-26' }))).toEqual([
      '2025-26 2 create',
    ])
  })

  it('takes levels for another academic year where the user says so', async () => {
    const { rows } = await documentOf(office, 'one-tab-per-class.xlsx', 'learners', { sheet: 'MS3', year: 2027 })
    expect(rows[0]!.person).toMatchObject({ level: 'M3', classYear: 2029 })
  })
})

describe('headers', () => {
  it('of two rows say whose name and e-mail it is', async () => {
    const document = await documentOf(office, 'two-header-rows.xlsx')
    expect(document).toMatchObject({ headerRow: 5, headerRows: 2, dataRows: 2 })
    expect(columnsOf(document)).toEqual([
      'Last -> lastName',
      'First -> firstName',
      'Email -> email',
      'Phone -> nothing',
      'Coach Name -> coachName',
      'Coach Email -> coachEmail',
      'ID -> studentId',
    ])
    expect(document.rows[0]!.person).toMatchObject({ email: 'ida.fox@example.edu', coachEmail: 'ann.lee@example.edu' })
    expect(ignoredOf(document)).toEqual(['1 Above the header', '2 Above the header', '3 Blank'])
    expect(noteCodesOf(document)).toContain('coachColumnNotUsed')
  })

  it('broken over two rows are one', async () => {
    const document = await documentOf(office, 'names-over-two-rows.xlsx')
    expect(document).toMatchObject({ headerRow: 2, headerRows: 2, dataRows: 1 })
    expect(columnsOf(document)).toEqual([
      'Last name -> lastName',
      'First name -> firstName',
      'ID -> studentId',
      'E-mail address -> email',
      'Class of -> classYear',
    ])
  })

  it('that repeat, are blank or dangerous are just headers, and their values are kept beside the person', async () => {
    const document = await documentOf(office, 'headers.xlsx')
    const person = new Map(Object.entries(document.rows[0]!.person))
    expect(person.get('email')).toBe('bo.tran@example.edu')
    expect(person.get('Email')).toBe('bo@home.example')
    expect([person.get('Shirt'), person.get('Shirt (2)')]).toEqual(['M', 'L'])
    expect([person.get('__proto__'), person.get('constructor')]).toEqual(['p', 'c'])
    expect(person.get('note')).toBe('-see file')
    expect(document.rows[1]!.person['note']).toBe('+1-303-555-0134')
    expect(JSON.stringify(document.rows[0]!.person)).toContain('"__proto__":"p"')
    expect(document.columns[4]).toMatchObject({ header: '', field: null, reason: 'No header' })
  })

  it('may be missing', async () => {
    const document = await documentOf(office, 'no-header.csv')
    expect(document).toMatchObject({ headerRow: 0, headerRows: 0, dataRows: 2 })
    expect(document.rows[0]!.person).toMatchObject({ lastName: 'Ellis', email: 'jo.ellis@example.edu', level: 'M2' })
  })
})

describe('rows that hold nobody', () => {
  it('are blank rows, headings, totals, notes and the header again, each with its reason', async () => {
    const document = await documentOf(office, 'totals.xlsx')
    expect(document.rows.map(({ row }) => row)).toEqual([3, 4, 8, 13])
    expect(ignoredOf(document)).toEqual([
      '2 A heading',
      '5 A total',
      '6 Blank',
      '7 A heading',
      '9 A total',
      '10 A total',
      '11 Blank',
      '12 The header again',
      '14 A note of one cell',
      '15 A note of one cell',
      '16 A note of one cell',
    ])
  })
})

describe('merged, hidden and filtered cells', () => {
  it('give a merged value to each row, read hidden rows, list hidden columns and take none', async () => {
    const document = await documentOf(office, 'merged-and-hidden.xlsx')
    expect(document.rows.map(({ person }) => person['classYear'])).toEqual([2029, 2029, 2029, 2030])
    expect(document.columns.filter(({ hidden }) => hidden)).toMatchObject([
      { header: 'Email', field: null },
      { header: 'SSN', field: null },
    ])
    expect(JSON.stringify(document.rows)).not.toContain('000-00')
    expect(noteCodesOf(document)).toEqual(['hiddenRows', 'hiddenColumns', 'filtered'])
  })

  it('take a hidden column where the user says so', async () => {
    const document = await documentOf(office, 'merged-and-hidden.xlsx', 'learners', { mapping: { Email: 'email' } })
    expect(document.rows[1]!.person['email']).toBe('uma.nash@example.edu')
  })
})

describe.each(['values.xlsx', 'values-libreoffice.xlsx'])('the values of %s', (name) => {
  it('are stored in one form, and what fails is left empty and reported', async () => {
    const { rows, problems } = await documentOf(office, name)
    const people = rows.map(({ person }) => person)
    expect(people[0]).toMatchObject({
      lastName: 'Quinn',
      firstName: 'Mary',
      middleName: 'Ann B.',
      suffix: 'Jr.',
      email: 'mary.quinn@example.edu',
      studentId: '00060001',
      level: 'M3',
      classYear: 2028,
      startDate: '2026-07-01',
      npi: '1234567893',
    })
    expect(people[1]).toMatchObject({
      lastName: 'van der Berg',
      firstName: 'Jan',
      preferredName: 'JJ',
      email: 'jan.berg@example.edu',
      level: 'M2',
      status: 'leave',
      startDate: '2026-07-01',
    })
    expect(people[2]).toMatchObject({ lastName: 'García Márquez', preferredName: 'Pepe', status: 'graduated' })
    expect(people[4]).toMatchObject({ fullName: 'Cher', level: 'G2', track: 'MD/PhD', startDate: '2026-12-25' })
    expect(people[5]).toMatchObject({ lastName: 'Thompson', suffix: 'III', email: 'will.thompson@example.edu' })
    expect(people[7]).toMatchObject({ lastName: "O'Brien-Hill", firstName: 'Sam', level: 'M4', classYear: 2027 })
    expect(problems.map(({ row, field, level, code }) => `${row} ${field} ${level} ${code}`)).toEqual([
      '3 startDate info dateFromNumber',
      '3 aamcId warning aamcLength',
      '4 email warning multipleEmails',
      '4 startDate info dateFromNumber',
      '4 npi warning npiCheckDigit',
      '5 fullName info nameOrderGuessed',
      '5 email warning invalidEmail',
      '5 studentId warning idLostZeros',
      '5 startDate warning ambiguousDate',
      '5 npi warning npiLength',
      '6 email warning linkTextMismatch',
      '6 status warning unknownStatus',
      '6 startDate info dayFirstDate',
      '6 npi warning npiScientific',
      '6 lastName warning nameIncomplete',
      '7 studentId warning idScientific',
      '7 startDate warning invalidDate',
      '8 level warning unknownLevel',
      '8 startDate warning implausibleDate',
    ])
    const reported = new Set(
      problems.map(({ row, field, code }) => (code.startsWith('invalid') ? `${row} ${field}` : '')),
    )
    for (const { row, person } of rows)
      for (const field of Object.keys(person)) expect(reported).not.toContain(`${row} ${field}`)
  })
})

describe('dates', () => {
  const home = process.env['TZ']
  it.each(['America/Denver', 'Asia/Kolkata', 'Pacific/Kiritimati'])('are the same days in %s', async (zone) => {
    process.env['TZ'] = zone
    try {
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata')).toBe(zone)
      const { rows } = await documentOf(office, 'values.xlsx')
      expect(rows.map(({ person }) => person['startDate'])).toEqual([
        '2026-07-01',
        '2026-07-01',
        '2026-07-01',
        '2026-07-04',
        '2026-12-25',
        undefined,
        '1926-07-01',
        '2026-07-01',
      ])
    } finally {
      if (home === undefined) delete process.env['TZ']
      else process.env['TZ'] = home
    }
  })
})

describe('cells that hold no value', () => {
  it('are left empty and reported: formulas that were never worked out, and errors', async () => {
    const document = await documentOf(office, 'spoilt.xlsx')
    expect(findingsOf(document)).toEqual(['C2 warning formulaNoValue', 'D3 warning cellError'])
    expect(document.counts).toMatchObject({ create: 2, skipped: 0 })
    expect(document.rows[0]!.person).not.toHaveProperty('email')
  })
})

describe('a roster of coaches in a table', () => {
  it('is read with degrees, effort as a share or percent, and capacity', async () => {
    const { rows, problems } = await documentOf(office, 'table.xlsx', 'coaches')
    expect(problems).toEqual([])
    expect(rows.map(({ person }) => person)).toMatchObject([
      { lastName: 'Vega', firstName: 'Luz', degrees: 'MD, MPH', fte: 0.1, capacity: 8, npi: '1558598797' },
      { lastName: 'Webb', firstName: 'Tom', degrees: 'PhD', fte: 0.05, capacity: 6, status: 'sabbatical' },
    ])
  })
})

describe('people who stand in a file twice', () => {
  it('are one where it is certain and nothing contradicts; otherwise they are shown, never merged', async () => {
    const document = await documentOf(office, 'repeats.csv')
    expect(document.duplicates.map(({ rows, certain, score }) => [...rows, certain, score === 1])).toEqual([
      [2, 3, true, true],
      [4, 5, true, true],
      [6, 7, false, false],
      [8, 9, true, true],
      [14, 15, false, false],
      [16, 17, false, false],
    ])
    const actions = new Map(document.rows.map(({ row, action }) => [row, action]))
    expect([3, 5].map((row) => actions.get(row))).toEqual(['skip', 'skip'])
    expect(actions.get(9)).toBe('needsYou')
    expect([6, 7, 14, 15, 16, 17].map((row) => actions.get(row))).toEqual(Array.from({ length: 6 }, () => 'create'))
    const { rows, create, update, unchanged, skipped, needsYou } = document.counts
    expect(create + update + unchanged + skipped + needsYou).toBe(rows)
  })

  it('are two where ids or class years say so', async () => {
    const { duplicates } = await documentOf(office, 'repeats.csv')
    for (const row of [10, 11, 12, 13]) expect(duplicates.flatMap(({ rows }) => rows)).not.toContain(row)
  })
})

describe('a roster of residents', () => {
  it('is read with every usual way to say a year of training', async () => {
    const { rows, encoding, delimiter } = await documentOf(office, 'residents.txt')
    expect({ encoding, delimiter }).toEqual({ encoding: 'windows-1252', delimiter: '\t' })
    expect(rows.slice(0, 5).map(({ person }) => person['level'])).toEqual([
      'PGY-2',
      'PGY-1',
      'PGY-3',
      'PGY-1',
      'Fellow',
    ])
    expect(rows[0]!.person).toMatchObject({ track: 'Categorical', Advisor: 'Dr. Roe' })
    expect(rows[5]!.person).toMatchObject({ lastName: 'Zoë', firstName: 'Ünal' })
  })
})
