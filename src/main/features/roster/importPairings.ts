import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { learners } from '#main/features/roster/learners.ts'
import { endPairing, insertPairings, loadPairings, type NewPairing } from '#main/features/roster/pairings.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { planPairing } from '#shared/roster/pairing.ts'

type Db = Kysely<Tables>

/**
 * Pairs learners with the coaches that a file names, from today or from when they start. What they had ends the day
 * before; a pairing that began the same day is left, because it cannot end before it.
 */
export async function pairFromImport(
  tx: Db,
  programId: Id,
  pairs: readonly { learnerId: Id; coachId: Id }[],
  why: string,
  call: CallContext,
): Promise<void> {
  if (pairs.length === 0) return
  const ids = pairs.map(({ learnerId }) => learnerId)
  const rows = await learners.load(tx, programId, call.today, ids)
  const startOf = new Map(rows.map(({ id, startDate }) => [id, startDate]))
  const pairingsOf = Map.groupBy(await loadPairings(tx, { programId }), ({ learnerId }) => learnerId)
  const starts: NewPairing[] = []
  for (const { learnerId, coachId } of pairs) {
    const start = startOf.get(learnerId) ?? call.today
    const fromOn = start > call.today ? start : call.today
    const step = planPairing(pairingsOf.get(learnerId) ?? [], { coachId, fromOn, keepCurrent: false })
    if (step.kind !== 'pair') continue
    for (const { pairing, toOn } of step.ends) await endPairing(tx, pairing.id, toOn, why)
    starts.push({ learnerId, coachId, fromOn, toOn: step.toOn })
  }
  await insertPairings(tx, starts, why)
}
