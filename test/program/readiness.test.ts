import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankDesign, type Design, questions } from '#shared/program/design/design.ts'
import { readinessOf } from '#shared/program/design/readiness.ts'
import { coachesNeeded } from '#shared/program/rosterFacts.ts'
import { today, nobody, designWith, goal } from '#test/program/support.ts'

describe('readiness', () => {
  const findings = (design: Design, facts = nobody, kind: 'ume' | 'gme' = 'gme') =>
    readinessOf(design, kind, facts, today).findings.map(
      ({ question, field, message }) => `${question}.${field}: ${message}`,
    )

  test('a blank design is open, and contradicts nothing', () => {
    const { answered, questions: states, findings: found } = readinessOf(blankDesign(), 'ume', nobody, today)
    expect(answered).toBe(0)
    expect(states.map(({ state }) => state)).toEqual(questions.map(() => 'open'))
    expect(found).toEqual([])
  })

  test('what is missing is named, and open points past their date are counted', () => {
    const design = designWith({ structure: { participation: 'elective' } })
    const point = { id: 'o', text: 'Who pays', owner: '', closedOn: null }
    design.structure.openPoints = [
      { ...point, due: '2026-11-21' },
      { ...point, due: today },
      { ...point, due: '2026-01-01', closedOn: '2026-01-02' },
    ]
    const structure = readinessOf(design, 'ume', nobody, today).questions[2]!
    expect(structure).toMatchObject({ state: 'partly', openPoints: 2, late: 1 })
    expect(structure.missing.map(({ field }) => field)).toContain('learnersPerCoach')
    expect(structure.missing.map(({ field }) => field)).not.toContain('participation')
  })

  test.each([
    [
      'elective for all',
      { structure: { participation: 'elective', coveragePercent: 100 } },
      'structure.coveragePercent',
    ],
    [
      'mandatory for some',
      { structure: { participation: 'mandatory', coveragePercent: 90 } },
      'structure.coveragePercent',
    ],
    [
      'a level over the ratio',
      { structure: { learnersPerCoach: 4, levels: [{ id: 'l', level: 'M1', learnersPerCoach: 5 }] } },
      'structure.levels',
    ],
    [
      'a window without changes',
      { structure: { changePolicy: 'never', changeOpensOn: today } },
      'structure.changePolicy',
    ],
    ['a share of no meetings', { assessment: { requiredSharePercent: 80 } }, 'structure.meetingsPerTerm'],
    ['volunteers with effort', { staffing: { payModel: 'volunteer', coachEffort: 500 } }, 'staffing.payModel'],
    [
      'a panel without learners',
      { recruitment: { learnersOnPanel: true, panel: [{ id: 'p', name: 'Dean', kind: 'staff' }] } },
      'recruitment.panel',
    ],
    ['groups under the minimum', { assessment: { smallestGroup: 4, minimumRatings: 5 } }, 'assessment.smallestGroup'],
    ['a goal without a measure', { goals: { goals: [goal({ measure: '' })] } }, 'goals.goals.0.measure'],
    [
      'a goal before the program',
      { goals: { goals: [goal({ target: 1, due: '2025-01-01' })] }, structure: { startsOn: '2026-07-01' } },
      'goals.goals.0.due',
    ],
  ])('%s', (_, choices, at) => {
    expect(findings(designWith(choices)).map((found) => found.split(':')[0])).toContain(at)
  })

  test('the last day of a program of a year is the day before it began, a year later', () => {
    const program = { startsOn: '2026-07-01', lengthMonths: 36, changePolicy: 'onRequest' }
    const found = (endsOn: string, due: string, changeClosesOn: string) =>
      findings(
        designWith({
          structure: { ...program, changeClosesOn },
          staffing: { funding: [{ id: 'f', source: 'Grant', endsOn }] },
          goals: { goals: [goal({ target: 1, due })] },
        }),
      )
    expect(found('2029-06-30', '2029-06-30', '2029-06-30')).toEqual([])
    expect(found('2029-06-29', '2029-07-01', '2029-07-01')).toEqual([
      expect.stringContaining('goals.goals.0.due: “Meet” is dated Jul 1, 2029, after those who start'),
      expect.stringContaining('structure.changeClosesOn: The end of the window for changes is dated Jul 1, 2029'),
      expect.stringContaining('staffing.funding: Grant ends on Jun 29, 2029'),
    ])
  })

  test('the ratio is held against the roster', () => {
    const facts = { ...nobody, learners: 240, coaches: 28 }
    expect(findings(designWith({ structure: { learnersPerCoach: 7 } }), facts)).toEqual([
      'structure.learnersPerCoach: The ratio needs 35 coaches for 240 learners, 28 are active.',
    ])
    expect(findings(designWith({ structure: { learnersPerCoach: 9 } }), facts)).toEqual([])
  })

  test('a group too small for its results is named where learners are asked', () => {
    const facts = {
      ...nobody,
      groups: [
        { name: 'North', learners: 4 },
        { name: 'Main', learners: 5 },
      ],
    }
    const asked = (respondents: string) =>
      designWith({ assessment: { instruments: [{ id: 'i', name: 'Log', respondents, waves: [] }] } })
    expect(findings(asked('learners'), facts)).toEqual([expect.stringContaining('North (4) has fewer than 5 learners')])
    expect(findings(asked('coaches'), facts)).toEqual([])
  })
})

test('coaches needed: never too few, never one more than needed, and the tightest limit decides', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 200 }), (learners, ratio) => {
      const needed = coachesNeeded({ learners, levels: [] }, ratio)!
      return needed * ratio >= learners && (needed - 1) * ratio < Math.max(learners, 1)
    }),
  )
  const levels = [{ level: 'M1', learners: 59 }]
  expect(coachesNeeded({ learners: 240, levels }, 12, [{ level: 'm1', learnersPerCoach: 2 }])).toBe(30)
  expect(coachesNeeded({ learners: 240, levels }, null)).toBeNull()
})
