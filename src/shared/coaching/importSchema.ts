import * as z from 'zod'
import { fileReadSchema, importOptionsSchema, importProblemSchema } from '#shared/imports/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'

/** What can be brought in as a list; observations are few, and entered by hand. */
export const importedRecords = ['meetings', 'completions'] as const
export type ImportedRecords = (typeof importedRecords)[number]

/** How a list is read; what is left out is recognised, as for rosters. */
export const recordImportOptionsSchema = importOptionsSchema
  .pick({ handle: true, programId: true, sheet: true, headerRow: true, mapping: true, cells: true })
  .extend({ as: z.enum(importedRecords) })

const recordRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  action: z.enum(['create', 'unchanged', 'skip']).describe('unchanged: it is recorded already; skip: it cannot be'),
  record: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .describe('as it will be stored, with names for people'),
})

/** The import document of a list of records: the same shape as that of a roster, with records for people. */
export const recordPreviewSchema = fileReadSchema.extend({
  counts: z.object({
    rows: z.int(),
    create: z.int(),
    unchanged: z.int().describe('recorded already, or twice in the file'),
    skipped: z.int(),
    toCheck: z.int(),
  }),
  rows: z.array(recordRowSchema),
  problems: z.array(importProblemSchema),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
})

export const recordImportResultSchema = z.object({
  runId: idSchema.nullable().describe('null where nothing changed'),
  entryId: idSchema.nullable(),
  counts: recordPreviewSchema.shape.counts,
})

export type RecordImportOptions = z.infer<typeof recordImportOptionsSchema>
export type RecordPreview = z.infer<typeof recordPreviewSchema>
export type RecordImportResult = z.infer<typeof recordImportResultSchema>
