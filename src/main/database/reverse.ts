import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { rowInWords } from '#main/database/rowInWords.ts'
import { type Change, type Entry, entryChanges } from '#main/database/history.ts'
import { isConstraintError } from '#main/database/sqliteErrors.ts'
import { StatementCache } from '#main/database/statementCache.ts'
import { trackedTables } from '#main/database/tracking.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { fieldInWords } from '#shared/workspace/changeWords.ts'

type Value = string | number | null
type Row = Record<string, Value>

/** A long reversal lets other work through this often, in rows. */
const rowsPerTurn = 500

/**
 * Puts back what an entry changed, last change first, inside the open transaction. A field is put back only where it
 * still holds what the entry wrote; otherwise nothing is, and the refusal names the rows.
 * @throws Refusal `conflict`
 */
export async function reverseEntry(database: Database.Database, entry: Entry): Promise<void> {
  // Rows come back before or after the rows they refer to; what counts is the end.
  database.pragma('defer_foreign_keys = ON')
  const conflicts = new Map<string, ProblemDetail>()
  const statements = new StatementCache(database)
  for (const [index, change] of entryChanges(database, entry.id).toReversed().entries()) {
    if (conflicts.has(change.row_id)) continue
    const reason = reverseChange(statements, change)
    if (reason)
      conflicts.set(change.row_id, { path: change.row_id, message: `${rowInWords(database, change)}: ${reason}.` })
    if (index % rowsPerTurn === rowsPerTurn - 1) await nextTurn()
  }
  if (conflicts.size === 0) for (const orphan of orphans(database)) conflicts.set(orphan.path, orphan)
  if (conflicts.size > 0) throw conflictRefusal(entry, [...conflicts.values()])
}

/** Reverses one change, or says why not. */
function reverseChange(statements: StatementCache, change: Change): string | null {
  const { table_name: table, row_id: id } = change
  if (change.before === null && change.after === null) return 'the person was erased'
  const before = parse(change.before)
  const after = parse(change.after)
  const row = statements.get(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined
  if (!before) {
    if (!row) return 'it was removed since'
    const changed = fieldsThatDiffer(row, after!)
    if (changed.length > 0) return `${fieldList(table, changed)} changed since`
    statements.get(`DELETE FROM ${table} WHERE id = ?`).run(id)
    return null
  }
  if (!after) {
    if (row) return 'it was added again since'
    return writing(() => insertRow(statements, table, { ...before, revision: Number(before.revision) + 1 }))
  }
  if (!row) return 'it was removed since'
  const fields = fieldsThatDiffer(before, after)
  if (fields.length === 0) return null
  const changed = fields.filter((field) => row[field] !== after[field])
  if (changed.length > 0) return `${fieldList(table, changed)} changed since`
  if (table === 'instrument_version' && rescores(statements, row, before))
    return 'waves were held with it, and would be scored by another rule'
  const sets = [...fields, 'revision'].map((field) => `${field} = ?`).join(', ')
  const values = [...fields.map((field) => before[field] ?? null), Number(row.revision) + 1]
  return writing(() => statements.get(`UPDATE ${table} SET ${sets} WHERE id = ?`).run(...values, id))
}

/** Whether waves were held with a version that would be put back as it was before; its licence scores nothing. */
function rescores(statements: StatementCache, row: Row, before: Row): boolean {
  const held = statements.get('SELECT 1 FROM administration WHERE instrument_key = ? AND instrument_version = ?')
  const rule = ({ content }: Row): string => JSON.stringify({ ...parse(String(content)), licence: null })
  return rule(row) !== rule(before) && held.get(row.key, row.version) !== undefined
}

/** Runs a statement that may put a value back which another row has taken meanwhile. */
function writing(run: () => void): string | null {
  try {
    run()
    return null
  } catch (error) {
    if (isConstraintError(error)) return 'its old value now belongs to something else'
    throw error
  }
}

function insertRow(statements: StatementCache, table: string, row: Row): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  statements.get(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...Object.values(row))
}

const parse = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row))

/** Every change raises the revision, so it says nothing about whether two people changed the same thing. */
const fieldsThatDiffer = (a: Row, b: Row): string[] =>
  Object.keys(b).filter((field) => field !== 'revision' && (a[field] ?? null) !== b[field])

const fieldList = (table: Change['table_name'], fields: string[]): string =>
  fields.map((field) => fieldInWords(table, field)?.toLowerCase() ?? field).join(', ')

/** Rows left pointing at one that is gone: something added later still belongs to what the entry made. */
function orphans(database: Database.Database): ProblemDetail[] {
  return trackedTables.flatMap(({ name }) =>
    (database.pragma(`foreign_key_check(${name})`) as { rowid: number; parent: string }[]).map(({ rowid, parent }) => {
      const row = database.prepare<[number], Row>(`SELECT * FROM ${name} WHERE rowid = ?`).get(rowid)!
      const change = {
        table_name: name,
        row_id: String(row.id),
        person_id: null,
        before: null,
        after: JSON.stringify(row),
      }
      return {
        path: change.row_id,
        message: `${rowInWords(database, change)} still needs the ${parent} that would go.`,
      }
    }),
  )
}

function conflictRefusal(entry: Entry, conflicts: ProblemDetail[]) {
  const shown = conflicts.slice(0, 3).map(({ message }) => message)
  const rest = conflicts.length > shown.length ? ` And ${conflicts.length - shown.length} more.` : ''
  const verb = entry.kind === 'undo' ? 'done again' : 'undone'
  return refuse(
    'conflict',
    `“${entry.label}” cannot be ${verb}, because of ${count(conflicts.length, 'row')} changed later. ${shown.join(' ')}${rest} Undo the later changes first, or correct the rows by hand.`,
    conflicts,
  )
}
