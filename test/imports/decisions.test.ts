import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveCustomFields } from '#main/features/roster/customFields.ts'
import { exportFailedRows } from '#main/features/roster/importFailedRows.ts'
import { listPairings } from '#main/features/roster/pairLearners.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { newCall, Office, refusalOf } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
  await office.apply(`Last name,First name,Email,Student ID,Class,Status,Track
Li,Ann,ann@example.edu,001,2028,Active,Rural
Roe,Bob,bob@example.edu,002,2028,Active,
`)
})

afterEach(() => office.close())

const changesOf = async (file: string, choices: Parameters<Office['preview']>[2]) =>
  (await office.preview(file, 'learners', choices)).rows.flatMap(({ row, changes }) =>
    changes.map(({ field, before, after }) => `${row} ${field}: ${before} -> ${after}`),
  )

describe('what a column may do to people who are known', () => {
  const file = 'Last name,First name,Student ID,Status,Track\nLi,Ann,001,LOA,Urban\nRoe,Bob,002,LOA,Urban\n'

  it('is to overwrite, to fill blanks alone, or nothing', async () => {
    expect(await changesOf(file, {})).toEqual([
      '2 status: Active -> On leave',
      '2 track: Rural -> Urban',
      '3 status: Active -> On leave',
      '3 track: null -> Urban',
    ])
    expect(await changesOf(file, { policies: { track: 'fillBlanks', status: 'leave' } })).toEqual([
      '3 track: null -> Urban',
    ])
  })

  it('holds when it is applied', async () => {
    await office.apply(file, 'learners', { policies: { track: 'fillBlanks', status: 'leave' } })
    expect(await office.learner('Li')).toMatchObject({ track: 'Rural', status: 'active' })
    expect(await office.learner('Roe')).toMatchObject({ track: 'Urban', status: 'active' })
  })
})

describe('what cells mean', () => {
  it('may be said by field, whatever their case', async () => {
    const file = 'Last name,First name,Student ID,Status,Level\nLi,Ann,001,ON BREAK,Clerkship\n'
    const values = { status: { 'On break': 'On leave' }, level: { clerkship: 'M3' } }
    expect((await office.preview(file)).counts.toCheck).toBe(1)
    const preview = await office.preview(file, 'learners', { values })
    expect(preview.problems).toEqual([])
    expect(preview.rows[0]!.person).toMatchObject({ status: 'leave', level: 'M3' })
    expect(preview.values).toEqual(values)
  })
})

describe('cells that were corrected in the preview', () => {
  const file = 'Last name,First name,Student ID,NPI\nLi,Ann,001,1234567890\nPoe,,003,\n'
  const cells = { 'roster!D2': '1234567893', B3: 'Cy' }

  it('are read as if the file said so', async () => {
    const preview = await office.preview(file, 'learners', { cells })
    expect(preview.problems).toEqual([])
    expect(preview.rows.map(({ person }) => person)).toMatchObject([{ npi: '1234567893' }, { firstName: 'Cy' }])
    await office.apply(file, 'learners', { cells })
    expect(await office.learner('Li')).toMatchObject({ npi: '1234567893' })
  })

  it('have to be in the file', async () => {
    const problem = await refusalOf(office.preview(file, 'learners', { cells: { 'Nowhere!A2': 'x' } }))
    expect(problem).toMatchObject({ code: 'invalid_input' })
    expect(problem.message).toContain('Nowhere!A2')
  })
})

describe('what is decided about a row', () => {
  it('may leave it out, or take it for somebody new or for a person', async () => {
    const file = 'Last name,First name,Class\nLi,Ann,2028\nLee,Anna,2028\nRow,Robert,2028\n'
    const { personId } = await office.learner('Roe')
    const rows = { 'roster!2': 'create' as const, '3': 'skip' as const, '4': personId }
    const preview = await office.preview(file, 'learners', { rows })
    expect(preview.rows.map(({ action, matchedBy }) => [action, matchedBy])).toEqual([
      ['create', null],
      ['skip', null],
      ['update', 'your choice'],
    ])
    await office.apply(file, 'learners', { rows })
    expect((await office.learners()).map(({ lastName, firstName }) => `${lastName} ${firstName}`)).toEqual([
      'Li Ann',
      'Li Ann',
      'Row Robert',
    ])
  })

  it('takes a repeat for two people, but gives an id to the first alone', async () => {
    const file = 'Last name,First name,Student ID\nPoe,Cy,009\nFoe,Di,009\n'
    expect((await office.preview(file)).rows[1]!.action).toBe('needsYou')
    const preview = await office.preview(file, 'learners', { rows: { '3': 'create' } })
    expect(preview.rows.map(({ action, person }) => [action, person['studentId']])).toEqual([
      ['create', '009'],
      ['create', undefined],
    ])
    expect(preview.problems).toMatchObject([{ row: 3, code: 'idTaken' }])
    expect((await office.apply(file, 'learners', { rows: { '3': 'create' } })).counts.create).toBe(2)
  })
})

