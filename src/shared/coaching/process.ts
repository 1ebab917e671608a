import { commonDays, countDays, type Days, daysFrom } from '#shared/coaching/days.ts'
import type { CoachProcess, MeetingCounts, ProgramProcess } from '#shared/coaching/processSchema.ts'
import type { Completion, Meeting, Observation } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, academicYearStart, addMonths } from '#shared/program/academicYear.ts'
import type { CoachRole } from '#shared/program/design/development.ts'
import { termsOf } from '#shared/program/terms.ts'

/** What questions 3, 7 and 8 ask of coaches; null where they do not say. */
export interface ProcessRules {
  readonly termsPerYear: number
  readonly meetingsPerTerm: number | null
  /** Of the learners, who are to meet as often as required. */
  readonly wantedPercent: number | null
  readonly modules: readonly RequiredModule[]
  readonly observationsPerYear: number | null
}

interface RequiredModule {
  readonly id: string
  readonly name: string
  readonly requiredFor: readonly CoachRole[]
  readonly renewMonths: number | null
  readonly dueOn: PlainDate | null
}

/** A coach with what is recorded of them, of any year. */
export interface CoachFacts {
  readonly roles: readonly CoachRole[]
  /** When they coached. */
  readonly days: readonly Days[]
  /** Each of their learners with the days on which the two were paired and both there. */
  readonly pairs: readonly { readonly learnerId: Id; readonly days: readonly Days[] }[]
  readonly meetings: readonly Pick<Meeting, 'learnerId' | 'on' | 'outcome'>[]
  readonly completions: readonly Pick<Completion, 'moduleId' | 'on'>[]
  readonly observations: readonly Pick<Observation, 'on'>[]
}

/** Which year, and the last day of it that has come. */
export interface Until {
  readonly year: number
  readonly until: PlainDate
}

/** What a coach did in an academic year until a day, against what is asked by then. */
export function processOf(coach: CoachFacts, rules: ProcessRules, when: Until): CoachProcess {
  return {
    meetings: meetingsOf(coach, rules, when),
    training: trainingOf(coach, rules, when.until),
    observation: {
      required: observationsDue(coach.days, rules.observationsPerYear, when.year),
      done: coach.observations.filter(({ on }) => isIn(when, on)).length,
    },
  }
}

const isIn = ({ year, until }: Until, day: PlainDate): boolean => day >= academicYearStart(year) && day <= until

/**
 * Meetings required of a pair by a day: in each term its share of the days on which both were there, to the nearest whole
 * where the term is over, rounded down while it runs. So leave and a late start are held against nobody.
 */
export function meetingsDue(
  days: readonly Days[],
  { termsPerYear, meetingsPerTerm }: { termsPerYear: number; meetingsPerTerm: number },
  { year, until }: Until,
): number {
  return termsOf(year, termsPerYear).reduce((sum, term) => {
    const passed = commonDays(days, commonDays([term], daysFrom(null, until)))
    const share = (meetingsPerTerm * countDays(passed)) / countDays([term])
    return sum + (term.to <= until ? Math.round(share) : Math.floor(share))
  }, 0)
}

function meetingsOf({ meetings, pairs }: CoachFacts, rules: ProcessRules, when: Until): MeetingCounts {
  const inYear = meetings.filter(({ on }) => isIn(when, on))
  const held = inYear.filter(({ outcome }) => outcome === 'held')
  const counts = { held: held.length, missed: inYear.length - held.length }
  const { termsPerYear, meetingsPerTerm, wantedPercent } = rules
  if (meetingsPerTerm === null) return { required: null, ...counts, learners: 0, learnersBelow: null, wantedPercent }
  const heldWith = Map.groupBy(held, ({ learnerId }) => learnerId)
  const due = pairs
    .map(({ learnerId, days }) => ({
      required: meetingsDue(days, { termsPerYear, meetingsPerTerm }, when),
      held: heldWith.get(learnerId)?.length ?? 0,
    }))
    .filter(({ required }) => required > 0)
  return {
    required: due.reduce((sum, pair) => sum + pair.required, 0),
    ...counts,
    learners: due.length,
    learnersBelow: due.filter((pair) => pair.held < pair.required).length,
    wantedPercent,
  }
}

function trainingOf(coach: CoachFacts, { modules }: ProcessRules, day: PlainDate): CoachProcess['training'] {
  if (modules.length === 0) return { required: null, done: 0, missing: [] }
  const required = modules.filter(({ requiredFor }) => requiredFor.some((role) => coach.roles.includes(role)))
  const standing = required.map((module) => {
    const done = coach.completions.filter(({ moduleId, on }) => moduleId === module.id && on <= day)
    const holds = done.some(({ on }) => module.renewMonths === null || addMonths(on, module.renewMonths) > day)
    return { module, holds, why: done.length > 0 ? ('lapsed' as const) : ('notDone' as const) }
  })
  return {
    required: required.length,
    done: standing.filter(({ holds }) => holds).length,
    missing: standing
      .filter(({ holds, why, module }) => !holds && (why === 'lapsed' || module.dueOn === null || module.dueOn <= day))
      .map(({ module: { name, dueOn }, why }) => ({ name, why, dueOn })),
  }
}

/** Observations asked of a coach in a year: their share of the days they coach in it, to the nearest whole. */
function observationsDue(days: readonly Days[], perYear: number | null, year: number): number | null {
  if (perYear === null) return null
  const whole = { from: academicYearStart(year), to: academicYearEnd(year) }
  return Math.round((perYear * countDays(commonDays(days, [whole]))) / countDays([whole]))
}

/** What all coaches together did, so that one can be told beside the program without a league table. */
export function programProcess(coaches: readonly CoachProcess[]): ProgramProcess {
  const sum = (of: (counts: MeetingCounts) => number): number =>
    coaches.reduce((total, { meetings }) => total + of(meetings), 0)
  const isDecided = coaches.some(({ meetings }) => meetings.required !== null)
  return {
    coaches: coaches.length,
    meetings: {
      required: isDecided ? sum(({ required }) => required ?? 0) : null,
      held: sum(({ held }) => held),
      missed: sum(({ missed }) => missed),
      learners: sum(({ learners }) => learners),
      learnersBelow: isDecided ? sum(({ learnersBelow }) => learnersBelow ?? 0) : null,
      wantedPercent: coaches[0]?.meetings.wantedPercent ?? null,
    },
    trained: coaches.some(({ training }) => training.required !== null)
      ? coaches.filter(({ training }) => training.missing.length === 0).length
      : null,
    observed: coaches.some(({ observation }) => observation.required !== null)
      ? coaches.filter(({ observation: { required, done } }) => done > 0 && done >= (required ?? 0)).length
      : null,
  }
}
