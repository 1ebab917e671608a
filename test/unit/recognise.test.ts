import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weighOwn, weighWhileEnough } from '#shared/imports/evidence.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import { findHeader } from '#shared/imports/headerRow.ts'
import { matchHeader } from '#shared/imports/headings.ts'
import { type Choices, recognise, type RecognisedSheet } from '#shared/imports/recognise.ts'
import type { Sheet, SheetCell, SheetFile } from '#shared/imports/sheet.ts'
import { Refusal } from '#shared/kernel/problem.ts'

const program = { kind: 'ume', year: 2026, cohorts: [], sites: [] } as const

const cell = (text: string): SheetCell | null => (text === '' ? null : { text, kind: 'text' })

function sheet(rows: string[][], fields: Partial<Sheet> = {}): Sheet {
  return {
    name: 'Roster',
    hidden: false,
    hiddenColumns: [],
    merges: [],
    filtered: false,
    rows: rows
      .map((cells, index) => ({ number: index + 1, hidden: false, cells: cells.map(cell) }))
      .filter(({ cells }) => cells.some((value) => value !== null)),
    ...fields,
  }
}

const fileOf = (...sheets: Sheet[]): SheetFile => ({
  name: 'roster.xlsx',
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  sheets,
  notes: [],
})

/** What is read of a file's first roster. */
function readOne(file: SheetFile, kind: 'learners' | 'coaches', choices: Choices) {
  const { sheets, notes } = recognise(file, kind, program, choices)
  const [first] = sheets
  return { ...first!, headerRow: first!.header?.row ?? 0, notes, names: sheets.map((read) => read.sheet.name) }
}

const reasons = ({ ignoredRows }: RecognisedSheet) => ignoredRows.map(({ row, reason }) => `${row} ${reason}`)

const fieldsIn = (rows: string[][], as: 'learners' | 'coaches' = 'learners', hiddenColumns: number[] = []) =>
  readOne(fileOf(sheet(rows, { hiddenColumns })), as, {}).columns.map(({ field }) => field)

const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
  throw new Error('It was not refused.')
}

describe('the header row', () => {
  it('is found below a title block, and what is above is left out', () => {
    const read = readOne(
      fileOf(
        sheet([['Student roster'], ['Printed 9/1/2026'], [], ['Last name', 'First name', 'Email'], ['Li', 'Ann']]),
      ),
      'learners',
      {},
    )
    expect(read.headerRow).toBe(4)
    expect(read.rows.map(({ number }) => number)).toEqual([5])
    expect(reasons(read)).toEqual(['1 Above the header', '2 Above the header', '3 Blank'])
  })

  it('is not a row of people', () => {
    expect(findHeader(sheet([['Li', 'Ann', 'ann@example.edu']]), 'learners')).toBeNull()
  })

  it('may be missing: then the values speak, and a note says so', () => {
    const rows = [
      ['Li, Ann', 'ann@example.edu'],
      ['Roe, Bob', 'bob@example.edu'],
    ]
    const read = readOne(fileOf(sheet(rows)), 'learners', {})
    expect(read.columns.map(({ field }) => field)).toEqual(['fullName', 'email'])
    expect(read.rows).toHaveLength(2)
    expect(read.notes.map(({ code }) => code)).toContain('noHeader')
  })

  it('is the one the user says', () => {
    const rows = [
      ['Last name', 'First name'],
      ['Surname', 'Given name'],
      ['Li', 'Ann'],
    ]
    expect(readOne(fileOf(sheet(rows)), 'learners', { headerRow: 2 }).headerRow).toBe(2)
    expect(refusal(() => readOne(fileOf(sheet(rows)), 'learners', { headerRow: 9 })).message).toContain(
      'row 9 is empty',
    )
  })
})

