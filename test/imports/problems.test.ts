import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, refusalOf } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

const problemsOf = async (content: string) =>
  (await office.preview(content)).problems.map(({ row, column, code, level }) => `${level} ${column}${row} ${code}`)

describe('values that fail their check', () => {
  it('are not the errors of a spreadsheet that a text file keeps as words', async () => {
    const file = 'Last name,First name,Student ID,Email\nLi,Ann,#N/A,ann@uni.edu\nRoe,Bob,#REF!,bob@uni.edu\n'
    expect(await problemsOf(file)).toEqual(['warning C2 cellError', 'warning C3 cellError'])
    const percent = 'Last name,First name,% Effort\nLi,Ann,10\nRoe,Bob,100\n'
    const { rows } = await office.preview(percent, 'coaches')
    expect(rows.map(({ person }) => person['fte'])).toEqual([0.1, 1])
    const mixed = await office.preview(percent.replace('10\n', '0.5\n'), 'coaches')
    expect(mixed.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 invalidEffort'])
  })

  it('are left empty and reported with row, column and value; the rest of the row comes in', async () => {
    const file = `Last name,First name,Email,NPI,Start date,Level,Status,Campus,Cohort
Li,Ann,ann at example,1234567890,2/30/2026,Sophomore,maybe,Mars,Class of 1999
`
    const preview = await office.preview(file)
    expect(preview.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'C invalidEmail',
      'D npiCheckDigit',
      'E invalidDate',
      'F unknownLevel',
      'G unknownStatus',
      'H unknownSite',
      'I unknownCohort',
    ])
    expect(preview.problems[1]).toEqual({
      sheet: preview.sheet,
      row: 2,
      column: 'D',
      field: 'npi',
      level: 'warning',
      code: 'npiCheckDigit',
      value: '1234567890',
      message:
        'Row 2, NPI 1234567890: the check digit does not fit. The NPI was left empty; correct it here or in the file.',
    })
    expect(preview.counts).toMatchObject({ create: 1, skipped: 0, needsYou: 0, toCheck: 1 })
    await office.apply(file)
    expect(await office.learner('Li')).toMatchObject({
      firstName: 'Ann',
      email: '',
      npi: '',
      startDate: null,
      level: '',
      status: 'active',
      siteId: null,
    })
  })

  it('are dates that do not exist or contradict each other', async () => {
    expect(
      await problemsOf(`Last name,First name,Start date,End date
Li,Ann,2/29/2026,6/31/2027
Roe,Bob,2026-08-03,2026-07-01
Poe,Cy,7/4/2026,
`),
    ).toEqual([
      'warning C2 invalidDate',
      'warning D2 invalidDate',
      'warning D3 implausibleDate',
      'warning C4 ambiguousDate',
    ])
  })

  it('are ids that a spreadsheet has spoilt', async () => {
    expect(
      await problemsOf(`Last name,First name,Student ID,AAMC ID
Li,Ann,00012345,12345678
Roe,Bob,12346,1.23457E+07
Poe,Cy,1.2E+08,1234567
`),
    ).toEqual(['warning C3 idLostZeros', 'warning D3 idScientific', 'warning C4 idScientific', 'warning D4 aamcLength'])
  })

  it('are only for the record where the cell says that there is nothing; a name may read so', async () => {
    expect(await problemsOf('Last name,First name,Email,NPI,Start date\nNull,Ann,n/a,-,TBD\n')).toEqual([
      'info C2 placeholder',
      'info D2 placeholder',
      'info E2 placeholder',
    ])
  })

  it('are levels that do not go with the class year, unless the status explains it', async () => {
    expect(
      await problemsOf(`Last name,First name,Class,Level,Status
Li,Ann,Class of 2027,M3,Active
Roe,Bob,Class of 2027,M3,Off-cycle
`),
    ).toEqual(['warning D2 levelClassYearMismatch', 'info D3 levelClassYearMismatch'])
  })
})

describe('rows that cannot be stored', () => {
  const file = `Last name,First name,Email,Student ID
Li,Ann,ann@example.edu,001
,,,
,,nobody@example.edu,
Roe,Bob,ann@example.edu,002
Poe,Cy,cy@example.edu,001
Prince,,,003
`

  it('are skipped with the reason, and the others come in', async () => {
    const preview = await office.preview(file)
    expect(preview.problems.map(({ level, row, column, code }) => `${level} ${column}${row} ${code}`)).toEqual([
      'error A4 missing',
      'warning C5 duplicate',
      'warning D6 duplicate',
      'warning A7 nameIncomplete',
    ])
    expect(preview.problems[1]!.message).toBe(
      'Row 5: row 2 has the same e-mail, ann@example.edu, and they differ in Last name, First name, Student ID. The first was taken; decide which is right.',
    )
    expect(preview.rows.map(({ row, action }) => `${row} ${action}`)).toEqual([
      '2 create',
      '4 skip',
      '5 needsYou',
      '6 needsYou',
      '7 create',
    ])
    expect((await office.apply(file)).counts).toMatchObject({ create: 2, skipped: 1, needsYou: 2 })
    expect((await office.learners()).map(({ lastName }) => lastName)).toEqual(['Li', 'Prince'])
  })

  it('hold back the others where the user says so, and each is named', async () => {
    const problem = await refusalOf(office.apply(file, 'learners', { badRows: 'refuse' }))
    expect(problem).toMatchObject({ code: 'invalid_rows' })
    expect(problem.message).toContain('3 rows cannot be stored')
    expect(problem.details?.map(({ path }) => path.split('!')[1])).toEqual(['A4', 'C5', 'D6'])
    expect(await office.learners()).toEqual([])
    expect(await office.workspace.listBackups()).toEqual([])
  })

  it('are not two people of one name whom ids or classes tell apart', async () => {
    expect(
      await problemsOf(`Last name,First name,Student ID,Class
Garcia,Maria,001,2028
Garcia,Maria,002,2028
García,María,,2029
Garcia,Maria,,2029
`),
    ).toEqual(['warning A5 possibleDuplicate'])
  })
})
