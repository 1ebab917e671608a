import type { Generated } from 'kysely'
import type { RosterKind } from '#shared/roster/schema.ts'
import type { HistoryEntry } from '#shared/workspace/schema.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** Views, the logs of imports and exports, and the history. */
export interface WorkspaceTables {
  grid_view: GridViewTable
  import_run: ImportRunTable
  import_memory: ImportMemoryTable
  export_run: ExportRunTable
  history_entry: HistoryEntryTable
  request: RequestTable
}

export interface GridViewTable extends Tracked {
  grid: string
  name: string
  /** JSON */
  state: string
}

export interface ImportRunTable {
  id: string
  at: string
  actor: string
  file_name: string
  sha256: string
  imported_as: string
  program_id: string
  created: number
  updated: number
  unchanged: number
  skipped: number
  /** The history entry of the import; undoing it rolls the import back. No such entry exists where nothing changed. */
  entry_id: string
}

/** What was chosen for files of the same columns, as JSON; not tracked, because it says nothing of the program. */
export interface ImportMemoryTable {
  id: string
  program_id: string
  imported_as: RosterKind
  headers: string
  fields: string
  value_meanings: string
  policies: string
  at: string
}

export interface ExportRunTable {
  id: string
  at: string
  actor: string
  what: string
  file_name: string
  audience: string
  rows: number
}

/** One thing somebody did. Append-only. */
export interface HistoryEntryTable {
  /** The order in which things happened, whatever the clock said. */
  seq: Generated<number>
  id: string
  at: string
  actor: string
  kind: HistoryEntry['kind']
  label: string
  reason: string | null
  request_id: string
  /** For an undo or redo: the entry it reverses. */
  reverses_id: string | null
}

/** Answers already given, so that a retry does not apply twice. */
export interface RequestTable {
  id: string
  at: string
  result: string
}
