import type { CallContext } from '#main/dispatcher/handler.ts'
import type { FailedRowsAbout } from '#main/features/roster/failedRowsWorkbook.ts'
import { requestOf } from '#main/features/roster/importRoster.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { ImportOptions } from '#shared/imports/schema.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/**
 * Writes the rows of a staged file that have problems as a workbook: its own columns, and what to correct in each. It can
 * be corrected and imported as it is. @throws Refusal `not_found` where no row has a problem; as `previewImport` does
 */
export async function exportFailedRows(
  workspace: Workspace,
  { audience, ...input }: ImportOptions & { audience: string },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const request = requestOf(workspace, input, call)
  call.progress(`Reading ${request.name} and comparing it with the roster`)
  const about: FailedRowsAbout = { creator: call.actor, created: call.now }
  const { bytes, rows } = await runInWorker('failedRows', { path: file.path, request, about }, { signal: call.signal })
  const staged = workspace.staging.put(`${request.name.replace(/\.[^.]*$/, '')} to correct.xlsx`, bytes)
  await logExport(file, { what: 'Rows to correct', fileName: staged.name, audience, rows }, call)
  return staged
}
