import type { CoachProcess } from '#shared/coaching/processSchema.ts'
import { accessTo, seesGroups } from '#shared/evaluation/audience.ts'
import { coachKey, coachYearKey, waveYear } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Coaches, CoachFeedback, CoachResult, Measure } from '#shared/evaluation/resultSchema.ts'
import { shownProcess } from '#shared/evaluation/results/coachProcess.ts'
import { feedbackStatement, withoutMean } from '#shared/evaluation/results/coachStatement.ts'
import { programMoments } from '#shared/evaluation/results/programMoments.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import { measuresOf, type ScoredResponse, type WaveData } from '#shared/evaluation/scoring/scoredWave.ts'
import { mean, type Moments, momentsOf, momentsWithout } from '#shared/evaluation/statistics/describe.ts'
import { meanInterval, withinScale } from '#shared/evaluation/statistics/interval.ts'
import { welch } from '#shared/evaluation/statistics/welch.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'

/** A coach of the year, as the roster knows them. */
export interface CoachFacts {
  readonly appointmentId: string
  readonly personId: string
  readonly name: string
  readonly learners: number
  /** As recorded; forms of observers are counted beside it. */
  readonly process: CoachProcess
}

export interface CoachEvidence {
  /** Of the instrument that learners rate their coach with; null where there is none. */
  readonly feedback: Evidence | null
  /** Waves that coaches answered: about themselves, and as observers of others. */
  readonly byCoaches: readonly WaveData[]
}

/**
 * What each coach is accountable for, in the order that the coaches are given: never by rating, so that no list becomes
 * a league table. A coach whose answers are too few shows the mean over the years that reaches the minimum, or else
 * only whether answers came. Names are for those who may see the roster with names, and for the coach.
 */
export function coachesOf(
  { feedback, byCoaches }: CoachEvidence,
  coaches: readonly CoachFacts[],
  year: number,
  { audience, sharing }: Viewer,
  appointmentId?: string,
): Coaches {
  const newest = feedback?.waves.at(-1)?.instrument
  const access = accessTo(sharing, audience, newest?.dataClass ?? 'ratings')
  const isCoach = audience === 'coach'
  const named = isCoach ? access !== 'none' : seesGroups(access) && sharing[audience].roster === 'named'
  const measure = feedback?.coachMeasure ?? null
  const inYear = byCoaches.filter(({ administration }) => academicYearOf(administration.opensOn) === year)
  const participation = sharing[audience].participation !== 'none'
  const forms = inYear
    .filter(({ instrument }) => instrument.about === 'coach')
    .flatMap(({ responses }) => responses)
    .filter(({ state }) => state === 'counted')
  const observed = new Map(coaches.map((coach) => [coach.appointmentId, withForms(coach, forms)]))
  const selfAssessed = selfAssessedIn(inYear)
  const process = shownProcess([...observed.values()], { audience, sharing })
  const program = feedback && measure ? programMoments(feedback, measure) : null
  const range = feedback && measure ? rangeOf(feedback, measure) : null
  const rows = coaches.map((coach): CoachResult => {
    const answers = feedback?.members(coachYearKey(coach.appointmentId, year)) ?? []
    // Of a small group, a count of answers would say who did not answer.
    const counts = participation && coach.learners >= (feedback?.minimum ?? Number.POSITIVE_INFINITY)
    return {
      appointmentId: coach.appointmentId,
      name: coach.name,
      learners: coach.learners,
      expected: counts ? coach.learners : null,
      received: counts && feedback ? feedback.people(answers) : null,
      selfAssessed: process.byName ? selfAssessed.has(coach.personId) : null,
      observations: process.byName ? formsOn(coach, forms) : null,
      feedback:
        feedback && measure && program ? feedbackOf(feedback, measure, coach.appointmentId, year, program) : noFeedback,
      ...process.of(observed.get(coach.appointmentId)!),
    }
  })
  const sees = isCoach ? access !== 'none' : seesGroups(access)
  const inProgram = sees && program ? program([year]) : null
  return {
    audience,
    year,
    named,
    minimum: feedback?.minimum ?? 0,
    counts: seesGroups(access)
      ? {
          coaches: rows.length,
          withFeedback: rows.filter((row) => row.feedback.state !== 'notReceived').length,
          shown: rows.filter((row) => row.feedback.mean !== null).length,
          observed: process.together && [...observed.values()].filter(({ observation }) => observation.done > 0).length,
          selfAssessed: process.together && coaches.filter(({ personId }) => selfAssessed.has(personId)).length,
        }
      : null,
    program:
      inProgram && inProgram.n > 0
        ? { n: inProgram.n, mean: inProgram.mean, interval: withinScale(meanInterval(inProgram), range) }
        : null,
    process: process.together,
    coaches: named ? rows.filter((row) => !isCoach || row.appointmentId === appointmentId) : [],
  }
}

