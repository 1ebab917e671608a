import { describe, expect, test } from 'vitest'
import type { CoachProcess } from '#shared/coaching/processSchema.ts'
import { coachYearKey } from '#shared/evaluation/protection/candidates.ts'
import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import { type Coaches, coachesSchema } from '#shared/evaluation/resultSchema.ts'
import { coachesOf } from '#shared/evaluation/results/coaches.ts'
import type { ScoredWave, WaveData } from '#shared/evaluation/scoring/scoredWave.ts'
import { type Audience, usualSharing } from '#shared/program/design/audiences.ts'
import { administration, response, shippedInstrument, wave } from '#test/evaluation/support/waves.ts'

const instrument = shippedInstrument('coachFeedback')
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [busy, quiet, silent] = [id(1), id(2), id(3)]
const process = {
  meetings: { required: 8, held: 9, missed: 1, learners: 8, learnersBelow: 2, wantedPercent: 80 },
  training: { required: 2, done: 1, missing: [{ name: 'Bias', why: 'lapsed', dueOn: null }] },
  observation: { required: 1, done: 0 },
} satisfies CoachProcess
const roster = [
  { appointmentId: busy, personId: id(11), name: 'Ana Busy', learners: 8, process },
  { appointmentId: quiet, personId: id(12), name: 'Bo Quiet', learners: 3, process },
  { appointmentId: silent, personId: id(13), name: 'Cy Silent', learners: 6, process },
]

const rating = (person: string | null, appointmentId: string, level: number): Response =>
  response(
    person,
    { rapport: level, questions: level, goalHelp: level, availability: level, safety: level },
    { appointmentId },
  )

const ratings = (coach: string, prefix: string, levels: readonly number[]) =>
  levels.map((level, at) => rating(`${prefix}${at}`, coach, level))

const feedbackWave = (
  year: number,
  responses: readonly Response[],
  identity: 'named' | 'anonymous' = 'named',
): ScoredWave =>
  wave(instrument, administration(`Spring ${year + 1}`, `${year + 1}-05-01`, { id: id(year), identity }), responses)

function coaches(
  waves: readonly ScoredWave[],
  {
    audience = 'programDirector',
    appointmentId,
    byCoaches = [],
  }: { audience?: Audience; appointmentId?: string; byCoaches?: WaveData[] } = {},
): Coaches {
  const feedback = waves.length > 0 ? new Evidence(waves, 5, []) : null
  const found = coachesOf({ feedback, byCoaches }, roster, 2025, { audience, sharing: usualSharing }, appointmentId)
  expect(coachesSchema.safeParse(found).error).toBeUndefined()
  return found
}

const thisYear = feedbackWave(2025, [
  ...ratings(busy, 'busy', [5, 4, 5, 4, 5, 4, 5, 4]),
  ...ratings(quiet, 'quiet', [2, 3, 3]),
  ...ratings(id(4), 'other', [3, 4, 3, 4, 3, 3]),
])

