import type Database from 'better-sqlite3'
import { columnsOf, logTables, type TrackedName, trackedTables } from '#main/database/tracking.ts'
import { count } from '#shared/kernel/text.ts'
import type { FileCheck } from '#shared/workspace/schema.ts'

/** Examines a data file for damage, and for what no write of Coachdesk leaves behind. Each finding is a sentence. */
export function checkDataFile(database: Database.Database): FileCheck {
  const findings = [
    ...damage(database),
    ...brokenReferences(database),
    ...trackedTables.flatMap(({ name }) => againstHistory(database, name)),
    ...standings(database, 'enrolment'),
    ...standings(database, 'appointment'),
    ...entriesWithoutChanges(database),
  ]
  const names = [...trackedTables.map(({ name }) => name), ...logTables, 'history_entry', 'history_change', 'request']
  const tables = names.map((name) => ({ name, rows: countRows(database, `SELECT count(*) FROM ${name}`) }))
  return { ok: findings.length === 0, findings, tables }
}

function damage(database: Database.Database): string[] {
  const reports = database.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
  return reports.filter((report) => report !== 'ok').map((report) => `The file is damaged: ${report}.`)
}

function brokenReferences(database: Database.Database): string[] {
  const rows = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  const kinds = Map.groupBy(rows, ({ table, parent }) => `${table} without its ${parent}`)
  return [...kinds].map(([kind, broken]) => `${count(broken.length, 'row')} of ${kind}.`)
}

/** The history says how every row came to be what it is, so its last word must be the row. */
function againstHistory(database: Database.Database, table: TrackedName): string[] {
  const differs = columnsOf(database, table)
    // A column that is newer than the entry is not in it.
    .map(
      (name) => `(json_type(after, '$.${name}') IS NOT NULL AND json_extract(after, '$.${name}') IS NOT row.${name})`,
    )
    .join(' OR ')
  const last = `WITH last AS (SELECT row_id, after, max(id) FROM history_change WHERE table_name = '${table}' GROUP BY row_id)`
  const changed = countRows(
    database,
    `${last} SELECT count(*) FROM ${table} row LEFT JOIN last ON row_id = row.id WHERE after IS NULL OR ${differs}`,
  )
  const gone = countRows(
    database,
    `${last} SELECT count(*) FROM last WHERE after IS NOT NULL AND row_id NOT IN (SELECT id FROM ${table})`,
  )
  return [
    ...(changed > 0 ? [`${count(changed, 'row')} of ${table} differ from what the history says.`] : []),
    ...(gone > 0 ? [`${count(gone, 'row')} of ${table} are gone without a trace in the history.`] : []),
  ]
}

function standings(database: Database.Database, place: 'enrolment' | 'appointment'): string[] {
  const link = `${place}_id`
  const overlapping = countRows(
    database,
    `SELECT count(*) FROM ${place}_standing a JOIN ${place}_standing b ON a.${link} = b.${link} AND a.from_on < b.from_on
     WHERE a.to_on IS NULL OR a.to_on >= b.from_on`,
  )
  const without = countRows(
    database,
    `SELECT count(*) FROM ${place} WHERE id NOT IN (SELECT ${link} FROM ${place}_standing)`,
  )
  return [
    ...(overlapping > 0 ? [`${count(overlapping, 'standing')} of ${place} overlap with the next one.`] : []),
    ...(without > 0 ? [`${count(without, `${place} has`, `${place}s have`)} no standing.`] : []),
  ]
}

function entriesWithoutChanges(database: Database.Database): string[] {
  const empty = countRows(
    database,
    `SELECT count(*) FROM history_entry WHERE kind = 'do' AND id NOT IN (SELECT entry_id FROM history_change)`,
  )
  return empty > 0 ? [`${count(empty, 'entry', 'entries')} of the history changed nothing.`] : []
}

const countRows = (database: Database.Database, sql: string): number =>
  database.prepare<[], number>(sql).pluck().get() ?? 0
