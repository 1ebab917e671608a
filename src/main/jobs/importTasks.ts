import type { ImportChoices, PlannedImport } from '#main/features/roster/importPlan.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/** What the worker for imports can be asked, with what it answers. */
export interface ImportTasks {
  previewImport: ImportPreview
  planImport: PlannedImport
}

/** What is sent to it: the file itself only where it does not hold that already. */
export interface ImportAsk {
  task: keyof ImportTasks
  /** Of the data file. */
  path: string
  choices: ImportChoices
  file: { name: string; bytes: Uint8Array } | null
}

/** What it answers first: all but the long lists, of which so many pieces can be asked for. */
export type ImportReply =
  | { ok: true; value: Record<string, unknown>; pieces: number }
  | { ok: false; problem: Problem }
  | { ok: false; fault: Error }
