import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import type { FailedRowsAbout } from '#main/features/roster/failedRowsWorkbook.ts'
import type { ImportRequest } from '#main/features/roster/importPlan.ts'
import type { ImportedKind } from '#main/jobs/importTasks.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/** The work that is too heavy for the thread that answers the window. */
export interface Tasks {
  failedRows: {
    payload: { path: string; request: ImportRequest; about: FailedRowsAbout }
    result: { bytes: Uint8Array; rows: number }
  }
  readSheet: { payload: { bytes: Uint8Array; name: string }; result: SheetFile }
  writeBudget: { payload: BudgetExport; result: Uint8Array }
  writeWorkbook: { payload: WorkbookModel; result: Uint8Array }
}

export type TaskName = keyof Tasks

/** What a worker is started with: one task, or to be asked about imports of a kind until it is ended. */
export type TaskRequest =
  | { [T in TaskName]: { task: T; payload: Tasks[T]['payload'] } }[TaskName]
  | { task: 'imports'; kind: ImportedKind }

/** Does work on the data file at a path through a connection of the worker's own. */
export type Reading = <T>(path: string, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>

/** What a worker of one task sends at its end. A refusal crosses as data, because an error crosses without its class. */
export type TaskReply = { ok: true; value: unknown } | { ok: false; problem: Problem } | { ok: false; fault: Error }
