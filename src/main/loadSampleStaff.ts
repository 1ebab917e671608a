import * as z from 'zod'
import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { addStaff } from '#main/features/roster/staff.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { readResource } from '#main/resources.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { staffPatchSchema } from '#shared/roster/staff.ts'

const sampleSchema = z.array(staffPatchSchema.required({ role: true, fromOn: true }))

/** Gives a sample program the people who run it, by the same call that an office enters them with. */
export async function loadSampleStaff(
  workspace: Workspace,
  programId: Id,
  resource: string,
  call: CallContext,
): Promise<void> {
  const sample = sampleSchema.parse(JSON.parse(new TextDecoder().decode(await readResource(resource))))
  for (const staff of sample) await addStaff(workspace.current(), { programId, staff }, { ...call, requestId: newId() })
}
