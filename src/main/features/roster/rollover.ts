import type { Kysely, Transaction } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { addCohort, getProgram, moveToYear } from '#main/features/program/service.ts'
import { learners } from '#main/features/roster/learners.ts'
import { loadStandingRows, updateStanding } from '#main/features/roster/learnerStandings.ts'
import { writePlace } from '#main/features/roster/service.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count, foldText } from '#shared/kernel/text.ts'
import { academicYearStart, formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { parseLevel } from '#shared/roster/level.ts'
import { displayName } from '#shared/roster/personName.ts'
import {
  cohortAfter,
  decisionProblem,
  effectiveDayProblem,
  enteringClass,
  lastLevelOf,
  nextLevel,
  proposeRollover,
  type Rollover,
  type RolloverAction,
} from '#shared/roster/rollover.ts'
import type { RolloverCounts, RolloverPreview } from '#shared/roster/rolloverSchema.ts'
import type { Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>
type Tx = Transaction<Tables>

interface Options {
  programId: Id
  toYear?: number | undefined
  effectiveOn?: PlainDate | undefined
  lastLevel?: number | undefined
}

interface Decision {
  learnerId: Id
  action: RolloverAction
}

/** One learner at the turn of the year. */
interface Step {
  /** As they stand on the day before. */
  before: Learner
  /** As they stand from the day on, before anything is done. */
  learner: Learner
  action: RolloverAction
  reason: string
}

interface Plan {
  program: Program
  rollover: Rollover
  steps: Step[]
}

/** Says what moving a program to its next year would do to each learner who has not left. */
export async function previewRollover(file: DataFile, input: Options, call: CallContext): Promise<RolloverPreview> {
  const { program, rollover, steps } = await plan(file.db, input, call)
  const cohortName = (id: Id | null) => program.cohorts.find((cohort) => cohort.id === id)?.name ?? null
  return {
    fromYear: program.year,
    toYear: rollover.toYear,
    effectiveOn: rollover.effectiveOn,
    lastLevel: rollover.lastLevel,
    rows: steps.map((step) => ({
      learnerId: step.learner.id,
      name: displayName(step.learner),
      from: { level: step.before.level, status: step.before.status, cohort: cohortName(step.learner.cohortId) },
      to: outcome(step, cohortName(step.learner.cohortId), rollover),
      action: step.action,
      nextLevel: nextLevel(step.before.level, rollover.lastLevel),
      reason: step.reason,
    })),
    counts: countSteps(steps),
    newCohorts: newCohorts(program, rollover, steps),
  }
}

function outcome(
  { before, learner, action }: Step,
  cohort: string | null,
  { kind, lastLevel }: Rollover,
): RolloverPreview['rows'][number]['to'] {
  const { status } = learner
  if (action === 'hold') return { level: learner.level, status, cohort }
  if (action === 'graduate') return { level: before.level, status: 'graduated', cohort }
  const level = nextLevel(before.level, lastLevel)!
  return { level, status, cohort: cohortAfter(kind, cohort, level) ?? cohort }
}

/**
 * Moves a program to its next year in one write: levels, cohorts, graduates with the end of their pairings, the new class,
 * and the year itself. Refuses `conflict` where the program is in that year already, or a decision cannot be carried out,
 * `invalid_input` where the day is not of that year.
 */
export async function applyRollover(
  file: DataFile,
  input: Options & { toYear: number; decisions: Decision[] },
  call: CallContext,
): Promise<RolloverCounts> {
  const label = ({ promote }: RolloverCounts) =>
    `Promote ${count(promote, 'learner')} to ${formatAcademicYear(input.toYear)}`
  return file.write(call, { label }, async (tx) => {
    const proposed = await plan(tx, input, call)
    const decided = { ...proposed, steps: decide(proposed, input.decisions) }
    for (const name of newCohorts(decided.program, decided.rollover, decided.steps))
      await addCohort(tx, input.programId, name)
    const program = await getProgram(tx, input.programId, call.today)
    for (const step of decided.steps) await carryOut(tx, step, program, decided.rollover)
    await moveToYear(tx, input.programId, input.toYear)
    return countSteps(decided.steps)
  })
}

async function plan(db: Db, input: Options, call: CallContext): Promise<Plan> {
  const program = await getProgram(db, input.programId, call.today)
  const toYear = input.toYear ?? program.year + 1
  if (toYear !== program.year + 1)
    throw refuse(
      'conflict',
      `${program.name} is in ${formatAcademicYear(program.year)}, so the next year is ${formatAcademicYear(program.year + 1)}, not ${formatAcademicYear(toYear)}.`,
    )
  const effectiveOn = input.effectiveOn ?? academicYearStart(toYear)
  const otherYear = effectiveDayProblem(effectiveOn, toYear)
  if (otherYear !== null) throw refuse('invalid_input', otherYear, [{ path: 'effectiveOn', message: otherYear }])
  const lastDay = addDays(effectiveOn, -1)
  const before = await learners.load(db, program.id, lastDay)
  const then = new Map((await learners.load(db, program.id, effectiveOn)).map((row) => [row.id, row]))
  // Who ends with the year graduates, also where the year is turned over some days late.
  const since = call.today < lastDay ? call.today : lastDay
  const here = before.filter(
    (row) => !learners.isGone(row) && !learners.isGone(then.get(row.id)!) && (row.endDate ?? since) >= since,
  )
  const lastLevel =
    input.lastLevel ??
    lastLevelOf(
      program.kind,
      program.cohorts.map(({ name }) => name),
      here.map(({ level }) => level),
    )
  const rollover = { kind: program.kind, toYear, effectiveOn, lastLevel }
  const steps = here.map((before): Step => {
    const learner = then.get(before.id)!
    return { before, learner, ...proposeRollover({ ...before, levelThen: learner.level }, rollover) }
  })
  return { program, rollover, steps }
}

function decide({ steps, rollover }: Plan, decisions: readonly Decision[]): Step[] {
  const actionOf = new Map(decisions.map(({ learnerId, action }) => [learnerId, action]))
  const known = new Set(steps.map(({ learner }) => learner.id))
  if (decisions.some(({ learnerId }) => !known.has(learnerId)))
    throw refuse(
      'not_found',
      'A decision is about a learner who left or is not in this program. Preview the year again.',
    )
  const decided = steps.map((step) => ({ ...step, action: actionOf.get(step.learner.id) ?? step.action }))
  const details = decided.flatMap(({ before, learner, action }) => {
    const problem = decisionProblem(action, before.level, rollover.lastLevel)
    return problem === null ? [] : [{ path: learner.id, message: `${displayName(learner)} ${problem}.` }]
  })
  if (details.length > 0) throw refuse('conflict', `Nothing was changed. ${details[0]!.message}`, details)
  return decided
}

async function carryOut(tx: Tx, step: Step, program: Program, rollover: Rollover): Promise<void> {
  const { before, learner, action } = step
  const { effectiveOn } = rollover
  const reason = `Year ${formatAcademicYear(rollover.toYear)}`
  if (action === 'hold') return
  if (action === 'graduate') {
    const lastDay = addDays(effectiveOn, -1)
    const endDate = learner.endDate !== null && learner.endDate < lastDay ? learner.endDate : lastDay
    return writePlace(tx, learners, learner, { ...learner, status: 'graduated', endDate }, effectiveOn, reason)
  }
  const next = nextLevel(before.level, rollover.lastLevel)!
  const cohort = program.cohorts.find(({ id }) => id === learner.cohortId)?.name ?? null
  const cohortName = cohortAfter(rollover.kind, cohort, next)
  const cohortId = cohortName === null ? learner.cohortId : findCohort(program, cohortName)!.id
  await writePlace(tx, learners, learner, { ...learner, level: next, cohortId }, effectiveOn, reason)
  for (const standing of await loadStandingRows(tx, learner.id))
    if (standing.from_on > effectiveOn && standing.level === before.level)
      await updateStanding(tx, standing.id, { level: next })
}

/** By name, or by the level the name says: "PGY2" is the cohort of PGY-2. */
function findCohort({ cohorts, kind, year }: Program, name: string) {
  return (
    cohorts.find((cohort) => foldText(cohort.name) === foldText(name)) ??
    (kind === 'gme' ? cohorts.find((cohort) => parseLevel(cohort.name, { kind, year })?.level === name) : undefined)
  )
}

/** Cohorts that somebody moves to, or that begin, and are not there yet. */
function newCohorts(program: Program, { kind, toYear, lastLevel }: Rollover, steps: readonly Step[]): string[] {
  const cohortOf = new Map(program.cohorts.map(({ id, name }) => [id, name]))
  const wanted = steps.flatMap(({ before, learner, action }) => {
    const cohort = learner.cohortId === null ? null : (cohortOf.get(learner.cohortId) ?? null)
    return action === 'promote' ? (cohortAfter(kind, cohort, nextLevel(before.level, lastLevel)!) ?? []) : []
  })
  const names = new Set(kind === 'ume' ? [enteringClass(toYear)] : wanted)
  return [...names].filter((name) => !findCohort(program, name)).sort()
}

function countSteps(steps: readonly Step[]): RolloverCounts {
  const counts = { promote: 0, graduate: 0, hold: 0 }
  for (const { action } of steps) counts[action] += 1
  return counts
}
