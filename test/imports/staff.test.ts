import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editStaff, listStaff } from '#main/features/roster/staff.ts'
import { newCall, Office, refusalOf, today } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => (office = await Office.open()))
afterEach(() => office.close())

const file = [
  'Staff list 2026-27',
  '',
  'Name,Program role,Job title,E-mail,Start,End,FTE,Notes',
  '"Cruz, Ana de la",Program Director,Assistant Dean for Coaching,ana@uni.edu,Aug 2024,,20%,Chairs the panel',
  '"Lee, Bo",Coordinator,,bo@uni.edu,7/15/2026,6/30/2027,1.0,',
  '"Lee, Bo",Data analyst,,bo@uni.edu,7/15/2026,,,Spreadsheets',
  '"Ng, Cy",Chief wizard,,cy@uni.edu,,,,',
].join('\n')

const staff = (asOf?: string) =>
  listStaff(office.workspace.current(), { programId: office.program.id, ...(asOf && { asOf }) }, newCall())

const listed = async () =>
  (await staff()).map(({ lastName, role, title, effort, fromOn, toOn }) => [
    lastName,
    role,
    title,
    effort,
    fromOn,
    toOn,
  ])

describe('a list of staff', () => {
  it('comes in with roles, titles and dates; one person may have a row for each role', async () => {
    const preview = await office.preview(file, 'staff')
    expect(preview.columns.map(({ field }) => field)).toEqual([
      'fullName',
      'role',
      'title',
      'email',
      'startDate',
      'endDate',
      'fte',
      'note',
    ])
    expect(preview.counts).toMatchObject({ rows: 4, create: 4, needsYou: 0, skipped: 0 })
    expect(preview.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['4 dateWithoutDay', '7 unknownChoice'])
    await office.apply(file, 'staff')
    expect(await listed()).toEqual([
      ['de la Cruz', 'director', 'Assistant Dean for Coaching', 2000, '2024-08-01', null],
      ['Lee', 'coordinator', '', 10_000, '2026-07-15', '2027-06-30'],
      ['Lee', 'dataManager', '', null, '2026-07-15', null],
      ['Ng', 'other', '', null, today, null],
    ])
    const [, first, second] = await staff()
    expect(first!.personId).toBe(second!.personId)
    expect((await office.preview(file, 'staff')).counts).toMatchObject({ create: 0, update: 0, unchanged: 4 })
  })

  it('asks what a role means that is none, and finds people who are there as something else', async () => {
    await office.apply('Last name,First name,E-mail\nLee,Bo,bo@uni.edu\n', 'coaches')
    const byName = await office.preview('Name,Role\n"Lee, Bo",Trainer\n', 'staff')
    expect(byName.rows[0]!.matchedBy).toBe('name, the only one in the program')
    const meant = { values: { role: { 'chief wizard': 'Evaluator' } } }
    const { rows } = await office.preview(file, 'staff', meant)
    expect(rows.map(({ matchedBy }) => matchedBy)).toEqual([null, 'e-mail bo@uni.edu', 'e-mail bo@uni.edu', null])
    await office.apply(file, 'staff', meant)
    const [, lee, , ng] = await staff()
    expect(ng!.role).toBe('evaluator')
    expect((await office.coaches())[0]!.personId).toBe(lee!.personId)
  })

  it('begins another row for another title, and knows the role again by its first day', async () => {
    await office.apply('Name,Role,Title,E-mail,Start\n"Roe, Di",Dean,Vice Dean,di@uni.edu,7/15/2024\n', 'staff')
    const renamed = 'Name,Role,Title,E-mail,Start\n"Roe, Di",Dean,Senior Dean,di@uni.edu,7/15/2024\n'
    const { rows, counts } = await office.preview(renamed, 'staff')
    expect(counts.update).toBe(1)
    expect(rows[0]!.changes).toEqual([{ field: 'title', before: 'Vice Dean', after: 'Senior Dean' }])
    await office.apply(renamed, 'staff')
    expect(await listed()).toEqual([['Roe', 'dean', 'Senior Dean', null, today, null]])
    expect((await staff('2025-01-01')).map(({ title }) => title)).toEqual(['Vice Dean'])
    expect((await office.preview(renamed, 'staff')).counts.unchanged).toBe(1)
    const sooner = renamed.replace('2024', '2023')
    await office.apply(sooner, 'staff')
    expect((await staff('2023-12-01')).map(({ title }) => title)).toEqual(['Vice Dean'])
  })

  it('adds a role beside one that the file does not name, and says so; an ended one begins anew', async () => {
    const { id: programId } = office.program
    await office.apply('Name,Role,E-mail,Start\n"Roe, Di",APD,di@uni.edu,7/15/2024\n', 'staff')
    const promoted = 'Name,Role,E-mail\n"Roe, Di",Director,di@uni.edu\n'
    const { problems } = await office.preview(promoted, 'staff')
    expect(problems).toMatchObject([{ code: 'otherRole', level: 'warning', row: 2, column: 'B', value: 'Director' }])
    await office.apply(promoted, 'staff')
    const [deputy] = await staff()
    const edits = [{ id: deputy!.id, revision: deputy!.revision, set: { toOn: '2026-08-31' } }]
    await editStaff(office.workspace.current(), { programId, edits }, newCall())
    const again = 'Name,Role,E-mail\n"Roe, Di",APD,di@uni.edu\n"Roe, Di",Director,di@uni.edu\n'
    expect((await office.preview(again, 'staff')).counts).toMatchObject({ create: 1, unchanged: 1 })
    const past = 'Name,Role,E-mail,Until\n"Roe, Di",APD,di@uni.edu,8/31/2026\n"Roe, Di",Director,di@uni.edu,\n'
    expect((await office.preview(past, 'staff')).counts).toMatchObject({ create: 0, unchanged: 2 })
  })

  it('ends the roles of whom it does not name, where that is chosen, and is rolled back whole', async () => {
    await office.apply(file, 'staff')
    const shorter = file.split('\n').slice(0, 6).join('\n')
    const { missing } = await office.preview(shorter, 'staff')
    expect(missing.map(({ name }) => name)).toEqual(['Cy Ng'])
    const statuses = { [missing[0]!.personId]: 'ended' }
    const choices = { missing: { statuses, fromOn: '2026-10-01' } }
    const { marked } = await office.apply(shorter, 'staff', choices)
    expect(marked).toBe(1)
    expect((await staff()).at(-1)).toMatchObject({ lastName: 'Ng', toOn: '2026-09-30' })
    const wrong = { missing: { statuses: { [missing[0]!.personId]: 'graduated' }, fromOn: today } }
    expect((await refusalOf(office.apply(shorter, 'staff', wrong))).code).toBe('invalid_input')
  })

  it('says which of two rows for one role is doubtful, and stores the others', async () => {
    const twice = 'Name,Role,E-mail,FTE\n"Roe, Di",Dean,di@uni.edu,10%\n"Roe, Di",Dean,di@uni.edu,20%\n'
    const { counts, problems } = await office.preview(twice, 'staff')
    expect(counts).toMatchObject({ create: 1, needsYou: 1 })
    expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 duplicate'])
    await office.apply(twice, 'staff')
    expect(await listed()).toEqual([['Roe', 'dean', '', 1000, today, null]])
  })
})
