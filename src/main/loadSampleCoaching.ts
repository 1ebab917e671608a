import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { importRecords } from '#main/features/coaching/importRecords.ts'
import { saveObservation } from '#main/features/coaching/records.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { listRows } from '#main/features/roster/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { readResource } from '#main/resources.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { coachPresence } from '#shared/roster/statuses.ts'

/** The half year that the files tell of has passed by then, whatever the clock says. */
const told: PlainDate = '2026-11-22'

/** The days of a round of peer observation. */
const observed: readonly PlainDate[] = [
  '2026-10-06',
  '2026-10-08',
  '2026-10-20',
  '2026-10-27',
  '2026-11-05',
  '2026-11-12',
]

/** Gives a sample program what its coaches did by the import that real lists take, and a round of observations. */
export async function loadSampleCoaching(
  workspace: Workspace,
  programId: Id,
  prefix: string,
  call: CallContext,
): Promise<void> {
  const file = workspace.current()
  const today = call.today > told ? call.today : told
  const ownRequest = (): CallContext => ({ ...call, today, requestId: newId() })
  for (const [what, as] of [
    ['meetings', 'meetings'],
    ['training', 'completions'],
  ] as const) {
    const name = `${prefix}-${what}.csv`
    const { handle } = workspace.staging.put(name, await readResource(`sample/${name}`))
    await importRecords(workspace, { handle, programId, as, backUp: false }, ownRequest())
  }
  const there = (await listRows(file, coaches, { programId, asOf: told }, call)).filter(
    ({ status }) => coachPresence(status) === 'present',
  )
  for (const [index, on] of observed.entries()) {
    const [coach, observer] = [there[index * 2], there[index * 2 + 1]]
    if (!coach || !observer) break
    const observation = { coachId: coach.id, observerId: observer.id, on, round: 'Fall 2026' }
    await saveObservation(file, { programId, observation }, ownRequest())
  }
}