describe('somebody who may be in the program already', () => {
  it('is offered with the reason and whom, and taken for somebody new', async () => {
    const preview = await office.preview('Last name,First name,Class\nRoe,Robert,2028\n')
    expect(preview.rows[0]!.action).toBe('create')
    expect(preview.problems).toMatchObject([
      { code: 'possibleMatch', level: 'warning', row: 2, personId: (await office.learner('Roe')).personId },
    ])
    expect(preview.problems[0]!.message).toContain('perhaps Bob Roe, who is in the program, for a nickname')
  })

  it('is no question where an id says that they are two', async () => {
    expect((await office.preview('Last name,First name,Student ID,Class\nRoe,Robert,777,2028\n')).problems).toEqual([])
  })
})

describe('an id of somebody with another name', () => {
  const file = 'Last name,First name,Student ID,Email\nZulu,Max,001,max@example.edu\nRoe,Bob,002,bob@example.edu\n'

  it('waits until somebody says who the row is', async () => {
    const { personId } = await office.learner('Li')
    const preview = await office.preview(file)
    expect(preview.counts).toMatchObject({ update: 0, unchanged: 1, needsYou: 1, missing: 0 })
    expect(preview.problems).toMatchObject([{ code: 'possibleMatch', level: 'warning', row: 2, personId }])
    expect(preview.problems[0]!.message).toContain('student ID 001 is that of Ann Li')
    await office.apply(file)
    expect(await office.learner('Li')).toMatchObject({ firstName: 'Ann', email: 'ann@example.edu' })
    expect((await office.preview(file, 'learners', { rows: { '2': personId } })).counts.update).toBe(1)
    expect((await office.preview(file, 'learners', { rows: { '2': 'create' } })).counts.create).toBe(1)
  })

  it('is offered to the one whose name and address it has', async () => {
    const wrongId = 'Last name,First name,Student ID,Email\nRoe,Bob,001,bob@example.edu\n'
    const [ann, bob] = [await office.learner('Li'), await office.learner('Roe')]
    const { problems } = await office.preview(wrongId)
    expect(problems).toMatchObject([{ code: 'possibleMatch', personId: ann.personId, otherPersonId: bob.personId }])
    expect(problems[0]!.message).toContain('Name and e-mail are those of Bob Roe')
    const decided = await office.preview(wrongId, 'learners', { rows: { '2': bob.personId } })
    expect(decided.rows).toMatchObject([{ action: 'unchanged', matchedBy: 'your choice' }])
    expect(decided.problems).toMatchObject([{ code: 'idTaken', column: 'C' }])
  })

  it.each([
    ['a marriage', 'Smith,Ann,001,'],
    ['a first name that is called differently', 'Li,Zoe,001,'],
    ['a part of the name that stays', 'Li-Smith,Zoe,001,'],
    ['a second address or id that agrees', 'Zulu,Max,001,ann@example.edu'],
  ])('does not wait for %s', async (_, row) => {
    const preview = await office.preview(`Last name,First name,Student ID,Email\n${row}\n`)
    expect(preview.counts).toMatchObject({ update: 1, needsYou: 0 })
  })
})

describe('who is in the program and not in the file', () => {
  it('is listed by name and left as they are', async () => {
    const preview = await office.preview('Last name,First name,Student ID\nLi,Ann,001\n')
    expect(preview.missing).toEqual([{ personId: (await office.learner('Roe')).personId, name: 'Bob Roe' }])
    expect(preview.counts.missing).toBe(1)
  })
})