describe('feedback on coaches', () => {
  test('is a mean with its uncertainty where enough learners answered', () => {
    const [first] = coaches([thisYear]).coaches
    expect(first).toMatchObject({ name: 'Ana Busy', expected: 8, received: 8 })
    expect(first!.feedback).toMatchObject({ state: 'year', years: [2025], people: 8, mean: 4.5 })
    expect(first!.feedback.interval!.low).toBeLessThan(4.5)
    expect(first!.feedback.difference!.mean).toBeGreaterThan(1)
    expect(first!.feedback.statement.sentence).toContain('above that of the other coaches')
  })

  test('of three learners is received, without a mean or a count of who answered', () => {
    const found = coaches([thisYear]).coaches
    expect(found[1]).toMatchObject({
      expected: null,
      received: null,
      feedback: { state: 'received', mean: null, people: null },
    })
    expect(found[2]).toMatchObject({ expected: 6, received: 0, feedback: { state: 'notReceived', mean: null } })
  })

  test('says why there is no mean: too few ratings, none, or a smaller group that it would give away', () => {
    const [first, second] = coaches([
      feedbackWave(2025, [...ratings(busy, 'busy', [5, 4, 5, 4, 5, 4]), ...ratings(quiet, 'quiet', [2, 3, 3])]),
    ]).coaches
    expect(first).toMatchObject({ received: 6, feedback: { state: 'received', hidden: 'complement' } })
    expect(first!.feedback.statement.sentence).toContain('a smaller group could be worked out')
    expect(second!.feedback.hidden).toBe('small')
    expect(second!.feedback.statement.sentence).toContain('Fewer than 5 learners')
    const unrated = [0, 1, 2, 3, 4].map((at) => response(`busy${at}`, { keepCoach: 1 }, { appointmentId: busy }))
    const [third] = coaches([feedbackWave(2025, unrated)]).coaches
    expect(third!.feedback).toMatchObject({ state: 'received', hidden: null })
    expect(third!.feedback.statement.sentence).toContain('Nobody gave the ratings')
  })

  test('is pooled over years where different learners make up the minimum', () => {
    const lastYear = feedbackWave(2024, [
      ...ratings(quiet, 'earlier', [4, 4, 4]),
      ...ratings(busy, 'old', [4, 4, 4, 4, 4]),
    ])
    const found = coaches([lastYear, thisYear]).coaches[1]!
    expect(found.feedback).toMatchObject({ state: 'pooled', years: [2024, 2025], people: 6, mean: 20 / 6 })
    expect(found.feedback.trend.map(({ mean }) => mean)).toEqual([null, null])
  })

  test('is not pooled where the same three learners answered each year, named or not', () => {
    const again = feedbackWave(2024, [...ratings(quiet, 'quiet', [4, 4, 4]), ...ratings(busy, 'old', [4, 4, 4, 4, 4])])
    expect(coaches([again, thisYear]).coaches[1]!.feedback.state).toBe('received')
    const anonymous = [2024, 2025].map((year) =>
      feedbackWave(
        year,
        [2, 3, 4].map((level) => rating(null, quiet, level)),
        'anonymous',
      ),
    )
    expect(coaches(anonymous).coaches[1]!.feedback.state).toBe('received')
  })

  test('counts the learners who answered, however often they were asked in the year', () => {
    const autumn = feedbackWave(2025, ratings(busy, 'busy', [5, 4, 5, 4, 5, 4, 5]))
    const again = wave(
      instrument,
      administration('Summer', '2026-06-01', { id: id(2026) }),
      ratings(busy, 'busy', [5, 4, 5, 4, 5, 4, 5]),
    )
    expect(coaches([autumn, again]).coaches[0]).toMatchObject({ expected: 8, received: 7 })
  })

  test('is shown of every coach of a whole program whose learners are enough', () => {
    // 30 coaches of 6 learners in 4 levels and 2 sites, most of whom answered each of three waves.
    const learners = Array.from({ length: 180 }, (_, at) => ({
      person: `learner ${at}`,
      coach: id(100 + (at % 30)),
      place: { level: `MS${1 + (at % 4)}`, site: at % 7 < 4 ? 'North' : 'South' },
    }))
    const waves = [2023, 2024, 2025].map((year, wave) =>
      feedbackWave(
        year,
        learners
          .filter((_, at) => (at * 7 + wave) % 13 !== 0)
          .map(({ person, coach, place }, at) => ({ ...rating(person, coach, 1 + ((at * 31 + wave) % 5)), ...place })),
      ),
    )
    const evidence = new Evidence(waves, 5, [])
    const keys = learners.map(({ coach }) => coachYearKey(coach, 2025))
    const hidden = [...new Set(keys)].filter(
      (key) => evidence.people(evidence.members(key)) >= 5 && evidence.verdictOf('scale:overall', key) !== 'shown',
    )
    expect(hidden).toEqual([])
  })

  test('keeps the order of the roster, whoever is rated higher', () => {
    expect(coaches([thisYear]).coaches.map(({ name }) => name)).toEqual(['Ana Busy', 'Bo Quiet', 'Cy Silent'])
  })
})

