import * as z from 'zod'
import { accountMappingSchema, ledgerEntrySchema } from '#shared/budget/actualsSchema.ts'
import { fileReadSchema, importOptionsSchema, importProblemSchema } from '#shared/imports/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'

/** How a ledger export is read; what is left out is recognised, as for rosters. */
export const ledgerImportOptionsSchema = importOptionsSchema
  .pick({ handle: true, programId: true, sheet: true, headerRow: true, mapping: true, cells: true })
  .extend({
    accounts: z
      .array(accountMappingSchema)
      .default([])
      .describe('where unknown accounts belong; kept for the next import'),
    repeats: z
      .enum(['skip', 'add'])
      .default('skip')
      .describe('what becomes of entries that are in the ledger already, such as those of last month’s file'),
  })

const ledgerRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  action: z.enum(['create', 'skip', 'needsYou']).describe('needsYou: its account belongs nowhere yet'),
  entry: ledgerEntrySchema.omit({ id: true }).partial(),
})

/** The import document of a ledger: the same shape as that of a roster, with entries for people. */
export const ledgerPreviewSchema = fileReadSchema.extend({
  counts: z.object({
    rows: z.int(),
    create: z.int(),
    skipped: z.int(),
    repeats: z.int().describe('in the ledger already, or twice in the file'),
    released: z.int().describe('commitments of the ledger that the file does not name any more'),
    needsYou: z.int(),
    toCheck: z.int(),
  }),
  total: z.int().describe('cents that would be added, actual and encumbered'),
  rows: z.array(ledgerRowSchema),
  problems: z.array(importProblemSchema),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
  accounts: z
    .array(
      accountMappingSchema.extend({ entries: z.int(), amount: z.int(), known: z.boolean(), description: z.string() }),
    )
    .describe('those of the file'),
})

export const ledgerImportResultSchema = z.object({
  runId: idSchema.nullable().describe('null where nothing changed'),
  entryId: idSchema.nullable(),
  counts: ledgerPreviewSchema.shape.counts,
})

export type LedgerImportOptions = z.infer<typeof ledgerImportOptionsSchema>
export type LedgerPreview = z.infer<typeof ledgerPreviewSchema>
export type LedgerImportResult = z.infer<typeof ledgerImportResultSchema>
