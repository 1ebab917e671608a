import { describe, expect, it } from 'vitest'
import { type RosterExport, rosterWorkbook } from '#main/features/roster/workbook.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'

const roster: RosterExport = {
  program: {
    id: 'p',
    revision: 1,
    name: 'Internal medicine residency',
    kind: 'gme',
    institution: '',
    year: 2026,
    cohorts: [{ id: 'c1', name: 'PGY-1' }],
    sites: [{ id: 's1', name: 'Main campus' }],
    learners: 1,
    coaches: 1,
    archivedOn: null,
  },
  learners: [
    {
      ...blankLearner('2026-07-01'),
      lastName: 'Okafor',
      firstName: 'Chidi',
      studentId: '00012345',
      otherEmails: ['a@example.org', 'b@example.org'],
      cohortId: 'c1',
      siteId: 's1',
      status: 'militaryLeave',
      startDate: '2026-06-24',
    },
  ],
  coaches: [{ ...blankCoach('2026-07-01'), lastName: 'Wu', effort: 500, capacity: 0, coachType: 'nearPeer' }],
  staff: [],
  fields: [],
  day: '2026-11-22',
  audience: 'Dean',
  actor: 'Dana Reyes',
  now: '2026-11-22T12:00:00.000Z',
  version: '0.1.0',
}

describe('the roster workbook', () => {
  const model = rosterWorkbook(roster)
  const table = (at: number) => {
    const sheet = model.sheets[at]!
    if (sheet.kind !== 'table') throw new Error('It is no table.')
    return sheet
  }

  it('says words where the file holds ids, keeps ids as text and shares as FTE', () => {
    expect(table(0).rows[0]).toMatchObject({
      cohortId: 'PGY-1',
      siteId: 'Main campus',
      status: 'On military leave',
      studentId: '00012345',
      otherEmails: 'a@example.org; b@example.org',
      startDate: '2026-06-24',
    })
    expect(table(1).rows[0]).toMatchObject({ effort: 0.05, capacity: 0, coachType: 'Near-peer coach', siteId: null })
  })

  it('leaves out columns that hold nothing, but not a zero', () => {
    expect(table(0).columns.map((column) => column.header)).toEqual([
      'Last name',
      'First name',
      'Cohort',
      'Status',
      'Site',
      'E-mail',
      'Other e-mails',
      'Student ID',
      'Start date',
    ])
    expect(table(1).columns.map((column) => column.key)).toContain('capacity')
  })

  it('says for whom and as of when', () => {
    const about = model.sheets.find((sheet) => sheet.kind === 'facts')
    expect(about!.facts).toEqual(
      expect.arrayContaining([
        { label: 'As of', value: 'Nov 22, 2026' },
        { label: 'Audience', value: 'Dean' },
      ]),
    )
  })
})