describe('who sees coaches', () => {
  test('the dean sees counts and the program, and no coach', () => {
    expect(coaches([thisYear], { audience: 'dean' })).toMatchObject({
      named: false,
      coaches: [],
      counts: { coaches: 3, withFeedback: 2, shown: 1 },
      program: { n: 17 },
    })
  })

  test('a coach sees their own', () => {
    const own = coaches([thisYear], { audience: 'coach', appointmentId: busy })
    expect(own.coaches.map(({ name }) => name)).toEqual(['Ana Busy'])
    expect(coaches([thisYear], { audience: 'coach' }).coaches).toEqual([])
  })

  test('a learner sees nothing, not even how many coaches have feedback', () => {
    expect(coaches([thisYear], { audience: 'learner' })).toMatchObject({ coaches: [], program: null, counts: null })
  })
})

test('what coaches answered themselves counts: a self-assessment, and observers’ forms', () => {
  const self = wave(shippedInstrument('coachSelf'), administration('Before training', '2025-08-01'), [
    response(id(11), { process: 3 }),
  ])
  const observed = wave(shippedInstrument('observation'), administration('Round 1', '2026-01-15'), [
    response(id(12), { trust: 2 }, { appointmentId: busy }),
    response(id(13), { trust: 2 }, { appointmentId: busy }),
  ])
  const old = wave(shippedInstrument('observation'), administration('Old', '2024-01-15'), [
    response(id(12), { trust: 2 }, { appointmentId: quiet }),
  ])
  const found = coaches([], { byCoaches: [self, observed, old] })
  expect(found.coaches.map(({ selfAssessed, observations }) => [selfAssessed, observations])).toEqual([
    [true, 2],
    [false, 0],
    [false, 0],
  ])
  expect(found.counts).toMatchObject({ observed: 1, selfAssessed: 1, withFeedback: 0 })
  // Of three coaches, who knows their own could tell the others’.
  const dean = coaches([], { byCoaches: [self, observed], audience: 'dean' })
  expect(dean.counts).toMatchObject({ coaches: 3, observed: null, selfAssessed: null })
})

test('who answered about their own well-being is said of no coach', () => {
  const wellBeing = wave(shippedInstrument('burnoutItem'), administration('Coaches', '2025-10-01'), [
    response(id(11), { burnout: 4 }),
  ])
  const found = coaches([], { byCoaches: [wellBeing] })
  expect(found.coaches.map(({ selfAssessed }) => selfAssessed)).toEqual([false, false, false])
  expect(found.counts!.selfAssessed).toBe(0)
})

describe('what coaches did', () => {
  test('is told by name to whom question 8 gives participation by name, and to a coach of themselves', () => {
    const [first] = coaches([]).coaches
    expect(first).toMatchObject(process)
    expect(first!.process?.sentence).toBe(
      '9 meetings held, 1 missed; 6 of 8 learners met as often as required by now (program: 18 of 24). 1 of 2 modules done; missing: Bias (lapsed). Not observed this year; 1 is required.',
    )
    const own = coaches([], { audience: 'coach', appointmentId: quiet })
    expect(own.coaches.map(({ name, meetings }) => [name, meetings?.held])).toEqual([['Bo Quiet', 9]])
    // Of three coaches, who knows their own could tell the others’.
    expect(own.process).toBeNull()
    expect(own.coaches[0]!.process?.sentence).not.toContain('program')
  })

  test.each(['dean', 'accreditor', 'learner', 'competencyCommittee'] as const)(
    'is not told by name to a %s',
    (audience) => {
      const found = coaches([thisYear], { audience })
      expect(JSON.stringify([found.coaches, found.process])).not.toContain('learnersBelow')
    },
  )

  test('an observation that was recorded and its form are one', () => {
    const form = wave(shippedInstrument('observation'), administration('Round 1', '2026-01-15'), [
      response('peer', {}, { appointmentId: busy, state: 'counted' }),
    ])
    const found = coaches([], { byCoaches: [form] })
    expect(found.coaches.map(({ observation }) => observation?.done)).toEqual([1, 0, 0])
    expect(found.counts!.observed).toBe(1)
  })
})
