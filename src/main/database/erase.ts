import Database from 'better-sqlite3'
import { foldText } from '#shared/kernel/text.ts'
import type { Id } from '#shared/kernel/ids.ts'

const neutralLabel = 'Changed somebody since erased'

/**
 * Takes a person out of the history: what their rows held, whose they were, and the labels and reasons that could name
 * them. Stored answers go altogether, since any may hold their data. Runs inside an erasing entry.
 */
export function scrubHistory(database: Database.Database, personId: Id): void {
  // People merged into this one are the same person, known under another id before.
  const ids = JSON.stringify(withMerged(database, personId))
  const names = namesOf(database, ids)
  const about = database
    .prepare<[{ ids: string }], { id: Id; label: string; reason: string | null; others: number }>(
      `SELECT id, label, reason,
         EXISTS (SELECT 1 FROM history_change c WHERE c.entry_id = entry.id
           AND coalesce(c.person_id, '') NOT IN (SELECT value FROM json_each(@ids))) AS others
       FROM history_entry entry WHERE id IN (SELECT entry_id FROM history_change WHERE ${isAbout})`,
    )
    .all({ ids })
  const blank = database.prepare('UPDATE history_entry SET label = ?, reason = ? WHERE id = ?')
  for (const { id, label, reason, others } of about) {
    const named = (text: string | null) => text !== null && (!others || mentions(text, names))
    blank.run(named(label) ? neutralLabel : label, named(reason) ? null : reason, id)
  }
  database
    .prepare(
      `UPDATE history_change SET before = NULL, after = NULL, person_id = NULL, other_person_id = NULL WHERE ${isAbout}`,
    )
    .run({ ids })
  database.exec('DELETE FROM request')
}

/**
 * Takes out of the history what the codes and responses of a wave held, and whose they were. Stored answers go as well.
 * Runs inside an erasing entry, which goes on to say how its rows were left.
 */
export function scrubKey(database: Database.Database, administrationId: Id, entryId: Id): void {
  database
    .prepare<[Id, Id]>(
      `UPDATE history_change SET before = NULL, after = CASE WHEN entry_id = ? THEN after END,
         person_id = NULL, other_person_id = NULL
       WHERE table_name IN ('survey_code', 'response')
         AND json_extract(coalesce(after, before), '$.administration_id') = ?`,
    )
    .run(entryId, administrationId)
  database.exec('DELETE FROM request')
}

/** A change of a row about one of the people, whose ids are a JSON array. */
const isAbout = `(person_id IN (SELECT value FROM json_each(@ids)) OR other_person_id IN (SELECT value FROM json_each(@ids)))`

/** The person, and those merged into them for good: their places moved over, and they are no more. */
function withMerged(database: Database.Database, personId: Id): Id[] {
  return database
    .prepare<[Id], Id>(
      `WITH RECURSIVE same (id) AS (
         VALUES (?)
         UNION
         SELECT json_extract(before, '$.person_id') FROM same JOIN history_change ON person_id = same.id
         WHERE table_name IN ('person_identity', 'enrolment', 'appointment', 'staff_role') AND before IS NOT NULL AND after IS NOT NULL
           AND json_extract(before, '$.person_id') NOT IN (SELECT id FROM person)
       )
       SELECT id FROM same`,
    )
    .pluck()
    .all(personId)
}

/** Every name the people ever had here. */
function namesOf(database: Database.Database, ids: string): string[] {
  const rows = database
    .prepare<[{ ids: string }], { names: string }>(
      `SELECT DISTINCT coalesce(after, before) AS names FROM history_change WHERE table_name = 'person' AND ${isAbout}`,
    )
    .all({ ids })
  const names = rows.flatMap(({ names }) => {
    const { last_name, first_name, preferred_name } = JSON.parse(names) as Record<string, string>
    return [last_name, first_name, preferred_name]
  })
  return [...new Set(names.filter((name) => name !== undefined && name !== '').map((name) => foldText(name!)))]
}

const mentions = (text: string, names: string[]): boolean => names.some((name) => foldText(text).includes(name))

/** Rewrites the file without the pages and log that still hold what was deleted. Needs a moment without readers. */
export function purge(database: Database.Database): void {
  try {
    database.exec('VACUUM')
  } catch (error) {
    // The person is erased already, and secure_delete has overwritten their rows: a disk too full for a second copy of
    // the file must not make that look like a failure.
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')) throw error
  }
  database.pragma('wal_checkpoint(TRUNCATE)')
}
