import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonDays, countDays, type Days, presentDays } from '#shared/coaching/days.ts'
import { type CoachFacts, meetingsDue, processOf, type ProcessRules, programProcess } from '#shared/coaching/process.ts'
import { processSentence } from '#shared/coaching/processStatement.ts'
import { addDays } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, academicYearStart } from '#shared/program/academicYear.ts'
import { termsOf } from '#shared/program/terms.ts'

const year = 2026
const whole: Days = { from: academicYearStart(year), to: academicYearEnd(year) }
const twice = { termsPerYear: 2, meetingsPerTerm: 2 }

describe('terms', () => {
  test('are whole months that make up the year', () => {
    expect(termsOf(2026, 2)).toEqual([
      { number: 1, from: '2026-07-01', to: '2026-12-31' },
      { number: 2, from: '2027-01-01', to: '2027-06-30' },
    ])
    for (let terms = 1; terms <= 12; terms += 1) {
      const all = termsOf(2027, terms)
      expect([all[0]!.from, all.at(-1)!.to]).toEqual(['2027-07-01', '2028-06-30'])
      expect(all.slice(1).map(({ from }) => from)).toEqual(all.slice(0, -1).map(({ to }) => addDays(to, 1)))
    }
  })
})

describe('meetings that are due', () => {
  test.each([
    ['of a whole year', [whole], whole.to, 4],
    ['of a term that is half over', [whole], '2026-09-30', 1],
    ['of a pair since August at the end of its first term', [{ from: '2026-08-06', to: whole.to }], '2026-12-31', 2],
    ['of the same while the term runs', [{ from: '2026-08-06', to: whole.to }], '2026-11-22', 1],
    ['of a pair since December', [{ from: '2026-12-01', to: whole.to }], '2026-12-31', 0],
    [
      'around a leave of a term',
      [
        { from: whole.from, to: '2026-12-31' },
        { from: '2027-06-20', to: whole.to },
      ],
      whole.to,
      2,
    ],
    ['of nobody', [], whole.to, 0],
  ])('%s', (_, days, until, expected) => {
    expect(meetingsDue(days, twice, { year, until })).toBe(expected)
  })

  const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays(whole.from, at))
  const span = fc.tuple(day, day).map(([a, b]): Days => (a < b ? { from: a, to: b } : { from: b, to: a }))
  const rules = fc.record({ termsPerYear: fc.integer({ min: 1, max: 12 }), meetingsPerTerm: fc.nat({ max: 60 }) })

  test('never shrink as time passes or days are added, and never are more than the design asks', () => {
    fc.assert(
      fc.property(rules, span, day, day, (asked, days, one, other) => {
        const due = (until: string, among: readonly Days[] = [days]) => meetingsDue(among, asked, { year, until })
        const [sooner, later] = one < other ? [one, other] : [other, one]
        expect(due(sooner)).toBeLessThanOrEqual(due(later))
        expect(due(later)).toBeLessThanOrEqual(due(later, [whole]))
        expect(due(whole.to, [whole])).toBe(asked.termsPerYear * asked.meetingsPerTerm)
      }),
    )
  })

  test('common days are in both lists, each once', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const both = commonDays([a], [b])
        const days = (of: Days) => new Set(Array.from({ length: countDays([of]) }, (_, at) => addDays(of.from, at)))
        const inB = days(b)
        expect(countDays(both)).toBe([...days(a)].filter((day) => inB.has(day)).length)
        expect(commonDays([b], [a])).toEqual(both)
      }),
    )
  })
})

test('who is away takes no part, what is known first held before, and what is known last goes on', () => {
  const standings = [
    { fromOn: '2026-07-15', toOn: '2026-09-30', isHere: true },
    { fromOn: '2026-10-01', toOn: '2026-12-31', isHere: false },
    { fromOn: '2027-01-01', toOn: null, isHere: true },
  ]
  const place = { startsOn: '2026-07-01', endsOn: '2027-05-31' }
  expect(presentDays(standings, ({ isHere }) => isHere, place)).toEqual([
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2027-01-01', to: '2027-05-31' },
  ])
  expect(presentDays([], () => false, place)).toEqual([{ from: '2026-07-01', to: '2027-05-31' }])
})

