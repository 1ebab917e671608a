import * as z from 'zod'
import { action, job, mutation, query } from '#shared/contract/procedure.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import {
  backupSchema,
  entryDetailSchema,
  exportRunSchema,
  fileCheckSchema,
  fileContentSchema,
  gridViewSchema,
  historyEntrySchema,
  importRunSchema,
  knownFileSchema,
  preferencesSchema,
  stagedFileSchema,
  undoStepSchema,
  workspaceInfoSchema,
} from '#shared/workspace/schema.ts'

const nothing = z.object({})

export const workspaceContract = {
  'workspace.info': query('What is open, who is "you", what can be undone', nothing, workspaceInfoSchema),
  'workspace.setActor': action(
    'Say who is "you" in the history',
    z.object({ name: z.string().trim().min(1).max(80) }),
    workspaceInfoSchema,
  ),
  'workspace.setPreferences': action(
    'Remember how "you" like the window: those that are given, the others stay',
    preferencesSchema.exactPartial(),
    workspaceInfoSchema,
  ),

  'workspace.listFiles': query('Data files opened lately or in the data folder', nothing, z.array(knownFileSchema)),
  'workspace.createFile': action(
    'Make a new data file and open it',
    z.object({ name: z.string().trim().min(1).max(80), sample: z.boolean().default(false) }),
    workspaceInfoSchema,
  ),
  'workspace.openFile': action('Open a known data file', z.object({ fileId: z.string() }), workspaceInfoSchema),
  'workspace.chooseFile': action(
    'Let the user pick a data file in a native dialog, and open it',
    nothing,
    workspaceInfoSchema,
  ),
  'workspace.checkFile': query('Examine the open data file for damage', nothing, fileCheckSchema),

  'workspace.undo': mutation('Take back the last change', nothing, undoStepSchema),
  'workspace.redo': mutation('Do again what was undone last', nothing, undoStepSchema),
  'workspace.undoEntry': mutation(
    'Take back one entry of the history, such as an import, if nothing it touched has changed since',
    z.object({ entryId: idSchema }),
    undoStepSchema,
  ),
  'workspace.listHistory': query(
    'What changed, newest first',
    z.object({
      personId: idSchema.optional(),
      programId: idSchema.optional().describe('only what changed in it, or of somebody who is in it'),
      before: idSchema.optional().describe('entries older than this one, for the next page'),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.array(historyEntrySchema),
  ),
  'workspace.getEntry': query(
    'What one entry of the history changed, row by row, in words',
    z.object({ entryId: idSchema }),
    entryDetailSchema,
  ),

  'workspace.listBackups': query('Backups of the open data file, newest first', nothing, z.array(backupSchema)),
  'workspace.createBackup': job('Back up the open data file now', nothing, backupSchema),
  'workspace.restoreBackup': job(
    'Put a backup in place of the open data file, after backing that up too',
    z.object({ backupId: z.string() }),
    workspaceInfoSchema,
  ),

  'workspace.stageFile': action(
    'Hand over the bytes of a file to import, for a handle',
    z.object({ name: z.string().min(1).max(255), base64: z.base64() }),
    stagedFileSchema,
  ),
  'workspace.fetchFile': query('The bytes of an exported file', z.object({ handle: z.string() }), fileContentSchema),
  'workspace.listImports': query('Spreadsheets imported, newest first', nothing, z.array(importRunSchema)),
  'workspace.listExports': query('Files exported, newest first', nothing, z.array(exportRunSchema)),

  'workspace.reportFault': action(
    'Write down that a page of the window stopped working',
    z.object({
      page: z.string().max(60).describe('which page, without the ids in its address'),
      error: z.string().max(8000).describe('what was thrown, with the places in the code'),
    }),
    z.object({ reference: z.string().describe('where the log has it') }),
  ),

  'workspace.listViews': query('Saved views of a grid', z.object({ grid: z.string() }), z.array(gridViewSchema)),
  'workspace.saveView': mutation(
    'Save a view of a grid, new or changed',
    gridViewSchema.partial({ id: true, revision: true }),
    gridViewSchema,
  ),
  'workspace.deleteView': mutation('Delete a saved view', z.object({ id: idSchema }), z.object({ id: idSchema })),
} as const
