import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema } from '#shared/kernel/plainDate.ts'

/** What one line of the history did. Undo and redo are entries too: nothing is ever taken out. */
export const entryKinds = ['do', 'undo', 'redo', 'erase'] as const

export const undoStepSchema = z.object({ entryId: idSchema, label: z.string().describe('"Edit 3 learners"') })

export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'normal', 'relaxed']).describe('how high the rows of a grid are'),
  programId: idSchema.nullable().describe('the program that was looked at last'),
})

export const openFileSchema = z.object({
  id: z.string().describe('stands for the path, which never leaves the main process'),
  name: z.string(),
  folder: z.string().describe('the last parts of the folder, to tell files of one name apart'),
  warning: z
    .enum(['synced', 'network'])
    .nullable()
    .describe('the folder is synced or on a network: a risk to the file'),
  openedAt: instantSchema,
  lastBackupAt: instantSchema.nullable(),
  undo: undoStepSchema.nullable(),
  redo: undoStepSchema.nullable(),
})

export const workspaceInfoSchema = z.object({
  version: z.string(),
  surface: z.enum(['electron', 'browser', 'commandLine']),
  nativeDialogs: z.boolean(),
  actor: z.string().describe('who the history says did it'),
  today: z.iso.date().describe('the calendar day where the app runs'),
  preferences: preferencesSchema,
  file: openFileSchema.nullable(),
})

export const knownFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: instantSchema.nullable(),
  missing: z.boolean(),
  open: z.boolean(),
})

/** One field of one row, before and after, already in words. */
export const fieldChangeSchema = z.object({
  field: z.string().describe('"Level"'),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

export const historyEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  kind: z.enum(entryKinds),
  label: z.string(),
  reason: z.string().nullable(),
  undoneBy: idSchema.nullable(),
  canUndo: z.boolean(),
  rows: z.int().describe('how many rows it touched'),
  changes: z
    .array(fieldChangeSchema)
    .describe('for one person: what became of their fields; empty in the whole history'),
})

/** One field of one row that an entry changed, with whom or what the row is about. */
export const entryRowSchema = fieldChangeSchema.extend({
  subject: z.string().describe('"Ana Garcia", "Site North Campus"'),
})

export const entryDetailSchema = z.object({
  rows: z.array(entryRowSchema),
  leftOut: z.int().describe('how many more rows there are than these'),
})

export const backupSchema = z.object({
  id: z.string(),
  madeAt: instantSchema,
  reason: z.enum(['daily', 'manual', 'import', 'migration', 'restore']),
  bytes: z.int(),
})

/** Bytes on their way in or out, under a handle; the window never sees a path. */
export const stagedFileSchema = z.object({ handle: z.string(), name: z.string(), bytes: z.int() })

export const fileContentSchema = z.object({ name: z.string(), mime: z.string(), base64: z.string() })

export const gridViewSchema = z.object({
  id: idSchema,
  revision: z.int(),
  grid: z.string().describe('which grid it belongs to: "learners"'),
  name: z.string().min(1).max(60),
  state: z
    .record(z.string(), z.unknown())
    .describe('columns, order, widths, sort and filters, as the grid writes them'),
})

export const importRunSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  importedAs: z.string(),
  programId: idSchema,
  programName: z.string(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  entryId: idSchema.nullable().describe('the history entry that rolls it back'),
  rolledBack: z.boolean(),
})

export const exportRunSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  what: z.string(),
  fileName: z.string(),
  audience: z.string(),
  rows: z.int(),
})

export const fileCheckSchema = z.object({
  ok: z.boolean(),
  findings: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
})

export type UndoStep = z.infer<typeof undoStepSchema>
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>
export type OpenFile = z.infer<typeof openFileSchema>
export type KnownFile = z.infer<typeof knownFileSchema>
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type FieldChange = z.infer<typeof fieldChangeSchema>
export type EntryRow = z.infer<typeof entryRowSchema>
export type EntryDetail = z.infer<typeof entryDetailSchema>
export type Preferences = z.infer<typeof preferencesSchema>
export type Backup = z.infer<typeof backupSchema>
export type BackupReason = Backup['reason']
export type StagedFile = z.infer<typeof stagedFileSchema>
export type FileContent = z.infer<typeof fileContentSchema>
export type GridView = z.infer<typeof gridViewSchema>
export type ImportRun = z.infer<typeof importRunSchema>
export type ExportRun = z.infer<typeof exportRunSchema>
export type FileCheck = z.infer<typeof fileCheckSchema>
