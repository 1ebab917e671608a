import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { pairLearners } from '#main/features/roster/pairLearners.ts'
import { listRows } from '#main/features/roster/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { coachPresence } from '#shared/roster/statuses.ts'

/** Pairs the people of a sample program from a day on, by the same call that an office's pairs take. */
export async function loadSamplePairs(
  workspace: Workspace,
  programId: Id,
  fromOn: PlainDate,
  call: CallContext,
): Promise<void> {
  const file = workspace.current()
  const there = { programId, asOf: fromOn }
  const pairs = dealOut(await listRows(file, learners, there, call), await listRows(file, coaches, there, call))
  const input = { programId, pairs, fromOn, why: 'Pairing of June', keepCurrent: false }
  await pairLearners(file, input, { ...call, requestId: newId() })
}

type Pair = { learnerId: Id; coachId: Id }

/**
 * Deals learners out class by class, each to the emptiest coach of their site. The first who finds no place is squeezed
 * in and the others wait, so that a look around meets a coach over capacity and learners without a coach.
 */
function dealOut(people: readonly Learner[], faculty: readonly Coach[]): Pair[] {
  const active = faculty.filter(({ status }) => coachPresence(status) === 'present')
  const loads = new Map(active.map(({ id }) => [id, 0]))
  const fullness = ({ id, capacity }: Coach): number => loads.get(id)! / (capacity || 1)
  const pairs: Pair[] = []
  let isSqueezed = false
  for (const learner of people.toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0))) {
    const nearby = active.filter(({ siteId }) => siteId === learner.siteId)
    const [coach] = nearby.toSorted((a, b) => fullness(a) - fullness(b))
    if (!coach) continue
    if (fullness(coach) >= 1) {
      if (isSqueezed) continue
      isSqueezed = true
    }
    loads.set(coach.id, loads.get(coach.id)! + 1)
    pairs.push({ learnerId: learner.id, coachId: coach.id })
  }
  return pairs
}
