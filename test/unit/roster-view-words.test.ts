import { describe, expect, it } from 'vitest'
import { adviceOn } from '#renderer/features/roster/details.ts'
import { impliedByLevel } from '#renderer/features/roster/implied.ts'
import { coachesSummary, learnersSummary } from '#renderer/features/roster/summary.ts'
import { learnerTimeline, placesOf, placesSentence } from '#renderer/features/roster/timeline.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import type { CoachStatus, LearnerStatus, Person } from '#shared/roster/schema.ts'

const learners = (...statuses: LearnerStatus[]) =>
  statuses.map((status) => ({ ...blankLearner('2026-07-01'), status, coachId: 'c' }))
const coach = (status: CoachStatus, capacity: number | null) => ({ ...blankCoach('2026-07-01'), status, capacity })

describe('how a roster stands, in a sentence', () => {
  it('counts by status, the most first, and tells those who left apart', () => {
    expect(learnersSummary(learners('leave', 'active', 'active', 'offCycle', 'graduated', 'withdrawn'))).toBe(
      '4 learners: 2 active, 1 on leave, 1 off-cycle; 2 left',
    )
  })
  it('counts those who are here and have no coach', () => {
    const rows = learners('active', 'active', 'leave', 'graduated').map((row) => ({ ...row, coachId: null }))
    expect(learnersSummary([...rows, ...learners('active')])).toBe(
      '4 learners: 3 active, 1 on leave; 1 left; 2 without a coach',
    )
  })
  it('says how much room the coaches who are here have', () => {
    const rows = [coach('active', 8), coach('full', 2), coach('sabbatical', 5), coach('departed', 9)]
    expect(coachesSummary(rows)).toBe('3 coaches: 1 active, 1 full, 1 on sabbatical; 1 left; room for 10 learners')
  })
  it('says how much room is left beside the learners they have', () => {
    const rows = [
      { ...coach('active', 8), load: 6 },
      { ...coach('active', 4), load: 5 },
      { ...coach('sabbatical', 5), load: 1 },
    ]
    expect(coachesSummary(rows)).toBe('3 coaches: 2 active, 1 on sabbatical; 12 learners, room for 2 more')
  })
  it('says nothing of room that nobody wrote down, and nothing of nobody', () => {
    expect(coachesSummary([coach('active', null)])).toBe('1 coach: 1 active')
    expect(learnersSummary([])).toBe('0 learners')
  })
})

const person: Person = {
  ...blankLearner('2026-07-01'),
  id: 'p',
  degrees: '',
  department: '',
  specialty: '',
  enrolments: [
    {
      id: 'e',
      programId: 'school',
      programName: 'School of Medicine',
      cohort: 'Class of 2028',
      site: null,
      classYear: 2028,
      track: '',
      startDate: '2024-08-01',
      endDate: null,
      standings: [
        { fromOn: '2024-08-01', toOn: '2026-08-31', reason: '', status: 'active', level: 'M3' },
        { fromOn: '2026-09-01', toOn: '2027-06-30', reason: 'Parental', status: 'leave', level: 'M3' },
        { fromOn: '2027-07-01', toOn: null, reason: '', status: 'active', level: 'M4' },
      ],
    },
  ],
  appointments: [
    {
      id: 'a',
      programId: 'im',
      programName: 'Internal medicine',
      site: 'North',
      coachType: 'growth',
      startDate: null,
      endDate: '2030-06-30',
      standings: [{ fromOn: '2028-07-01', toOn: null, reason: '', status: 'active', capacity: 1, effort: 500 }],
    },
  ],
  staff: [],
  pairings: [],
}

describe("somebody's time in a program", () => {
  it('is told newest first, and says what holds now', () => {
    const items = learnerTimeline(person.enrolments[0]!, '2026-11-22')
    expect(items.map(({ when, label, dates, reason }) => [when, label, dates, reason])).toEqual([
      ['future', 'Active', 'From Jul 1, 2027', ''],
      ['now', 'On leave', 'Sep 1, 2026 to Jun 30, 2027', 'Parental'],
      ['past', 'Active', 'Aug 1, 2024 to Aug 31, 2026', ''],
    ])
  })
  it('covers every program, as learner and as coach', () => {
    const places = placesOf(person, '2026-11-22')
    expect(places.map(({ facts }) => facts)).toEqual([
      'Growth coach, North, until Jun 30, 2030',
      'Learner, Class of 2028, from Aug 1, 2024',
    ])
    expect(places[0]!.timeline[0]!.facts).toBe('Room for 1 learner, 0.05 FTE')
    expect(placesSentence(places)).toBe('Coach in Internal medicine; learner in School of Medicine')
    expect(placesSentence([])).toBe('In no program.')
  })
})

describe('what a level says of the rest', () => {
  const program = {
    kind: 'ume',
    year: 2026,
    cohorts: [{ id: '1', name: 'Class of 2028' }],
    sites: [],
  } as unknown as Program
  it('is the class year and its cohort in a school', () => {
    expect(impliedByLevel(program, 'third year')).toEqual({ classYear: '2028', cohortId: 'Class of 2028' })
    expect(impliedByLevel(program, 'G2')).toEqual({ track: 'MD/PhD' })
  })
  it('is the cohort of that year in a residency', () => {
    const residency = { ...program, kind: 'gme' as const, cohorts: [{ id: '1', name: 'PGY-2' }] }
    expect(impliedByLevel(residency, 'R2')).toEqual({ cohortId: 'PGY-2' })
  })
  it('is nothing where it is no level', () => {
    expect(impliedByLevel(program, 'soon')).toEqual({})
  })
})

describe('advice on an id that is kept', () => {
  it.each([
    ['npi', '1234567893', undefined],
    ['npi', '1234567890', 'The check digit does not fit'],
    ['npi', '123', 'An NPI has ten digits'],
    ['aamcId', '1234567', 'An AAMC ID has eight digits'],
    ['aamcId', null, undefined],
    ['studentId', '1', undefined],
  ])('%s %s', (key, value, advice) => {
    expect(adviceOn(key, value)).toBe(advice)
  })
})