describe('what was chosen', () => {
  const first = 'Student,Family,ID,State\nAnn,Li,001,ON BREAK\n'
  const next = 'ID,State,Family,Student\n002,on break,Roe,Bob\n'
  const choices = {
    mapping: { Student: 'firstName', Family: 'lastName', State: 'status' },
    values: { status: { 'ON BREAK': 'LOA' } },
  }

  it('is remembered for the next file with these columns, in any order', async () => {
    await office.apply(first, 'learners', choices)
    const preview = await office.preview(next)
    expect(preview.columns.map(({ field, reason }) => `${field}: ${reason}`)).toEqual([
      'studentId: The header is a usual name for Student ID',
      'status: As last time',
      'lastName: As last time',
      'firstName: As last time',
    ])
    expect(preview.rows[0]).toMatchObject({ action: 'update', person: { status: 'leave' } })
    expect(preview.values).toEqual(choices.values)
  })

  it('gives way to what is chosen now, and is of this program and kind alone', async () => {
    await office.apply(first, 'learners', choices)
    const preview = await office.preview(next, 'learners', { mapping: { State: null } })
    expect(preview.columns.map(({ field }) => field)).toEqual(['studentId', null, 'lastName', 'firstName'])
    expect((await office.preview(next, 'coaches')).columns.every(({ reason }) => reason !== 'As last time')).toBe(true)
  })

  it('is refused where it takes two columns for one field', async () => {
    const { code, message } = await refusalOf(
      office.preview(first, 'learners', { mapping: { A: 'lastName', Family: 'lastName' } }),
    )
    expect(code).toBe('invalid_input')
    expect(message).toBe(
      'Column Family cannot be taken for lastName: column A of sheet roster is taken for it already, and a field has one column.',
    )
  })

  it('names a column by letter, position, header or sheet, and refuses what is none', async () => {
    for (const place of ['D', 'd', '3', 'State', 'roster!D']) {
      const { columns } = await office.preview(first, 'learners', { mapping: { [place]: 'status' } })
      expect(columns[3]).toMatchObject({ field: 'status', reason: 'Chosen by you' })
    }
    const none = [{ Nothing: 'status' }, { D: 'shoeSize' }, { E: 'status' }, { '4': null }, { 'Elsewhere!A': 'status' }]
    for (const mapping of none)
      expect((await refusalOf(office.preview(first, 'learners', { mapping }))).code).toBe('invalid_input')
  })
})

describe('the fields of the program', () => {
  it('take the columns of their name; a value they do not take is left out', async () => {
    const fields = [
      { name: 'Locker', kind: 'number' as const, choices: [] },
      { name: 'Shirt', kind: 'choice' as const, choices: ['S', 'M'] },
      { name: 'Visa until', kind: 'date' as const, choices: [] },
    ]
    const { program, workspace } = office
    const stored = await saveCustomFields(
      workspace.current(),
      { programId: program.id, appliesTo: 'learners', fields },
      newCall(),
    )
    const file = 'Last name,First name,Student ID,LOCKER,Shirt,Room\nLi,Ann,001,12,m,214\nRoe,Bob,002,twelve,XL,\n'
    const preview = await office.preview(file)
    expect(preview.rows[0]).toMatchObject({
      action: 'update',
      person: { LOCKER: '12', Shirt: 'M', Room: '214' },
      changes: [
        { field: 'Locker', before: null, after: '12' },
        { field: 'Shirt', before: null, after: 'M' },
      ],
    })
    expect(preview.problems.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'D3 invalidCustomValue',
      'E3 invalidCustomValue',
    ])
    expect(preview.notes).toMatchObject([{ code: 'columnsNotStored', message: expect.stringMatching(/: Room\.$/) }])
    await office.apply(file)
    const [locker, shirt] = stored
    expect((await office.learner('Li')).custom).toEqual({ [locker!.id]: '12', [shirt!.id]: 'M' })
    expect((await office.preview(file)).counts).toMatchObject({ update: 0, unchanged: 2 })
    expect(preview.problems[1]!.message).toContain('It was left empty')

    const dates = 'Last name,First name,Student ID,Visa until\nLi,Ann,001,Aug 2027\nRoe,Bob,002,7/4/2027\n'
    const dated = await office.preview(dates)
    expect(dated.rows.map(({ person }) => person['Visa until'])).toEqual(['2027-08-01', '2027-07-04'])
    expect(dated.problems.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'warning dateWithoutDay',
      'warning ambiguousDate',
    ])

    const extraLarge = 'Last name,First name,Student ID,Shirt\nLi,Ann,001,XL\n'
    expect((await office.preview(extraLarge)).problems[0]!.message).toContain('The stored value stays')
    const meant = await office.preview(extraLarge, 'learners', { values: { Shirt: { xl: 'S' } } })
    expect(meant.problems).toEqual([])
    expect(meant.rows[0]!.changes).toEqual([{ field: 'Shirt', before: 'M', after: 'S' }])
  })
})

describe('a value that is not taken', () => {
  it('leaves what is stored of somebody who is known, and nothing of anybody else', async () => {
    const { problems } = await office.preview(
      'Last name,First name,Student ID,Email,NPI\nLi,Ann,001,ann@,12\nNew,Nia,009,nia@,12\n',
    )
    expect(problems.map(({ column, row, message }) => [column + row, message.split('. ')[1]])).toEqual([
      ['D2', 'The stored value stays.'],
      ['E2', 'The NPI was left empty; correct it here or in the file.'],
      ['D3', 'It was left empty.'],
      ['E3', 'The NPI was left empty; correct it here or in the file.'],
    ])
  })
})

