import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import {
  deletePairings,
  endPairing,
  findPairings,
  insertPairings,
  loadPairings,
  type NewPairing,
} from '#main/features/roster/pairings.ts'
import { absence } from '#main/features/roster/placement.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { endProblem, holdsOn, planPairing } from '#shared/roster/pairing.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Pairing, PairingResult } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** The pairings of a program, ended ones too; with `asOf`, those that held on that day. */
export async function listPairings(
  file: DataFile,
  { programId, asOf }: { programId: Id; asOf?: PlainDate | undefined },
): Promise<Pairing[]> {
  await requireProgram(file.db, programId)
  const pairings = await loadPairings(file.db, { programId })
  return asOf === undefined ? pairings : pairings.filter((pairing) => holdsOn(pairing, asOf))
}

export interface PairInput {
  programId: Id
  pairs: { learnerId: Id; coachId: Id }[]
  fromOn: PlainDate
  why: string
  keepCurrent: boolean
}

/**
 * Pairs learners with coaches from a day on, all or none. What a learner had ends the day before, unless `keepCurrent`.
 * Refuses `not_found`, and `conflict` where somebody is not in the program on that day or another pairing begins then,
 * naming each learner. A coach over capacity is a warning only: the office may know why.
 */
export async function pairLearners(file: DataFile, input: PairInput, call: CallContext): Promise<PairingResult> {
  const label = ({ paired, ended, names }: PairingResult & { names: string }) => {
    if (paired === 0) return `End ${count(ended, 'pairing')}`
    return paired === 1 ? `Pair ${names}` : `Pair ${count(paired, 'learner')}`
  }
  const { names: _, ...result } = await file.write(call, { label, reason: input.why }, async (tx) => {
    await requireProgram(tx, input.programId)
    const plan = await planPairs(tx, input)
    for (const { pairing, toOn } of plan.ends) await endPairing(tx, pairing.id, toOn, input.why || 'Change of coach')
    await insertPairings(tx, plan.starts, input.why)
    return {
      paired: plan.starts.length,
      ended: plan.ends.length,
      unchanged: plan.unchanged,
      warnings: await overCapacity(tx, input, plan.starts),
      names: plan.names,
    }
  })
  return result
}

interface Plan {
  starts: NewPairing[]
  ends: { pairing: Pairing; toOn: PlainDate }[]
  unchanged: number
  /** Of the last pair, for the label where it is the only one. */
  names: string
}

async function planPairs(tx: Db, input: PairInput): Promise<Plan> {
  const { programId, fromOn, keepCurrent } = input
  const learnerOf = new Map((await learners.load(tx, programId, fromOn)).map((row) => [row.id, row]))
  const coachOf = new Map((await coaches.load(tx, programId, fromOn)).map((row) => [row.id, row]))
  const pairingsOf = Map.groupBy(await loadPairings(tx, { programId }), ({ learnerId }) => learnerId)
  const plan: Plan = { starts: [], ends: [], unchanged: 0, names: '' }
  const problems: ProblemDetail[] = []
  const planned = new Set<Id>()
  const asked = new Set<string>()
  for (const { learnerId, coachId } of input.pairs) {
    const learner = learnerOf.get(learnerId)
    const coach = coachOf.get(coachId)
    if (!learner || !coach)
      throw refuse('not_found', `A ${learner ? 'coach' : 'learner'} is not in this program any more.`)
    const message =
      (planned.has(learnerId) && !keepCurrent ? `${displayName(learner)} is in this list twice.` : null) ??
      absence(learners, learner, fromOn) ??
      absence(coaches, coach, fromOn) ??
      (learner.personId === coach.personId ? `${displayName(learner)} cannot be their own coach.` : null)
    const isRepeat = asked.has(`${learnerId} ${coachId}`)
    planned.add(learnerId)
    asked.add(`${learnerId} ${coachId}`)
    if (message) {
      problems.push({ path: learnerId, message })
      continue
    }
    const step = planPairing(pairingsOf.get(learnerId) ?? [], { coachId, fromOn, keepCurrent })
    if (step.kind === 'refused') {
      problems.push({ path: learnerId, message: beginsThatDay(step.pairing) })
      continue
    }
    plan.ends.push(...step.ends)
    if (step.kind === 'unchanged' || isRepeat) plan.unchanged += 1
    else {
      plan.starts.push({ learnerId, coachId, fromOn, toOn: step.toOn })
      plan.names = `${displayName(learner)} with ${displayName(coach)}`
    }
  }
  if (problems.length > 0) throw refuseAll('Nobody was paired.', problems)
  return plan
}

