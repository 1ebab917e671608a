import { accessTo, seesGroups } from '#shared/evaluation/audience.ts'
import { everybody } from '#shared/evaluation/groups.ts'
import { waveKey } from '#shared/evaluation/protection/candidates.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { GoalResult, Goals } from '#shared/evaluation/resultSchema.ts'
import { type GoalMeasure, instrumentOf, measureOf } from '#shared/evaluation/results/goalMeasure.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import { isBeyond } from '#shared/evaluation/scoring/score.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { mean } from '#shared/evaluation/statistics/describe.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Goal } from '#shared/program/design/goals.ts'

/**
 * Each goal of question 1 against the latest wave of the instrument it names, until a day if one is given. A baseline
 * that the goal does not give is that of the first wave. Where there are too few answers, or no measure, it says so
 * instead of guessing.
 */
export function goalsOf(
  goals: readonly Goal[],
  evidences: readonly Evidence[],
  viewer: Viewer,
  until?: PlainDate,
): Goals {
  const held = evidences.flatMap((evidence): Held[] => {
    const waves = evidence.wavesUntil(until)
    const newest = waves.at(-1)?.instrument
    return newest ? [{ key: newest.key, name: newest.name, newest, evidence, waves }] : []
  })
  return { audience: viewer.audience, goals: goals.map((goal) => goalResult(goal, held, viewer)) }
}

/** An instrument that was held, by its newest version until then. */
interface Held {
  readonly key: string
  readonly name: string
  readonly newest: Instrument
  readonly evidence: Evidence
  readonly waves: readonly ScoredWave[]
}

function goalResult(goal: Goal, held: readonly Held[], { audience, sharing }: Viewer): GoalResult {
  const about = {
    goalId: goal.id,
    statement: goal.statement,
    measure: goal.measure,
    unit: goal.unit,
    direction: goal.direction,
    baseline: goal.baseline,
    target: goal.target,
    due: goal.due,
  }
  const without = (
    status: 'noData' | 'noMeasure',
    evidence: string,
    points: GoalResult['points'] = [],
  ): GoalResult => ({
    ...about,
    actual: null,
    status,
    evidence,
    points,
  })
  if (goal.measure === '')
    return without('noMeasure', 'The goal has no measure. Say in question 1 what is counted or scored.')
  const source = instrumentOf(goal, held)
  if (!source)
    return without(
      'noData',
      goal.instrument === ''
        ? 'The goal names no instrument. Say in question 1 which survey it is read from.'
        : `No wave of “${goal.instrument}” has responses.`,
    )
  const figure = measureOf(goal, source.newest)
  if (!figure) return without('noData', `${source.name} has no scale or item that the goal could be held to.`)
  if (!seesGroups(accessTo(sharing, audience, source.newest.dataClass)))
    return without('noData', 'This audience may not see the figures of this instrument.')

  const points = pointsOf(source, figure)
  const shownPoints = points.map(({ n: _, ...point }) => point)
  const [first, latest] = [points[0]!, points.at(-1)!]
  if (latest.value === null)
    return without(
      'noData',
      latest.hidden
        ? `${latest.name}: fewer than ${source.evidence.minimum} people answered, or the figure would give people’s answers away.`
        : `${latest.name}: nobody answered what the goal is held to.`,
      shownPoints,
    )
  const evidence = `${source.name}: ${figure.words}; ${latest.name}, ${count(latest.n, 'answer')}.`
  const baseline = goal.baseline ?? (points.length > 1 ? first.value : null)
  const result = { ...about, baseline, actual: latest.value, points: shownPoints }
  if (goal.target === null || goal.direction === null)
    return {
      ...result,
      status: 'noData',
      evidence: `${evidence} Question 1 gives no ${goal.target === null ? 'target' : 'direction'} to hold it to.`,
    }
  // A goal to hold a figure is to keep it from getting worse: which way that is, the scale knows.
  const atMost = goal.direction === 'lower' || (goal.direction === 'hold' && figure.better === 'lower')
  const met = atMost ? latest.value <= goal.target : latest.value >= goal.target
  const side = goal.direction === 'hold' ? ` Held while it is ${atMost ? 'at most' : 'at least'} ${goal.target}.` : ''
  return { ...result, status: met ? 'met' : 'notMet', evidence: `${evidence}${side}` }
}

/** The figure of everybody in each wave. */
function pointsOf(
  { evidence, waves }: Held,
  { measure, boundary }: GoalMeasure,
): (GoalResult['points'][number] & { n: number })[] {
  return waves.map(({ administration: { id, name, opensOn } }) => {
    const key = waveKey(id, everybody)
    const hidden = hiddenReason(evidence, measure, key)
    const figures = hidden ? new Float64Array() : evidence.figures(measure, evidence.members(key))
    return {
      name,
      on: opensOn,
      hidden,
      n: figures.length,
      value: figures.length === 0 ? null : valueOf(figures, boundary),
    }
  })
}

function valueOf(figures: Float64Array, boundary: GoalMeasure['boundary']): number {
  if (!boundary) return mean(figures)
  return (100 * figures.filter((figure) => isBeyond(boundary, figure)).length) / figures.length
}
