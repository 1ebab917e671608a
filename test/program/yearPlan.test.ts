import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { addMonths } from '#shared/program/academicYear.ts'
import { alertsOn, headlinesOf } from '#shared/program/calendar/alerts.ts'
import { phasesOfYear, tasksOfYear } from '#shared/program/calendar/tasks.ts'
import { blankDesign, type Design } from '#shared/program/design/design.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { today, nobody, ids, designWith } from '#test/program/support.ts'

describe('the year', () => {
  const none = new Map<string, { at: string; by: string }>()

  test('every task and phase lies in the year, in order of its date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.constantFrom('ume' as const, 'gme' as const),
        (year, kind) => {
          const tasks = tasksOfYear(blankDesign(), kind, year, today, none)
          const inYear = (date: string) => date >= `${year}-07-01` && date <= `${year + 1}-06-30`
          expect(tasks.every(({ from, due }) => inYear(from) && inYear(due) && from <= due)).toBe(true)
          expect(tasks.map(({ due }) => due)).toEqual(tasks.map(({ due }) => due).toSorted())
          expect(phasesOfYear(kind, year).every(({ from, to }) => inYear(from) && inYear(to) && from < to)).toBe(true)
          expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length)
        },
      ),
    )
  })

  test('a program’s own dates move the tasks; what it decided against is left out', () => {
    const design = designWith({
      buyIn: { orientationOn: '2026-08-06', expectationSurvey: false },
      structure: { meetingsPerTerm: 2, termsPerYear: 4 },
    })
    const tasks = tasksOfYear(design, 'ume', 2026, today, none)
    expect(tasks.find(({ key }) => key === 'orientation')).toMatchObject({ due: '2026-08-06', status: 'late' })
    expect(tasks.map(({ key }) => key)).not.toContain('expectationSurvey')
    const meetings = tasks.filter(({ key }) => key.startsWith('meetings.'))
    expect(meetings.map(({ due }) => due)).toEqual(['2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30'])
    expect(meetings.map(({ status }) => status)).toEqual(['late', 'due', 'later', 'later'])
  })

  test('a program that begins in the course of the year opens then, and is late with nothing before', () => {
    const lateKeys = (design: Design) =>
      tasksOfYear(design, 'ume', 2026, today, none)
        .filter(({ status }) => status === 'late')
        .map(({ key }) => key)
    expect(lateKeys(blankDesign())).toEqual([])
    expect(lateKeys(designWith({ structure: { startsOn: '2026-08-01' } }))).toEqual([
      'orientation',
      'expectationSurvey',
      'firstMeetings',
      'neverMet',
    ])
    const january = designWith({ structure: { startsOn: '2027-01-04' } })
    expect(lateKeys(january)).toEqual([])
    const due = new Map(tasksOfYear(january, 'ume', 2026, today, none).map((task) => [task.key, task.due]))
    // 156 days after August 1, and so is everything that opens the year.
    expect(due.get('orientation')).toBe('2027-01-23')
    expect(due.get('neverMet')).toBe('2027-04-05')
    // Beginning in June, the pairs that never met are a matter of the next year.
    const june = tasksOfYear(designWith({ structure: { startsOn: '2027-06-01' } }), 'ume', 2026, today, none)
    expect(june.map(({ key }) => key)).not.toContain('neverMet')
  })

  test('an open point of an earlier year is late until it is closed, and in the year of today only', () => {
    const design = blankDesign()
    const point = { id: 'o', text: 'Who pays', owner: '', due: '2026-06-15', closedOn: null }
    design.staffing.openPoints = [point, { ...point, id: 'closed', closedOn: '2026-07-20' }]
    const keys = (year: number, asked: Design = design) =>
      tasksOfYear(asked, 'gme', year, today, none)
        .filter(({ key }) => key.startsWith('openPoint.'))
        .map(({ key, status }) => `${key} ${status}`)
    expect(keys(2026)).toEqual(['openPoint.o late'])
    expect(keys(2025)).toEqual(['openPoint.o late'])
    expect(keys(2027)).toEqual([])
    design.staffing.openPoints = [{ ...point, due: '2024-06-15' }]
    expect(keys(2025)).toEqual([])
  })

  test('a second contact with the same person is not done with the first', () => {
    const keyOf = (nextContact: string) =>
      tasksOfYear(
        designWith({ stakeholders: { stakeholders: [{ id: 's', name: 'Ruiz', nextContact }] } }),
        'gme',
        2026,
        today,
        none,
      ).find(({ title }) => title === 'Contact Ruiz')!.key
    expect(keyOf('2026-09-01')).not.toBe(keyOf('2027-02-01'))
  })

  test('a task done stays done whatever its date', () => {
    const done = new Map([['orientation', { at: '2026-08-01T00:00:00.000Z', by: 'Dana' }]])
    const task = tasksOfYear(blankDesign(), 'gme', 2026, today, done).find(({ key }) => key === 'orientation')
    expect(task).toMatchObject({ status: 'done', done: { by: 'Dana' } })
  })

  test('alerts say what needs somebody, and not more', () => {
    const roster = { ...nobody, learners: 10, paired: 8, unpaired: ids(2), overCapacity: ids(1), coaches: 2 }
    const facts = { roster, lastBackupOn: '2026-11-10', wrong: 0, year: 2026, waves: [], licences: [] }
    const keys = (design: Design, over = {}) =>
      alertsOn(today, { ...facts, ...over }, settingsOf(design)).map(({ key, count }) => `${key} ${count}`)
    expect(keys(blankDesign())).toEqual(['unpaired 2', 'overCapacity 1', 'backupOld 12'])
    expect(keys(designWith({ structure: { participation: 'elective' } }))).toEqual(['overCapacity 1', 'backupOld 12'])
    expect(keys(blankDesign(), { roster: nobody, lastBackupOn: null, wrong: 3 })).toEqual(['findings 3', 'noBackup 0'])
    expect(keys(blankDesign(), { roster: nobody, lastBackupOn: '2026-11-15' })).toEqual([])
  })

  test('100 % is said only of everybody', () => {
    const design = designWith({ structure: { participation: 'mandatory', learnersPerCoach: 8 } })
    const roster = { ...nobody, learners: 241, paired: 239, unpaired: ids(1), coaches: 31 }
    expect(headlinesOf(roster, settingsOf(design)).map(({ value, tone }) => `${value} ${tone}`)).toEqual([
      '99 % short',
      '1:7.8 good',
      '31 good',
    ])
    expect(headlinesOf(nobody, settingsOf(design))[0]).toMatchObject({ value: 'no data', tone: 'unknown' })
  })
})

test('months are added as a calendar does', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2026-08-03', 48)).toBe('2030-08-03')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (months) =>
      formatDate(addMonths('2026-07-01', months)).includes(' 1, '),
    ),
  )
})
