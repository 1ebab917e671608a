import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { basisOf, previewFile } from '#main/features/roster/importPlan.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { columnsOf, findingsOf, ignoredOf, noteCodesOf } from '#test/imports/support/documents.ts'
import { Office, today } from '#test/imports/support/office.ts'

const folder = new URL('../fixtures/spreadsheets/awkward/', import.meta.url)

// Previews write nothing, so that two offices serve all.
let school: Office
let residency: Office

beforeAll(async () => {
  school = await Office.open()
  residency = await Office.open({ kind: 'gme', cohorts: [], sites: [] })
})

afterAll(async () => {
  await school.close()
  await residency.close()
})

function preview(office: Office, name: string, as: RosterKind = 'learners'): Promise<ImportPreview> {
  const file = { name, bytes: readFileSync(new URL(name, folder)) }
  const input = { programId: office.program.id, as }
  return previewFile(office.workspace.current().db, { today, input }, basisOf(file))
}

const people = ({ rows }: ImportPreview) => rows.map(({ person }) => person)

it('group headers over blank columns say whose name and e-mail it is', async () => {
  const document = await preview(residency, 'merged-groups.xlsx')
  expect(columnsOf(document)).toEqual([
    'Last -> lastName',
    'First -> firstName',
    'PGY -> level',
    'E-mail -> email',
    'Pager -> nothing',
    'Faculty coach Name -> coachName',
    'Faculty coach E-mail -> coachEmail',
  ])
  expect(people(document).map(({ level }) => level)).toEqual(['PGY-2', 'PGY-1', 'PGY-3'])
})

it('a table of coaches ends before its totals row', async () => {
  const document = await preview(school, 'table-with-totals.xlsx', 'coaches')
  expect(people(document).map(({ lastName, capacity, degrees }) => [lastName, capacity, degrees])).toEqual([
    ['Abel', 8, 'MD'],
    ['Bond', 4, 'MD, MPH'],
    ['de la Cruz', 8, 'PhD'],
  ])
  expect(ignoredOf(document)).toEqual(['1 Above the header', '2 Blank', '7 A total'])
})

it('what Numbers exports is read without its summary', async () => {
  const document = await preview(school, 'numbers-export.xlsx')
  expect(people(document)).toMatchObject([
    { lastName: 'Quinn', studentId: '00071001', site: 'Main campus', classYear: 2029 },
    { lastName: 'Ruiz', studentId: '00071002', site: 'North campus', classYear: 2029 },
  ])
  expect(noteCodesOf(document)).toEqual(['sheetsNotRead', 'levelFromSheetName'])
})

it('a tab per class may have its columns in any order, under any usual name', async () => {
  const document = await preview(school, 'tabs-in-other-orders.xlsx')
  expect(people(document).map(({ lastName, studentId, level }) => [lastName, studentId, level])).toEqual([
    ['Fox', '00080001', 'M1'],
    ['Gray', '00080002', 'M1'],
    ['Hart', '00080003', 'M2'],
    ['Irwin', '00080004', 'M2'],
    ['Jain', '00080005', 'M3'],
    ['King', '00080006', 'M3'],
  ])
  expect(findingsOf(document)).toEqual(['E3 info placeholder'])
})

it('names are taken apart whatever stands in them, and links give way to addresses', async () => {
  const document = await preview(residency, 'names-and-links.xlsx')
  expect(people(document)).toMatchObject([
    { lastName: 'Lowell', firstName: 'James', middleName: 'R.', suffix: 'Jr.', preferredName: 'Jim' },
    { lastName: "O'Neill-Díaz", preferredName: 'Majo', email: 'majo.oneill@example.edu' },
    { lastName: 'St. John', firstName: 'Kit', middleName: 'T.', suffix: 'II', email: 'kit.stjohn@example.edu' },
    { lastName: 'Obi', firstName: 'Amara', level: 'PGY-2' },
    { lastName: 'van den Berg', firstName: 'Anna-Lena', level: 'PGY-1' },
  ])
  expect(people(document).map(({ startDate }) => startDate)).toEqual(Array.from({ length: 5 }, () => '2026-07-01'))
  expect(findingsOf(document)).toEqual([
    'B2 warning linkTextMismatch',
    'A5 info nameOrderGuessed',
    'D5 warning ambiguousDate',
  ])
})

it('bars over the classes say the level of those below, until one that says something else', async () => {
  const document = await preview(school, 'sections.xlsx')
  expect(people(document).map(({ lastName, level }) => [lastName, level])).toEqual([
    ['Nash', 'M1'],
    ['Oaks', 'M1'],
    ['Page', 'M2'],
    ['Quist', undefined],
  ])
  expect(ignoredOf(document).slice(2)).toEqual([
    '4 A heading',
    '7 A total',
    '8 Blank',
    '9 A heading',
    '11 A heading that names no level, cohort or site of the program',
    '13 A note of one cell',
  ])
})

it('dates are read in every form they are typed in, and what is none is reported', async () => {
  const document = await preview(residency, 'dates-as-text.xlsx')
  expect(people(document).map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
    ['2026-07-01', '2029-06-01'],
    ['2026-07-01', '2029-06-30'],
    ['2025-07-01', '2028-06-30'],
    ['2024-07-01', undefined],
  ])
  expect(findingsOf(document)).toEqual([
    'E2 warning ambiguousDate',
    'F2 warning dateWithoutDay',
    'F5 warning invalidDate',
  ])
})

it('the questions of a form are headers, and who answered twice is one', async () => {
  const document = await preview(school, 'form-answers.xlsx')
  expect(document.rows.map(({ row, action, person }) => [row, action, person['lastName']])).toEqual([
    [2, 'create', 'Adler'],
    [3, 'create', 'Bell'],
    [4, 'skip', 'Adler'],
  ])
})

it('semicolons and an old encoding are seen', async () => {
  const document = await preview(school, 'semicolons-cp1252.csv')
  expect(document).toMatchObject({ delimiter: ';', encoding: 'windows-1252' })
  expect(people(document)).toMatchObject([
    { lastName: 'Müller', firstName: 'Jörg', studentId: '00090001' },
    { lastName: 'Núñez', firstName: 'Zoë' },
    { lastName: 'Smith', firstName: 'Ann–Marie', suffix: 'Jr.' },
  ])
})

it('a paste keeps its quotes, and a line break within a cell ends no row', async () => {
  const document = await preview(school, 'paste.txt')
  expect(people(document).map(({ note }) => note)).toEqual([
    'Says "call me Al" Moves in March',
    '=SUM(A1)',
    `6'2" tall`,
  ])
})