describe('a column of coaches', () => {
  const coaches = 'Coach,Email\n"Lee, Ada",ada.lee@example.edu\n"Ode, Benjamin (Ben)",ben.ode@example.edu\n'
  const pairings = () => listPairings(office.workspace.current(), { programId: office.program.id })

  it('pairs learners, by e-mail or by name, and says which coach is not known', async () => {
    await office.apply(coaches, 'coaches')
    const file = `Last name,First name,Student ID,Coach,Coach email
Li,Ann,001,,ADA.LEE@example.edu
Roe,Bob,002,Dr. Ben Ode,
New,Nia,003,"Lee, Ada",
Poe,Cy,004,Somebody Else,
`
    const preview = await office.preview(file)
    expect(preview.rows.map(({ action }) => action)).toEqual(['update', 'update', 'create', 'create'])
    expect(preview.rows[0]!.changes).toEqual([{ field: 'coachName', before: null, after: 'Ada Lee' }])
    expect(preview.problems.filter(({ level }) => level === 'warning')).toMatchObject([
      { row: 5, code: 'unknownCoach', value: 'Somebody Else' },
    ])
    await office.apply(file)
    expect((await pairings()).map(({ learnerName, coachName, toOn }) => [learnerName, coachName, toOn])).toEqual(
      expect.arrayContaining([
        ['Ann Li', 'Ada Lee', null],
        ['Bob Roe', 'Ben Ode', null],
        ['Nia New', 'Ada Lee', null],
      ]),
    )
    expect(await pairings()).toHaveLength(3)
    expect((await office.preview(file)).counts).toMatchObject({ update: 0, unchanged: 4 })
  })

  it('pairs nobody where name and address are of two coaches', async () => {
    await office.apply(coaches, 'coaches')
    const file = `Last name,First name,Student ID,Coach,Coach email
Li,Ann,001,"Lee, Ada",ben.ode@example.edu
Roe,Bob,002,Somebody Else,ben.ode@example.edu
New,Nia,003,B. Ode,ben.ode@example.edu
`
    const { problems, rows } = await office.preview(file)
    expect(rows.map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'create'])
    expect(problems.filter(({ code }) => code === 'coachConflict')).toMatchObject([
      { row: 2, message: expect.stringContaining('the name is that of Ada Lee, the address that of Ben Ode') },
      { row: 3, message: expect.stringContaining('the address is that of Ben Ode, whose name is another') },
    ])
    await office.apply(file)
    expect((await pairings()).map(({ learnerName }) => learnerName)).toEqual(['Nia New'])
  })

  it('is undone with the rest of the import', async () => {
    await office.apply(coaches, 'coaches')
    await office.apply('Last name,First name,Student ID,Coach\nLi,Ann,001,"Lee, Ada"\n')
    expect(await pairings()).toHaveLength(1)
    await office.workspace.current().undo(newCall())
    expect(await pairings()).toEqual([])
  })
})

describe('the rows to correct', () => {
  it('come as a workbook with their own columns and what is wrong, and go in again when corrected', async () => {
    const file =
      'Last name,First name,Student ID,Start date\nLi,Ann,001,2/30/2026\nRoe,Bob,002,7/1/2026x\nPoe,Cy,003,\n'
    const handle = office.stage('roster.csv', file)
    const input = { handle, programId: office.program.id, as: 'learners' as const, audience: 'Registrar' }
    const staged = await exportFailedRows(office.workspace, input, newCall())
    expect(staged.name).toBe('roster to correct.xlsx')
    const { bytes } = office.workspace.staging.get(staged.handle)
    const [sheet] = readSheetFile(bytes, staged.name).sheets
    expect(sheet!.rows.map(({ cells }) => cells.slice(0, 4).map((cell) => cell?.text ?? ''))).toEqual([
      ['Last name', 'First name', 'Student ID', 'Start date'],
      ['Li', 'Ann', '001', '2/30/2026'],
      ['Roe', 'Bob', '002', '7/1/2026x'],
    ])
    expect(sheet!.rows[1]!.cells[4]!.text).toContain('there is no such date')
    const cells = { 'roster!D2': '2026-03-01', 'roster!D3': '2026-07-01' }
    const preview = await office.preview(bytes, 'learners', { cells })
    expect(preview.problems).toEqual([])
    expect(preview.notes).toEqual([])
    expect(preview.rows.map(({ action }) => action)).toEqual(['update', 'update'])
  })

  it('are refused where there are none', async () => {
    const handle = office.stage('roster.csv', 'Last name,First name,Student ID\nLi,Ann,001\n')
    const input = { handle, programId: office.program.id, as: 'learners' as const, audience: 'Registrar' }
    expect((await refusalOf(exportFailedRows(office.workspace, input, newCall()))).code).toBe('not_found')
  })
})
