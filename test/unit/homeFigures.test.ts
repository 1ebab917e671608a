import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headline, homeFigures } from '#renderer/features/home/homeFigures.ts'
import { type Conditions, named, rosterSearchFor, withCoachOf } from '#renderer/features/home/peopleFilter.ts'
import { readQuery } from '#renderer/features/roster/views.ts'
import { type GridValue } from '#renderer/ui/grid/gridTypes.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import { type Coach, coachStatuses, type Learner, learnerStatuses } from '#shared/roster/schema.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

const first = '0199f000-0000-7000-8000-000000000001'
const second = '0199f000-0000-7000-8000-000000000002'

const program: Program = {
  id: '0199f000-0000-7000-8000-000000000000',
  revision: 1,
  name: 'MD class coaching',
  kind: 'ume',
  institution: '',
  year: 2026,
  cohorts: [
    { id: first, name: 'Class of 2027' },
    { id: second, name: 'Class of 2028' },
  ],
  sites: [],
  learners: 0,
  coaches: 0,
  archivedOn: null,
}

let made = 0
const someone = () => ({
  id: `row ${++made}`,
  personId: `person ${made}`,
  lastName: `Last${made}`,
  firstName: 'First',
  email: `p${made}@example.edu`,
})

const learner = (set: Partial<Learner> = {}): Learner => ({
  ...blankLearner('2026-07-01'),
  ...someone(),
  classYear: 2027,
  level: 'M4',
  cohortId: first,
  ...set,
})

const coach = (set: Partial<Coach> = {}): Coach => ({
  ...blankCoach('2026-07-01'),
  ...someone(),
  degrees: 'MD',
  department: 'Medicine',
  specialty: '',
  coachType: 'growth',
  capacity: 8,
  effort: null,
  status: 'active',
  ...set,
})

const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make)

describe('homeFigures', () => {
  it('says how things stand in one sentence', () => {
    const figures = homeFigures(program, many(240, learner), many(30, coach))
    expect(headline(figures)).toBe('240 learners, 30 coaches')
  })

  it('names the coaches who are active, where some are away', () => {
    const learners = [...many(9, learner), learner({ status: 'leave' })]
    const coaches = [...many(2, coach), coach({ status: 'sabbatical' })]
    expect(headline(homeFigures(program, learners, coaches))).toBe('10 learners, 2 active coaches')
    expect(headline(homeFigures(program, [learner()], []))).toBe('1 learner, 0 coaches')
  })

  it('leaves those who are gone out of every other figure', () => {
    const figures = homeFigures(program, [learner(), learner({ status: 'graduated' })], [coach({ status: 'retired' })])
    expect([figures.learners.count, figures.gone.count, figures.total.total.count]).toEqual([1, 1, 1])
    expect(figures.coaches.count).toBe(0)
    expect(figures.columns.map(({ status }) => status)).toEqual(['active'])
  })

  it('lists each cohort in its order, empty ones too, and those without one last', () => {
    const { cohorts } = homeFigures(program, [learner({ cohortId: null }), learner(), learner({ status: 'leave' })], [])
    expect(cohorts.map(({ name, total, cells }) => [name, total.count, cells.map(({ count }) => count)])).toEqual([
      ['Class of 2027', 2, [1, 1]],
      ['Class of 2028', 0, [0, 0]],
      ['No cohort', 1, [1, 0]],
    ])
  })

  it('measures capacity against the learners here, and names the coaches it does not know of', () => {
    const coaches = [coach({ capacity: 5 }), coach({ capacity: null }), coach({ capacity: 9, status: 'leave' })]
    const { capacity } = homeFigures(program, [...many(7, learner), learner({ status: 'leave' })], coaches)
    expect(capacity).toMatchObject({ places: 5, spare: -2, unknown: { count: 1 } })
    expect(homeFigures(program, [learner()], [coach({ capacity: null })]).capacity).toBeNull()
  })

  it('lists who is away, the longest first, coaches too', () => {
    const { awayPeople } = homeFigures(
      program,
      [
        learner({ status: 'research', statusFrom: '2026-08-01', preferredName: 'Ana', lastName: 'Ruiz' }),
        learner({ status: 'leave', statusFrom: '2026-01-05', cohortId: null }),
      ],
      [coach({ status: 'paused', statusFrom: '2026-03-01' })],
    )
    expect(awayPeople.map(({ since, place, status }) => [since, place, status])).toEqual([
      ['2026-01-05', 'M4', 'On leave'],
      ['2026-03-01', 'Coach', 'Paused'],
      ['2026-08-01', 'Class of 2027', 'Research year'],
    ])
    expect(awayPeople[2]?.name).toBe('Ana Ruiz')
  })

  it('names what is missing, and nothing where nothing is', () => {
    expect(homeFigures(program, [learner()], [coach()]).gaps).toEqual([])
    const { gaps } = homeFigures(program, [learner({ email: '', cohortId: null })], [coach({ capacity: null })])
    expect(gaps.map(({ words }) => words)).toEqual([
      '1 learner without an e-mail address',
      '1 learner without a cohort',
      '1 coach without a capacity',
    ])
  })
})