function rangeOf({ waves }: Evidence, measure: string): Measure['range'] {
  const newest = waves.at(-1)?.instrument
  return (newest && measuresOf(newest).find(({ key }) => key === measure)?.range) ?? null
}

/** Who assessed themselves, as far as their answers lead to them. */
function selfAssessedIn(waves: readonly WaveData[]): ReadonlySet<string> {
  const own = waves.filter(({ instrument }) => instrument.about === 'self' && instrument.dataClass !== 'wellBeing')
  return new Set(
    own.flatMap(({ responses }) =>
      responses.flatMap(({ state, personId }) => (state === 'counted' && personId !== null ? personId : [])),
    ),
  )
}

const formsOn = ({ appointmentId }: CoachFacts, forms: readonly ScoredResponse[]): number =>
  forms.filter((form) => form.appointmentId === appointmentId).length

/** An observation that was recorded and the form that the observer filled in are one. */
function withForms(coach: CoachFacts, forms: readonly ScoredResponse[]): CoachProcess {
  const { observation } = coach.process
  const done = Math.max(observation.done, formsOn(coach, forms))
  return { ...coach.process, observation: { ...observation, done } }
}

const noFeedback: CoachFeedback = {
  state: 'notReceived',
  hidden: null,
  years: [],
  people: null,
  mean: null,
  interval: null,
  difference: null,
  trend: [],
  statement: withoutMean('notReceived', null, 0),
}

/** @param program the figures of everybody in some years, where they may be shown */
function feedbackOf(
  evidence: Evidence,
  measure: string,
  appointmentId: string,
  year: number,
  program: (years: readonly number[]) => Moments | null,
): CoachFeedback {
  const years = [...new Set(evidence.waves.map(waveYear))]
  const answered = years.filter((one) => evidence.members(coachYearKey(appointmentId, one)).length > 0)
  const trend = years.map((one): CoachFeedback['trend'][number] => {
    const key = coachYearKey(appointmentId, one)
    const hidden = hiddenReason(evidence, measure, key)
    const figures = hidden ? [] : evidence.figures(measure, evidence.members(key))
    return { year: one, mean: figures.length === 0 ? null : mean(figures), hidden }
  })
  const shown = (key: string) => evidence.verdictOf(measure, key) === 'shown'
  const ofYear = coachYearKey(appointmentId, year)
  const pooled = coachKey(appointmentId)
  const found = shown(ofYear)
    ? { state: 'year' as const, key: ofYear, over: [year] }
    : shown(pooled)
      ? { state: 'pooled' as const, key: pooled, over: answered }
      : null
  if (!found) {
    const state = answered.includes(year) ? 'received' : 'notReceived'
    const hidden = hiddenReason(evidence, measure, ofYear)
    return { ...noFeedback, state, hidden, trend, statement: withoutMean(state, hidden, evidence.minimum) }
  }
  const members = evidence.members(found.key).filter((number) => !Number.isNaN(evidence.figure(measure, number)))
  const own = momentsOf(evidence.figures(measure, members))
  // What they tell of the others follows from the figures of everybody and of the coach, which are shown.
  const all = program(found.over)
  const difference = all && welch(own, momentsWithout(all, own))
  const shownFigures = {
    years: found.over,
    people: evidence.people(members),
    mean: own.mean,
    interval: withinScale(meanInterval(own), rangeOf(evidence, measure)),
    difference: difference && { mean: difference.mean, interval: difference.interval },
  }
  return { state: found.state, hidden: null, ...shownFigures, trend, statement: feedbackStatement(shownFigures) }
}
