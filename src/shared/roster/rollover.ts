import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, formatAcademicYear } from '#shared/program/academicYear.ts'
import { classYearOf } from '#shared/program/defaults.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import { levelOfClass, mdPhdTrack, parseLevel } from '#shared/roster/level.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { learnerPresence, learnerStatusFacts } from '#shared/roster/statuses.ts'

export const rolloverActions = ['promote', 'graduate', 'hold'] as const
/** What becomes of a learner at the turn of the year; `hold` changes nothing. */
export type RolloverAction = (typeof rolloverActions)[number]

/** The turn of the year of one program. */
export interface Rollover {
  readonly kind: ProgramKind
  /** The academic year that begins. */
  readonly toYear: number
  /** The first day of the new levels. */
  readonly effectiveOn: PlainDate
  /** The level a residency ends with: 3 is PGY-3. A medical school ends with M4. */
  readonly lastLevel: number
}

/** What the rule looks at: a learner as they stand before the turn, and whether they have a new level from it already. */
export type RolloverLearner = Pick<Learner, 'level' | 'status' | 'classYear' | 'track' | 'startDate' | 'endDate'> & {
  readonly levelThen: string
}

interface Proposal {
  action: RolloverAction
  reason: string
}

const numbered = /^(M|G|PGY-)(\d)$/

/** The number of a level that is one of a row: 3 of M3, G3 and PGY-3. */
function levelNumber(level: string): number | null {
  const match = numbered.exec(level)
  return match ? Number(match[2]) : null
}

/** The level after a level; null after the last one, and for levels that are not numbered. */
export function nextLevel(level: string, lastLevel: number): string | null {
  const match = numbered.exec(level)
  if (!match) return null
  const [prefix, next] = [match[1]!, Number(match[2]) + 1]
  const last = prefix === 'M' ? 4 : prefix === 'G' ? 8 : lastLevel
  return next <= last ? `${prefix}${next}` : null
}

/** How long a residency is, by the names of its cohorts, or else by the highest level anybody has; 3 where neither says. */
export function lastLevelOf(kind: ProgramKind, cohorts: readonly string[], levels: readonly string[]): number {
  if (kind === 'ume') return 4
  const numbersIn = (texts: readonly string[]) =>
    texts.flatMap((text) => levelNumber(parseLevel(text, { kind, year: 0 })?.level ?? '') ?? [])
  return Math.max(...(numbersIn(cohorts).length > 0 ? numbersIn(cohorts) : [3, ...numbersIn(levels)]))
}

/**
 * What the rule proposes for a learner who has not left. Off-cycle, extended and away learners are held with the reason,
 * for somebody to decide; so is whoever's level and class year contradict each other, and an MD/PhD student after M2.
 * Students in PhD years go on.
 */
export function proposeRollover(learner: RolloverLearner, rollover: Rollover): Proposal {
  const { level, status, track, startDate, endDate } = learner
  const { toYear, effectiveOn } = rollover
  if (startDate !== null && startDate >= effectiveOn) return hold(`Starts on ${formatDate(startDate)}.`)
  if (learner.levelThen !== level) return hold(`Is ${learner.levelThen} from ${formatDate(effectiveOn)} already.`)
  const inPhdYears = track === mdPhdTrack && level.startsWith('G')
  if (status !== 'active' && !(inPhdYears && status === 'research')) return hold(reasonToWait(learner))
  if (levelNumber(level) === null) return hold(level === '' ? 'Has no level.' : `${level} is not a numbered level.`)

  if (level === 'M2' && track === mdPhdTrack) return hold('MD/PhD: goes on to the PhD years, or to M3.')

  const next = nextLevel(level, rollover.lastLevel)
  if (next === null || (level === 'PGY-1' && /\bprelim/i.test(track))) return lastYear(learner, rollover)
  if (endDate !== null && endDate < effectiveOn) return hold(`Ends on ${formatDate(endDate)}, before the year does.`)
  const expected = learner.classYear === null ? null : levelOfClass(learner.classYear, toYear)
  if (level.startsWith('M') && learner.classYear !== null && expected !== next)
    return hold(
      `The class of ${learner.classYear} is ${expected ?? 'not in school'} in ${formatAcademicYear(toYear)}, not ${next}.`,
    )
  return { action: 'promote', reason: `${level} to ${next}.` }
}

const hold = (reason: string): Proposal => ({ action: 'hold', reason })

function reasonToWait({ status, level }: RolloverLearner): string {
  const { label } = learnerStatusFacts[status]
  const does = learnerPresence(status) === 'away' ? 'goes on when back' : 'does not follow the class'
  return `${label}: ${does}${level === '' ? '' : `; ${level} now`}.`
}

function lastYear({ level, classYear, track }: RolloverLearner, { toYear }: Rollover): Proposal {
  if (level.startsWith('G')) return hold(`${level} is the last of the PhD years.`)
  if (level === 'M4' && classYear !== null && classYear > toYear)
    return hold(`${level}, but graduates with the class of ${classYear}.`)
  return { action: 'graduate', reason: level === 'PGY-1' ? `${track}: one year.` : `${level} is the last level.` }
}

/**
 * Why new levels cannot hold from a day, or null. A residency may begin in June, a class in August; a day of another year
 * is a slip that would rewrite the past.
 */
export function effectiveDayProblem(effectiveOn: PlainDate, toYear: number): string | null {
  const [from, to] = [`${toYear}-01-01`, academicYearEnd(toYear)]
  if (effectiveOn >= from && effectiveOn <= to) return null
  return `${formatDate(effectiveOn)} is not in ${formatAcademicYear(toYear)}. Enter a day from ${formatDate(from)} to ${formatDate(to)}.`
}

/** Why a decision cannot be carried out, or null. */
export function decisionProblem(action: RolloverAction, level: string, lastLevel: number): string | null {
  if (action !== 'promote' || nextLevel(level, lastLevel) !== null) return null
  return level === '' ? 'has no level to go on from' : `has no level after ${level}`
}

/**
 * The cohort of a new level: residents move to the cohort of their year, where theirs is one of a year; a medical class
 * stays itself. Null where it stays.
 */
export function cohortAfter(kind: ProgramKind, cohort: string | null, level: string): string | null {
  if (kind === 'ume' || cohort === null) return null
  const cohortLevel = parseLevel(cohort, { kind, year: 0 })?.level ?? ''
  return levelNumber(cohortLevel) === null || cohortLevel === level ? null : level
}

/** The class that begins medical school in an academic year. */
export const enteringClass = (toYear: number): string => `Class of ${classYearOf(1, toYear)}`
