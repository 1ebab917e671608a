import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getPlanVsActual } from '#main/features/budget/actuals.ts'
import { getBudget } from '#main/features/budget/service.ts'
import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import { linesTable } from '#main/features/budget/linesTable.ts'
import { getProgram } from '#main/features/program/service.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** Writes a budget with scenarios as a workbook of live formulas, and logs for whom. */
export async function exportWorkbook(
  workspace: Workspace,
  input: { budgetId: Id; scenarioIds?: Id[] | undefined; audience: string },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const { db } = file
  call.progress('Reading the budget')
  const document = await getBudget(db, input.budgetId, call.today)
  const { budget, scenarios } = document
  const unknown = input.scenarioIds?.find((id) => scenarios.every((scenario) => scenario.id !== id))
  if (unknown !== undefined) throw refuse('not_found', 'This scenario is not part of the budget any more.')
  const exported: BudgetExport = {
    program: await getProgram(db, budget.programId, call.today),
    document,
    scenarioIds: input.scenarioIds ?? scenarios.map(({ id }) => id),
    planVsActual: await getPlanVsActual(db, input, call.today),
    audience: input.audience,
    actor: call.actor,
    now: call.now,
    appVersion: workspace.version,
  }
  call.progress('Writing the workbook')
  const bytes = await runInWorker('writeBudget', exported, { signal: call.signal })
  return stage(
    workspace,
    file,
    { what: 'Budget', name: `${fileStem(budget.settings.name)}.xlsx`, bytes, rows: document.items.length },
    input.audience,
    call,
  )
}

/** Writes the positions and lines of a budget as a CSV, with what each costs in each fiscal year. */
export async function exportLines(
  workspace: Workspace,
  input: { budgetId: Id; scenarioId: Id | null; audience: string },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const { db } = file
  call.progress('Reading the budget')
  const document = await getBudget(db, input.budgetId, call.today)
  const table = linesTable(document, input.scenarioId)
  const bytes = writeCsv(table.columns, table.rows)
  const name = `${fileStem(document.budget.settings.name)} lines.csv`
  return stage(workspace, file, { what: 'Budget lines', name, bytes, rows: table.rows.length }, input.audience, call)
}

const fileStem = (name: string): string => safeFileName(name) || 'Budget'

async function stage(
  workspace: Workspace,
  file: DataFile,
  { what, name, bytes, rows }: { what: string; name: string; bytes: Uint8Array; rows: number },
  audience: string,
  call: CallContext,
): Promise<StagedFile> {
  const staged = workspace.staging.put(name, bytes)
  await logExport(file, { what, fileName: staged.name, audience, rows }, call)
  return staged
}
