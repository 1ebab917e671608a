import type { PlannedResponses, SurveyChoices } from '#main/features/evaluation/planSurvey.ts'
import type { ImportChoices, PlannedImport } from '#main/features/roster/importPlan.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/** What the workers for imports can be asked, with what they answer. */
export interface ImportTasks {
  roster: { choices: ImportChoices; results: { previewImport: ImportPreview; planImport: PlannedImport } }
  survey: { choices: SurveyChoices; results: { previewResponses: ResponsePreview; planResponses: PlannedResponses } }
}

export type ImportedKind = keyof ImportTasks
export type ImportTask<K extends ImportedKind> = keyof ImportTasks[K]['results'] & string

/** What is sent to a worker: the file itself only where it does not hold that already. */
export interface ImportAsk<K extends ImportedKind> {
  task: ImportTask<K>
  /** Of the data file. */
  path: string
  choices: ImportTasks[K]['choices']
  file: { name: string; bytes: Uint8Array } | null
}

/** What it answers first: all but the long lists, of which so many pieces can be asked for. */
export type ImportReply =
  | { ok: true; value: Record<string, unknown>; pieces: number }
  | { ok: false; problem: Problem }
  | { ok: false; fault: Error }
