import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { listCustomFields } from '#main/features/roster/customFields.ts'
import { learners } from '#main/features/roster/learners.ts'
import { listRows } from '#main/features/roster/service.ts'
import { listStaff } from '#main/features/roster/staff.ts'
import { type OnScreen, rosterWorkbook } from '#main/features/roster/workbook.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** Writes the roster workbook of a program and logs for whom; the bytes wait under the handle in the answer. */
export async function exportRoster(
  workspace: Workspace,
  input: { programId: Id; asOf?: PlainDate | undefined; audience: string; onScreen?: OnScreen | undefined },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  call.progress('Reading the roster')
  const program = await getProgram(file.db, input.programId, call.today)
  const day = input.asOf ?? call.today
  const model = rosterWorkbook({
    program,
    learners: await listRows(file, learners, input, call),
    coaches: await listRows(file, coaches, input, call),
    staff: await listStaff(file, input, call),
    fields: await listCustomFields(file.db, program.id),
    onScreen: input.onScreen,
    day,
    audience: input.audience,
    actor: call.actor,
    now: call.now,
    version: workspace.version,
  })
  const rows = model.sheets.reduce((sum, sheet) => sum + (sheet.kind === 'table' ? sheet.rows.length : 0), 0)
  call.progress(`Writing ${count(rows, 'row')}`)
  const bytes = await runInWorker('writeWorkbook', model, { signal: call.signal })
  const staged = workspace.staging.put(`${program.name} roster ${day}.xlsx`, bytes)
  await logExport(file, { what: 'Roster', fileName: staged.name, audience: input.audience, rows }, call)
  return staged
}
