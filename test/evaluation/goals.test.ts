import { describe, expect, test } from 'vitest'
import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { type GoalResult, goalsSchema } from '#shared/evaluation/resultSchema.ts'
import { goalsOf } from '#shared/evaluation/results/goals.ts'
import { type Audience, usualSharing } from '#shared/program/design/audiences.ts'
import { type Goal, goalSchema } from '#shared/program/design/goals.ts'
import { administration, response, shippedInstrument, wave } from '#test/evaluation/support/waves.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

function evidence(key: string, item: string, waves: readonly (readonly number[])[]): Evidence {
  const instrument = shippedInstrument(key)
  return new Evidence(
    waves.map((levels, at) =>
      wave(
        instrument,
        administration(`Wave ${at + 1}`, `202${5 + at}-05-01`, { id: id(at + 1) }),
        levels.map((level, person) => response(`p${person}`, { [item]: level })),
      ),
    ),
    5,
    [],
  )
}

const burnout = evidence('burnoutItem', 'burnout', [
  [4, 4, 3, 2, 4],
  [3, 2, 2, 2, 2],
])

const goal = (more: Partial<Goal>): Goal =>
  goalSchema.parse({
    id: id(9),
    statement: 'Fewer learners are burned out',
    need: 'wellBeing',
    measure: 'Share burned out',
    instrument: 'Single-item burnout',
    unit: '%',
    direction: 'lower',
    target: 40,
    ...more,
  })

function result(one: Goal, audience: Audience = 'dean', evidences: readonly Evidence[] = [burnout]): GoalResult {
  const found = goalsOf([one], evidences, { audience, sharing: usualSharing })
  expect(goalsSchema.safeParse(found).error).toBeUndefined()
  return found.goals[0]!
}

describe('a goal', () => {
  test('is met by the latest wave, from the baseline of the first', () => {
    expect(result(goal({}))).toMatchObject({ status: 'met', baseline: 80, actual: 20 })
    expect(result(goal({})).evidence).toBe(
      'Single-item burnout: Burnout level: Burned out, percent of people; Wave 2, 5 answers.',
    )
  })

  test('is not met over its target', () => {
    expect(result(goal({ target: 10 })).status).toBe('notMet')
  })

  test('to hold a figure keeps it from getting worse, whichever way that is', () => {
    const held = (target: number, more: Partial<Goal> = {}, evidences = [burnout]) => {
      const { status, evidence: words } = result(goal({ direction: 'hold', target, ...more }), 'dean', evidences)
      return [status, words.match(/at (?:most|least)/)?.[0]]
    }
    expect(held(30)).toEqual(['met', 'at most'])
    expect(held(10)).toEqual(['notMet', 'at most'])
    expect(held(2.5, { unit: 'points', measure: 'Burnout level' })).toEqual(['met', 'at most'])
    const rating = { instrument: 'Learner feedback on the coach', measure: 'I can speak openly with my coach.' }
    const feedback = [evidence('coachFeedback', 'safety', [[5, 4, 4, 3, 5]])]
    expect(held(75, rating, feedback)).toEqual(['met', 'at least'])
    expect(held(85, rating, feedback)).toEqual(['notMet', 'at least'])
    expect(held(4, { ...rating, unit: 'points of 5' }, feedback)).toEqual(['met', 'at least'])
  })

  test('keeps the baseline it states', () => {
    expect(result(goal({ baseline: 55 })).baseline).toBe(55)
  })

  test('in points is held to the mean', () => {
    expect(result(goal({ unit: 'points of 5', measure: 'Burnout level', target: 2.5 }))).toMatchObject({
      actual: 2.2,
      baseline: 3.4,
      status: 'met',
    })
  })

  test('without a measure, an instrument, responses or a target says so', () => {
    expect(result(goal({ measure: '' })).status).toBe('noMeasure')
    expect(result(goal({ instrument: '' }))).toMatchObject({ status: 'noData', actual: null })
    expect(result(goal({ instrument: 'Meeting log' })).evidence).toContain('“Meeting log”')
    expect(result(goal({ target: null }))).toMatchObject({ status: 'noData', actual: 20 })
  })

  test('of fewer people than the minimum has not enough data', () => {
    const few = evidence('burnoutItem', 'burnout', [[4, 4, 3, 2]])
    expect(result(goal({}), 'dean', [few])).toMatchObject({
      status: 'noData',
      actual: null,
      points: [{ value: null, hidden: 'small' }],
    })
  })

  test('is not told to who may not see its figures', () => {
    expect(result(goal({}), 'departmentChair')).toMatchObject({ status: 'noData', actual: null, points: [] })
  })

  test('on an item in percent counts favourable answers', () => {
    const feedback = evidence('coachFeedback', 'safety', [[5, 4, 4, 3, 5]])
    const found = result(
      goal({
        instrument: 'Learner feedback on the coach',
        measure: 'I can speak openly with my coach.',
        direction: 'raise',
        target: 75,
      }),
      'dean',
      [feedback],
    )
    expect(found).toMatchObject({ actual: 80, status: 'met', baseline: null })
  })
})
