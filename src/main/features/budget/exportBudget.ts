import type { CallContext } from '#main/dispatcher/handler.ts'
import { getBudget } from '#main/features/budget/service.ts'
import { linesTable } from '#main/features/budget/linesTable.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** Writes the positions and lines of a budget as a CSV, with what each costs in each fiscal year. */
export async function exportLines(
  workspace: Workspace,
  input: { budgetId: Id; scenarioId: Id | null; audience: string },
  call: CallContext,
): Promise<StagedFile> {
  const { db } = workspace.current()
  call.progress('Reading the budget')
  const document = await getBudget(db, input.budgetId, call.today)
  const table = linesTable(document, input.scenarioId)
  const bytes = writeCsv(table.columns, table.rows)
  const name = `${fileStem(document.budget.settings.name)} lines.csv`
  return stage(workspace, { what: 'Budget lines', name, bytes, rows: table.rows.length }, input.audience, call)
}

const fileStem = (name: string): string => safeFileName(name) || 'Budget'

async function stage(
  workspace: Workspace,
  { what, name, bytes, rows }: { what: string; name: string; bytes: Uint8Array; rows: number },
  audience: string,
  call: CallContext,
): Promise<StagedFile> {
  const staged = workspace.staging.put(name, bytes)
  await logExport(workspace.current(), { what, fileName: staged.name, audience, rows }, call)
  return staged
}