describe('columns', () => {
  it.each([
    ['Student #', 'studentId'],
    ['Student ID #', 'studentId'],
    ['Employee ID#', 'employeeId'],
    ['NPI #', 'npi'],
    ['#', undefined],
  ])('with a number sign, such as %s, are ids by the word before it', (header, field) => {
    expect(matchHeader('learners', header)?.field.key).toBe(field)
  })

  it('are known by their usual names, however they are written', () => {
    const header = ['LAST NAME', 'Student First Name', 'E-mail Address*', 'Student ID#', 'Exp. Graduation', 'PGY Level']
    expect(fieldsIn([header, ['Li', 'Ann', 'a@example.edu', '001', '2029', '']])).toEqual([
      'lastName',
      'firstName',
      'email',
      'studentId',
      'classYear',
      'level',
    ])
  })

  it('are known by nearly their name, with the reason', () => {
    const read = readOne(
      fileOf(
        sheet([
          ['Last name', 'Email', 'Matriculaton date'],
          ['Li', 'a@b.edu'],
        ]),
      ),
      'learners',
      {},
    )
    expect(read.columns[2]).toMatchObject({ field: 'startDate', reason: 'The header is close to "matriculation date"' })
  })

  it('are known by their values where the header says nothing', () => {
    const rows = [
      ['Last name', 'First name', 'Contact', 'Number'],
      ['Li', 'Ann', 'ann@example.edu', '1234567893'],
      ['Roe', 'Bob', 'bob@example.edu', '1993999998'],
    ]
    const read = readOne(fileOf(sheet(rows)), 'learners', {})
    expect(read.columns.map(({ field }) => field)).toEqual(['lastName', 'firstName', 'email', 'npi'])
    expect(read.columns[2]!.reason).toBe('2 of 2 values are e-mail addresses')
    expect(read.columns[2]!.samples).toEqual(['ann@example.edu', 'bob@example.edu'])
  })

  it('about somebody else are not taken for the person of the row', () => {
    const rows = [
      ['Last name', 'First name', 'Coach email', 'Adviser'],
      ['Li', 'Ann', 'coach@example.edu', 'Roe, Bob'],
      ['Roe', 'Bob', 'coach@example.edu', 'Li, Ann'],
    ]
    expect(fieldsIn(rows)).toEqual(['lastName', 'firstName', 'coachEmail', null])
    expect(matchHeader('coaches', 'Coach email')?.field.key).toBe('email')
  })

  it('never are two for one field: the one whose values fit is taken', () => {
    const rows = [
      ['Last name', 'Email', 'Email'],
      ['Li', 'see directory', 'ann@example.edu'],
      ['Roe', 'see directory', 'bob@example.edu'],
    ]
    const read = readOne(fileOf(sheet(rows)), 'learners', {})
    expect(read.columns.map(({ field }) => field)).toEqual(['lastName', null, 'email'])
    expect(read.columns[1]!.reason).toBe('E-mail is column C already')
  })

  it('that are hidden are listed, and taken only where the user says so', () => {
    const rows = [
      ['Last name', 'First name', 'Email'],
      ['Li', 'Ann', 'a@example.edu'],
    ]
    expect(fieldsIn(rows, 'learners', [2])).toEqual(['lastName', 'firstName', null])
    const file = fileOf(sheet(rows, { hiddenColumns: [2] }))
    const chosen = readOne(file, 'learners', { mapping: { C: 'email' } }).columns[2]
    expect(chosen).toMatchObject({ hidden: true, field: 'email', reason: 'Chosen by you' })
  })

  it('are what the user says, and nothing else becomes that field', () => {
    const file = fileOf(
      sheet([
        ['Last name', 'First name', 'Email', 'Alias'],
        ['Li', 'Ann', 'a@example.edu', 'b@example.edu'],
      ]),
    )
    const read = readOne(file, 'learners', { mapping: { d: 'email', B: null } })
    expect(read.columns.map(({ field }) => field)).toEqual(['lastName', null, null, 'email'])
    expect(refusal(() => readOne(file, 'learners', { mapping: { A: 'shoeSize' } })).code).toBe('invalid_input')
  })

  it('called __proto__ or constructor are just columns', () => {
    expect(
      fieldsIn([
        ['Last name', 'First name', '__proto__', 'constructor'],
        ['Li', 'Ann', 'x', 'y'],
      ]),
    ).toEqual(['lastName', 'firstName', null, null])
    const file = fileOf(sheet([['Last name', 'Email'], ['Li']]))
    const mapping = JSON.parse('{"__proto__": "email"}') as Record<string, string>
    expect(refusal(() => readOne(file, 'learners', { mapping })).code).toBe('invalid_input')
  })

  it('never share a field, whatever the headers are', () => {
    const headers = fieldsOf('learners').flatMap(({ label, synonyms }) => [label, ...synonyms])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...headers, 'Coach', 'Zip', ''), { minLength: 1, maxLength: 12 }),
        (header) => {
          const taken = fieldsIn([header, header.map(() => 'x')]).filter((field) => field !== null)
          expect(new Set(taken).size).toBe(taken.length)
        },
      ),
    )
  })

  it('have names that mean one field', () => {
    for (const kind of ['learners', 'coaches'] as const) {
      const all = fieldsOf(kind).flatMap(({ synonyms }) => synonyms)
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
      expect(all.filter((name) => !/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(name))).toEqual([])
    }
  })
})

