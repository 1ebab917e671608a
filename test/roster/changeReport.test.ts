import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/kernel/plainDate.ts'
import { coachChangesBetween, learnerChanges } from '#shared/roster/changeReport.ts'

const standing = (fromOn: string, status: 'active' | 'leave' | 'graduated', level: string, reason = '') => ({
  fromOn,
  toOn: null,
  status,
  level,
  reason,
})

const enrolment = {
  startDate: '2026-07-01',
  endDate: null,
  standings: [
    standing('2026-07-10', 'active', 'PGY-1'),
    standing('2026-10-05', 'leave', 'PGY-1', 'Parental'),
    standing('2027-01-04', 'active', 'PGY-1'),
    standing('2027-07-01', 'graduated', 'PGY-2'),
  ],
}

const pairing = (coachName: string, fromOn: string, toOn: string | null) => ({
  coachName,
  fromOn,
  toOn,
  startedWhy: '',
  endedWhy: toOn === null ? '' : 'Moved',
})

const short = (changes: ReturnType<typeof learnerChanges>) =>
  changes.map(({ on, what, before, after, why }) => [on, what, before, after, why])

describe('the change report', () => {
  test('says what became of a learner, from the day it holds', () => {
    const pairings = [pairing('Wu', '2026-08-01', '2026-11-30'), pairing('Lee', '2026-12-01', '2027-06-30')]
    expect(short(learnerChanges(enrolment, pairings, '2026-07-01', '2027-07-01'))).toEqual([
      ['2026-07-01', 'Joined', '', 'Active', ''],
      ['2026-08-01', 'Coach', '', 'Wu', ''],
      ['2026-10-05', 'Status', 'Active', 'On leave', 'Parental'],
      ['2026-12-01', 'Coach', 'Wu', 'Lee', 'Moved'],
      ['2027-01-04', 'Status', 'On leave', 'Active', ''],
      ['2027-07-01', 'Left', 'Active', 'Graduated', ''],
      ['2027-07-01', 'Level', 'PGY-1', 'PGY-2', ''],
      ['2027-07-01', 'Coach', 'Lee', '', 'Moved'],
    ])
  })

  test('says once that somebody left, by the status or the last day', () => {
    const ending = { ...enrolment, standings: enrolment.standings.slice(0, 1), endDate: '2026-12-31' }
    expect(short(learnerChanges(ending, [], '2026-08-01', '2027-12-31'))).toEqual([
      ['2027-01-01', 'Left', 'Active', '', ''],
    ])
    const gone = { ...enrolment, endDate: '2027-06-30' }
    const left = learnerChanges(gone, [], '2027-02-01', '2027-12-31').filter(({ what }) => what === 'Left')
    expect(left.map(({ on }) => on)).toEqual(['2027-07-01'])
  })

  test('says what became of a coach', () => {
    const appointment = {
      startDate: null,
      endDate: null,
      standings: [
        { fromOn: '2026-07-01', toOn: null, status: 'active' as const, capacity: 6, effort: 500, reason: '' },
        { fromOn: '2026-09-01', toOn: null, status: 'active' as const, capacity: 8, effort: 1000, reason: 'More time' },
      ],
    }
    expect(short(coachChangesBetween(appointment, '2026-07-02', '2026-12-31'))).toEqual([
      ['2026-09-01', 'Capacity', '6', '8', 'More time'],
      ['2026-09-01', 'Effort', '0.05', '0.10', 'More time'],
    ])
  })

  test('of two periods that meet is that of the whole', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((offset) => addDays('2026-06-01', offset))
    const paired = fc.tuple(fc.constantFrom('Wu', 'Lee'), day, fc.option(fc.integer({ min: 0, max: 90 })))
    fc.assert(
      fc.property(fc.array(paired, { maxLength: 5 }), day, (list, middle) => {
        const pairings = list.map(([name, from, days]) =>
          pairing(name, from, days === null ? null : addDays(from, days)),
        )
        const between = (from: string, to: string) => learnerChanges(enrolment, pairings, from, to)
        expect([...between('2026-01-01', middle), ...between(addDays(middle, 1), '2029-01-01')]).toEqual(
          between('2026-01-01', '2029-01-01'),
        )
      }),
    )
  })
})
