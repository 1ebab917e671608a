import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basisOf, previewFile } from '#main/features/roster/importPlan.ts'
import type { ImportOptions } from '#shared/imports/schema.ts'
import { ignoredOf, noteCodesOf } from '#test/imports/support/documents.ts'
import { Office, today } from '#test/imports/support/office.ts'

// Previews write nothing, so that one office serves all.
let office: Office

beforeAll(async () => {
  office = await Office.open()
})

afterAll(() => office.close())

const preview = (text: string, choices: Partial<ImportOptions> = {}) => {
  const input = { programId: office.program.id, as: 'learners' as const, ...choices }
  const bytes = new TextEncoder().encode(text)
  return previewFile(office.workspace.current().db, { today, input }, basisOf({ name: 'roster.csv', bytes }))
}

describe('a heading between the rows', () => {
  it('gives the level to the rows below it, and a note names them', async () => {
    const document = await preview(`Last name,First name,Email
MS2 students,,
Fox,Ida,ida@example.edu
Gray,Lee,lee@example.edu
Class of 2027 (1),,
Hart,Max,max@example.edu
`)
    expect(document.rows.map(({ row, person }) => [row, person['level'], person['classYear']])).toEqual([
      [3, 'M2', 2029],
      [4, 'M2', 2029],
      [6, 'M4', 2027],
    ])
    expect(ignoredOf(document)).toEqual(['2 A heading', '5 A heading'])
    const note = document.notes.find(({ code }) => code === 'valuesFromHeadings')
    expect(note!.message).toContain('row 2 (MS2 students): rows 3–4 as M2; row 5 (Class of 2027 (1)): row 6 as M4')
  })

  it('gives nothing to a row whose own column says so', async () => {
    const document = await preview(`Last name,First name,Level
MS2 students,,
Fox,Ida,M3
Gray,Lee,
`)
    expect(document.rows.map(({ person }) => person['level'])).toEqual(['M3', 'M2'])
    expect(document.notes.at(-1)!.message).toContain(': row 4 as M2')
  })

  it('within another holds with it, and ends with it', async () => {
    const document = await preview(`Last name,First name,Email
Main campus,,
MS1,,
Fox,Ida,ida@example.edu
MS2,,
Gray,Lee,lee@example.edu
North Campus,,
Hart,Max,max@example.edu
`)
    expect(document.rows.map(({ person }) => [person['site'], person['level']])).toEqual([
      ['Main campus', 'M1'],
      ['Main campus', 'M2'],
      ['North campus', undefined],
    ])
  })

  it('that comes before each header again is heard, the first one above the header', async () => {
    const document = await preview(`Class of 2028,,
Last name,First name,Email
Fox,Ida,ida@example.edu
Class of 2029,,
Last name,First name,Email
Gray,Lee,lee@example.edu
`)
    expect(document.rows.map(({ person }) => person['classYear'])).toEqual([2028, 2029])
    expect(ignoredOf(document)).toEqual(['1 Above the header', '4 A heading', '5 The header again'])
  })

  it('that says nothing known is left out with the reason, and ends what held before', async () => {
    const document = await preview(`Last name,First name,Email
MS2,,
Fox,Ida,ida@example.edu
Blue group,,
Gray,Lee,lee@example.edu
`)
    expect(ignoredOf(document)).toEqual([
      '2 A heading',
      '4 A heading that names no level, cohort or site of the program',
    ])
    expect(document.rows.map(({ person }) => person['level'])).toEqual(['M2', undefined])
  })

  it('is no person of one name, and such a person is no heading', async () => {
    const document = await preview('Last name,First name,Email\nCher,,\nFox,Ida,ida@example.edu\n')
    expect(document.rows.map(({ person }) => person['lastName'])).toEqual(['Cher', 'Fox'])
    expect(noteCodesOf(document)).toEqual([])
  })
})