describe('the people behind a number', () => {
  const anyLearner = fc
    .record({
      status: fc.constantFrom(...learnerStatuses),
      cohortId: fc.constantFrom(first, second, null),
      email: fc.constantFrom('', 'a@example.edu'),
    })
    .map(learner)
  const anyCoach = fc
    .record({
      status: fc.constantFrom(...coachStatuses),
      capacity: fc.constantFrom(null, 4, 8),
      email: fc.constantFrom('', 'a@b.edu'),
    })
    .map(coach)

  it('are as many as the number says, for every number', () => {
    fc.assert(
      fc.property(
        fc.array(anyLearner, { maxLength: 40 }),
        fc.array(anyCoach, { maxLength: 20 }),
        (learners, coaches) => {
          const figures = homeFigures(program, learners, coaches)
          const rows = [...figures.cohorts, figures.total]
          const ofLearners = [figures.learners, figures.present, figures.away, figures.gone]
          for (const { count, conditions } of [...ofLearners, ...rows.flatMap(({ cells, total }) => [...cells, total])])
            expect(behind(conditions, learners)).toBe(count)
          const ofCoaches = [
            figures.coaches,
            figures.activeCoaches,
            figures.awayCoaches,
            ...(figures.capacity ? [figures.capacity.unknown] : []),
          ]
          for (const { count, conditions } of ofCoaches) expect(behind(conditions, coaches)).toBe(count)
          for (const { who, count, conditions } of figures.gaps)
            expect(behind(conditions, who === 'learners' ? learners : coaches)).toBe(count)
        },
      ),
    )
  })

  it('add up: here and away are enrolled, and the cohorts hold them all', () => {
    fc.assert(
      fc.property(fc.array(anyLearner, { maxLength: 40 }), (learners) => {
        const { learners: enrolled, present, away, gone, cohorts, total } = homeFigures(program, learners, [])
        expect(present.count + away.count).toBe(enrolled.count)
        expect(enrolled.count + gone.count).toBe(learners.length)
        expect(cohorts.reduce((sum, { total }) => sum + total.count, 0)).toBe(total.total.count)
        expect(total.cells.reduce((sum, { count }) => sum + count, 0)).toBe(enrolled.count)
      }),
    )
  })

  it('reach the roster page through the address', () => {
    const { present } = homeFigures(program, [learner()], [coach()])
    const { filters } = readQuery(rosterSearchFor(present.conditions))
    expect(filters).toEqual(present.conditions)
    expect(learnerStatuses.filter((status) => learnerPresence(status) === 'present')).toEqual(
      filters['status']?.kind === 'choices' ? filters['status'].values : null,
    )
    expect(coachPresence('full')).toBe('present')
  })
})

/** How many rows pass the filters, worked out the plain way. */
function behind(conditions: Conditions, people: readonly (Learner | Coach)[]): number {
  return people.filter((person) =>
    Object.entries(conditions).every(([key, filter]) => {
      const value = (person as unknown as Record<string, GridValue>)[key] ?? null
      if (filter.kind === 'blank') return (value === null || value === '') === filter.isBlank
      return filter.kind === 'choices' && filter.values.includes(value)
    }),
  ).length
}

describe('several people', () => {
  it('are found again by their names', () => {
    const faculty = ['Ames', 'Bell', 'Cole'].map((lastName) => coach({ personId: lastName, lastName }))
    expect(behind(named(faculty, ['Ames', 'Cole']), faculty)).toBe(2)
  })

  it('whose coach left are found by that coach', () => {
    const class2 = ['Wu', 'Wu', 'Ortiz'].map((coachName, index) => learner({ personId: `${index}`, coachName }))
    expect(behind(withCoachOf(class2, ['0']), class2)).toBe(2)
  })
})