describe('the sheet', () => {
  const roster = sheet(
    [
      ['Last name', 'Email'],
      ['Li', 'a@example.edu'],
    ],
    { name: 'Students' },
  )
  const readMe = sheet([['How to use this file'], ['Fill in the tab Students.']], { name: 'Read me' })

  it('is the first visible one that looks like a roster, and the others are named', () => {
    const hidden = { ...roster, name: 'Old', hidden: true }
    const read = readOne(fileOf(hidden, readMe, roster), 'learners', {})
    expect(read.sheet.name).toBe('Students')
    expect(read.notes).toMatchObject([
      { code: 'sheetsNotRead', message: expect.stringContaining('Read me') },
      { code: 'hiddenSheets', message: expect.stringContaining('Old') },
    ])
  })

  it('is rather one whose name says it is of this kind', () => {
    const file = fileOf(roster, { ...roster, name: 'Faculty coaches' })
    expect(readOne(file, 'coaches', {}).sheet.name).toBe('Faculty coaches')
    expect(readOne(file, 'learners', {}).sheet.name).toBe('Students')
  })

  it('is the one the user says, in any case', () => {
    expect(readOne(fileOf(readMe, roster), 'learners', { sheet: 'read ME' }).sheet.name).toBe('Read me')
    const problem = refusal(() => readOne(fileOf(readMe, roster), 'learners', { sheet: 'Fall' }))
    expect(problem).toMatchObject({ code: 'not_found' })
    expect(problem.message).toContain('Read me, Students')
  })

  it('cannot be an empty one', () => {
    expect(refusal(() => readOne(fileOf(sheet([])), 'learners', {})).code).toBe('unreadable_sheet')
  })
})

describe('rows that hold no person', () => {
  it('are left out with the reason', () => {
    const rows = [
      ['Last name', 'First name', 'Level', 'Email', 'Room'],
      ['Class of 2029'],
      ['Li', 'Ann', 'M2', 'a@example.edu'],
      ['Total', '1'],
      ['', '', '', '', '214'],
      ['Last name', 'First name', 'Level', 'Email', 'Room'],
      ['Report printed by the registrar on September 1'],
      ['Totaro', 'Mia', 'M1', 'm@example.edu'],
      ['Prince'],
    ]
    const read = readOne(fileOf(sheet(rows)), 'learners', {})
    expect(read.rows.map(({ number }) => number)).toEqual([3, 8, 9])
    expect(reasons(read)).toEqual([
      '2 A heading',
      '4 A total',
      '5 Nothing in the columns that are read',
      '6 The header again',
      '7 A note of one cell',
    ])
  })
})

describe('a header that says nothing', () => {
  const people = (column: string[]) => [
    ['Last name', 'First name', 'Contact'],
    ...column.map((value, row) => [`Fox${row}`, 'Ida', value]),
  ]
  const fieldsOfTabs = (...tabs: string[][][]) => {
    const file = fileOf(...tabs.map((rows, index) => sheet(rows, { name: `MS${index + 1}` })))
    return recognise(file, 'learners', program, {}).sheets.map(({ columns }) => columns.at(-1)!.field)
  }
  const addresses = ['a@example.edu', 'b@example.edu', 'c@example.edu', 'd@example.edu', 'e@example.edu']

  it('means the same on every tab: what stands under it on all of them decides', () => {
    const mixed = [...addresses.slice(0, 2), 'ask', 'ask', 'ask']
    expect(fieldsOfTabs(people(addresses), people(mixed))).toEqual([null, null])
    expect(fieldsOfTabs(people([...addresses, ...addresses, 'f@example.edu']), people(['', 'ask']))).toEqual([
      'email',
      'email',
    ])
  })

  it('is no field where a tab has another column for that', () => {
    const named = [
      ['Last name', 'First name', 'Email', 'Contact'],
      ['Fox', 'Ida', 'ida@example.edu', 'mother@example.com'],
      ['Roe', 'Bob', 'bob@example.edu', 'father@example.com'],
    ]
    expect(fieldsOfTabs(people(addresses), named)).toEqual([null, null])
  })
})

describe('weighing a column', () => {
  it('comes to the same whether or not it gives up early', () => {
    const email = fieldsOf('learners').find(({ key }) => key === 'email')!
    const value = fc.constantFrom('a@example.edu', 'b@example.edu', 'c@example.edu', 'd@example.edu', 'none')
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const draft = { index: 0, header: 'Contact', hidden: false, match: null, values }
        const whole = weighOwn(draft, email)
        expect(weighWhileEnough(draft, email)).toEqual(whole.fitting * 5 >= whole.of * 4 ? whole : null)
      }),
    )
  })
})