const beginsThatDay = ({ learnerName, coachName, fromOn }: Pairing): string =>
  `${learnerName} begins with ${coachName} on ${formatDate(fromOn)}, the same day. Take that pairing out if it was a mistake, or choose a later day.`

function refuseAll(outcome: string, problems: ProblemDetail[]) {
  const rest = problems.length > 1 ? ` And ${count(problems.length - 1, 'more', 'more')}.` : ''
  return refuse('conflict', `${outcome} ${problems[0]!.message}${rest}`, problems)
}

/** Coaches of new pairings who now have more learners than they take. */
async function overCapacity(
  tx: Db,
  input: PairInput,
  starts: readonly NewPairing[],
): Promise<PairingResult['warnings']> {
  const ids = [...new Set(starts.map(({ coachId }) => coachId))]
  const rows = await coaches.load(tx, input.programId, input.fromOn, ids)
  return rows.flatMap((coach) =>
    coach.capacity !== null && coach.load > coach.capacity
      ? [
          {
            coachId: coach.id,
            message: `${displayName(coach)} has ${count(coach.load, 'learner')} from ${formatDate(input.fromOn)}, and takes ${coach.capacity}.`,
          },
        ]
      : [],
  )
}

/** Ends pairings, their last day included; all or none. Refuses `not_found` and `conflict`, naming each. */
export async function endPairings(
  file: DataFile,
  input: { ids: Id[]; toOn: PlainDate; why: string },
  call: CallContext,
): Promise<{ ended: number }> {
  const label = ({ ended }: { ended: number }) => `End ${count(ended, 'pairing')}`
  return file.write(call, { label, reason: input.why }, async (tx) => {
    const pairings = await requirePairings(tx, input.ids)
    const problems = pairings.flatMap((pairing) => {
      const problem = endProblem(pairing, input.toOn, call.today)
      return problem ? [{ path: pairing.id, message: endRefusal(pairing, problem) }] : []
    })
    if (problems.length > 0) throw refuseAll('No pairing was ended.', problems)
    for (const { id } of pairings) await endPairing(tx, id, input.toOn, input.why)
    return { ended: pairings.length }
  })
}

function endRefusal(
  { learnerName, coachName, fromOn, toOn }: Pairing,
  problem: NonNullable<ReturnType<typeof endProblem>>,
): string {
  const pair = `${learnerName} with ${coachName}`
  if (problem === 'beginsLater')
    return `${pair} begins only on ${formatDate(fromOn)}. Take the pairing out if it was a mistake, or choose a later day.`
  const end = formatDate(toOn!)
  return problem === 'alreadyEnded'
    ? `${pair} ended already on ${end}. Pair them again if they go on.`
    : `${pair} ends on ${end} as it is. Choose an earlier day.`
}

/** Takes pairings entered by mistake out, as if they had never been. Refuses `not_found`. */
export async function removePairings(
  file: DataFile,
  { ids }: { ids: Id[] },
  call: CallContext,
): Promise<{ removed: number }> {
  return file.write(call, { label: `Remove ${count(ids.length, 'pairing')}` }, async (tx) => {
    const pairings = await requirePairings(tx, ids)
    await deletePairings(tx, ids)
    return { removed: pairings.length }
  })
}

async function requirePairings(tx: Db, ids: readonly Id[]): Promise<Pairing[]> {
  const found = await findPairings(tx, ids)
  if (found.length < new Set(ids).size)
    throw refuse('not_found', 'A pairing is not in the open data file any more. The list now shows what is stored.')
  return found
}