const rules: ProcessRules = {
  ...twice,
  wantedPercent: 80,
  observationsPerYear: 1,
  modules: [
    { id: 'basics', name: 'Basics', requiredFor: ['coach'], renewMonths: null, dueOn: null },
    { id: 'bias', name: 'Bias', requiredFor: ['coach', 'leadCoach'], renewMonths: 12, dueOn: null },
    { id: 'spring', name: 'Spring', requiredFor: ['coach'], renewMonths: null, dueOn: '2027-04-01' },
    { id: 'lead', name: 'Leading', requiredFor: ['leadCoach'], renewMonths: null, dueOn: null },
  ],
}
const blank: CoachFacts = {
  roles: ['coach'],
  days: [whole],
  pairs: [],
  meetings: [],
  completions: [],
  observations: [],
}
const now = { year, until: '2026-11-22' }

describe('training', () => {
  test('is what the roles of a coach require: done, lapsed, never done, or not due yet', () => {
    const completions = [
      { moduleId: 'bias', on: '2025-11-22' },
      { moduleId: 'basics', on: '2024-01-10' },
      { moduleId: 'gone', on: '2024-01-10' },
    ]
    expect(processOf({ ...blank, completions }, rules, now).training).toEqual({
      required: 3,
      done: 1,
      missing: [{ name: 'Bias', why: 'lapsed', dueOn: null }],
    })
    // The last day of the twelve months still counts.
    expect(processOf({ ...blank, completions }, rules, { year, until: '2026-11-21' }).training.missing).toEqual([])
    const lead = processOf({ ...blank, roles: ['coach', 'leadCoach'] }, rules, now).training
    expect(lead.missing.map(({ name }) => name)).toEqual(['Basics', 'Bias', 'Leading'])
  })
})

describe('a coach', () => {
  const pairs = ['ruiz', 'chen'].map((learnerId) => ({ learnerId, days: [whole] }))
  const held = (learnerId: string, on: string) => ({ learnerId, on, outcome: 'held' as const })

  test('is told by learners with enough meetings, not by a sum that one learner could make up', () => {
    const meetings = [held('ruiz', '2026-08-01'), held('ruiz', '2026-09-01'), held('ruiz', '2026-10-01')]
    expect(processOf({ ...blank, pairs, meetings }, rules, now).meetings).toMatchObject({
      required: 2,
      held: 3,
      learners: 2,
      learnersBelow: 1,
    })
  })

  test('is asked nothing that the design does not say', () => {
    const open = { ...rules, meetingsPerTerm: null, observationsPerYear: null, modules: [] }
    const process = processOf({ ...blank, pairs, meetings: [held('ruiz', '2026-08-01')] }, open, now)
    expect(process).toEqual({
      meetings: { required: null, held: 1, missed: 0, learners: 0, learnersBelow: null, wantedPercent: 80 },
      training: { required: null, done: 0, missing: [] },
      observation: { required: null, done: 0 },
    })
    expect(programProcess([process])).toMatchObject({ trained: null, observed: null })
    expect(processSentence(process, programProcess([process]))).toBe(
      '1 meeting held; question 3 does not say how many are required. Question 7 names no modules. Not observed; question 7 does not say how often.',
    )
  })

  test('of last year is not this year’s, and who came late need not be observed', () => {
    const late = { from: '2027-03-01', to: whole.to }
    const meetings = [held('ruiz', '2026-06-30'), { ...held('ruiz', '2026-07-01'), outcome: 'missed' as const }]
    const process = processOf(
      { ...blank, days: [late], pairs, meetings, observations: [{ on: '2026-06-01' }] },
      rules,
      now,
    )
    expect(process.meetings).toMatchObject({ held: 0, missed: 1 })
    expect(process.observation).toEqual({ required: 0, done: 0 })
  })
})

test('a program is the sum of its coaches', () => {
  const one = processOf({ ...blank, pairs: [{ learnerId: 'ruiz', days: [whole] }] }, rules, now)
  const other = processOf({ ...blank, observations: [{ on: '2026-10-01' }] }, rules, now)
  expect(programProcess([one, other])).toEqual({
    coaches: 2,
    meetings: { required: 1, held: 0, missed: 0, learners: 1, learnersBelow: 1, wantedPercent: 80 },
    trained: 0,
    observed: 1,
  })
})
