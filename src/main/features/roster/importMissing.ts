import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import type { PlacedKind } from '#main/features/roster/placedKind.ts'
import { changePlace } from '#main/features/roster/service.ts'
import type { MissingChoices } from '#shared/imports/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { coachStatuses, type Coach, type Learner, learnerStatuses } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** People of the program whom a file does not name. */
export interface NotInFile {
  missing: readonly Id[]
  fileName: string
}

/**
 * Gives people whom a file does not name the status that was chosen for them, from a day on. Who is in the file after all
 * keeps theirs. @returns how many changed @throws Refusal `invalid_input` for a status that such people cannot have
 */
export async function markMissing<R extends Learner | Coach>(
  tx: Db,
  how: PlacedKind<R>,
  { missing, fileName }: NotInFile,
  { programId, statuses, fromOn }: MissingChoices & { programId: Id },
  call: CallContext,
): Promise<number> {
  const allowed: readonly string[] = how.kind === 'learners' ? learnerStatuses : coachStatuses
  const unknown = Object.values(statuses).find((status) => !allowed.includes(status))
  if (unknown !== undefined)
    throw refuse('invalid_input', `${unknown} is no status of ${how.kind}. Choose one of ${allowed.join(', ')}.`)
  const chosen = new Set(missing.filter((personId) => Object.hasOwn(statuses, personId)))
  if (chosen.size === 0) return 0
  let marked = 0
  for (const before of await how.placement.load(tx, programId, call.today)) {
    if (!chosen.has(before.personId) || how.isGone(before, call.today)) continue
    const after = { ...before, status: statuses[before.personId] }
    if (after.status === before.status) continue
    await changePlace(tx, how.placement, before, after, fromOn, `Not in ${fileName}`)
    marked += 1
  }
  return marked
}
