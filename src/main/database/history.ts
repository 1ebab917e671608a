import type Database from 'better-sqlite3'
import { logTables, type TrackedName } from '#main/database/tracking.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import type { entryKinds } from '#shared/workspace/schema.ts'

export interface Entry {
  readonly id: Id
  readonly kind: (typeof entryKinds)[number]
  readonly label: string
  readonly reason: string | null
  readonly reverses_id: Id | null
}

export interface Change {
  readonly table_name: TrackedName
  readonly row_id: Id
  readonly person_id: Id | null
  readonly before: string | null
  readonly after: string | null
}

export interface Author {
  readonly requestId: Id
  readonly actor: string
  readonly now: Instant
}

/** Names the entry that everything written from here to the end of the transaction belongs to. */
export function beginEntry(database: Database.Database, entryId: Id, erasing = false): void {
  database
    .prepare('INSERT INTO history_current (slot, entry_id, erasing) VALUES (1, ?, ?)')
    .run(entryId, Number(erasing))
}

/** Whether a row of a tracked table changed since the entry began. */
export function hasChanges(database: Database.Database, entryId: Id): boolean {
  const any = database.prepare<[Id], number>('SELECT EXISTS (SELECT 1 FROM history_change WHERE entry_id = ?)')
  return any.pluck().get(entryId) === 1
}

/** The tracked tables that changed since the entry began. */
export function changedTables(database: Database.Database, entryId: Id): TrackedName[] {
  return database
    .prepare<[Id], TrackedName>('SELECT DISTINCT table_name FROM history_change WHERE entry_id = ?')
    .pluck()
    .all(entryId)
}

export function storeEntry(database: Database.Database, entry: Entry, author: Author): void {
  database
    .prepare(
      `INSERT INTO history_entry (id, at, actor, kind, label, reason, request_id, reverses_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(entry.id, author.now, author.actor, entry.kind, entry.label, entry.reason, author.requestId, entry.reverses_id)
}

export function endEntry(database: Database.Database): void {
  database.exec('DELETE FROM history_current')
}

/** How many rows the logs have: they are not tracked, and only grow. */
export function logSizes(database: Database.Database): Map<string, number> {
  return new Map(
    logTables.map((table) => [table, database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0]),
  )
}

export function entryChanges(database: Database.Database, entryId: Id): Change[] {
  return database
    .prepare<[Id], Change>(
      'SELECT table_name, row_id, person_id, before, after FROM history_change WHERE entry_id = ? ORDER BY id',
    )
    .all(entryId)
}

const entryColumns = 'entry.id, entry.kind, entry.label, entry.reason, entry.reverses_id'

/** What erased a person is a wall: what came before may need their rows, so Ctrl+Z stops there. */
const sinceErasing = `entry.seq > coalesce((SELECT max(seq) FROM history_entry WHERE kind = 'erase'), 0)
  AND NOT EXISTS (SELECT 1 FROM history_entry later WHERE later.reverses_id = entry.id)`

/** What Ctrl+Z takes back: the newest thing done, or done again, that still holds. */
export function undoTarget(database: Database.Database): Entry | undefined {
  return database
    .prepare<[], Entry>(
      `SELECT ${entryColumns} FROM history_entry entry
       WHERE entry.kind IN ('do', 'redo') AND ${sinceErasing} ORDER BY entry.seq DESC LIMIT 1`,
    )
    .get()
}

/** What Ctrl+Y does again: the newest undo that still holds, unless something new was done after it. */
export function redoTarget(database: Database.Database): Entry | undefined {
  return database
    .prepare<[], Entry>(
      `SELECT ${entryColumns} FROM history_entry entry
       WHERE entry.kind = 'undo' AND ${sinceErasing}
         AND NOT EXISTS (SELECT 1 FROM history_entry newer WHERE newer.kind = 'do' AND newer.seq > entry.seq)
       ORDER BY entry.seq DESC LIMIT 1`,
    )
    .get()
}

export function findEntry(database: Database.Database, id: Id): Entry | undefined {
  return database.prepare<[Id], Entry>(`SELECT ${entryColumns} FROM history_entry entry WHERE entry.id = ?`).get(id)
}

/** The last link of what became of an entry: itself, or its undo, or the redo of that, and so on. */
export function lastReversal(database: Database.Database, entry: Entry): Entry {
  const next = database.prepare<[Id], Entry>(
    `SELECT ${entryColumns} FROM history_entry entry WHERE entry.reverses_id = ?`,
  )
  let last = entry
  for (let later = next.get(last.id); later; later = next.get(later.id)) last = later
  return last
}
