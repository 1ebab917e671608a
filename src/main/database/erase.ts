import type Database from 'better-sqlite3'
import { foldText } from '#shared/kernel/text.ts'
import type { Id } from '#shared/kernel/ids.ts'

const neutralLabel = 'Changed somebody since erased'

/**
 * Takes a person out of the history: what their rows held, whose they were, and the labels and reasons that could name
 * them. Stored answers go altogether, since any may hold their data. Runs inside an erasing entry.
 */
export function scrubHistory(database: Database.Database, personId: Id): void {
  const names = namesOf(database, personId)
  const about = database
    .prepare<[Id, Id], { id: Id; label: string; reason: string | null; others: number }>(
      `SELECT id, label, reason,
         EXISTS (SELECT 1 FROM history_change c WHERE c.entry_id = entry.id AND c.person_id IS NOT ?) AS others
       FROM history_entry entry WHERE id IN (SELECT entry_id FROM history_change WHERE person_id = ?)`,
    )
    .all(personId, personId)
  const blank = database.prepare('UPDATE history_entry SET label = ?, reason = ? WHERE id = ?')
  for (const { id, label, reason, others } of about) {
    const named = (text: string | null) => text !== null && (!others || mentions(text, names))
    blank.run(named(label) ? neutralLabel : label, named(reason) ? null : reason, id)
  }
  database
    .prepare('UPDATE history_change SET before = NULL, after = NULL, person_id = NULL WHERE person_id = ?')
    .run(personId)
  database.exec('DELETE FROM request')
}

/** Every name the person ever had here. */
function namesOf(database: Database.Database, personId: Id): string[] {
  const rows = database
    .prepare<[Id], { names: string }>(
      `SELECT DISTINCT coalesce(after, before) AS names FROM history_change WHERE table_name = 'person' AND person_id = ?`,
    )
    .all(personId)
  const names = rows.flatMap(({ names }) => {
    const { last_name, first_name, preferred_name } = JSON.parse(names) as Record<string, string>
    return [last_name, first_name, preferred_name]
  })
  return [...new Set(names.filter((name) => name !== undefined && name !== '').map((name) => foldText(name!)))]
}

const mentions = (text: string, names: string[]): boolean => names.some((name) => foldText(text).includes(name))

/** Rewrites the file without the pages and log that still hold what was deleted. Needs a moment without readers. */
export function purge(database: Database.Database): void {
  database.exec('VACUUM')
  database.pragma('wal_checkpoint(TRUNCATE)')
}
