import { AsyncLocalStorage } from 'node:async_hooks'
import Database from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { fileRefusal } from '#main/database/sqliteErrors.ts'
import { TakingTurns } from '#main/database/takingTurns.ts'
import { StatementCache } from '#main/database/statementCache.ts'
import type { Tables } from '#main/database/tables.ts'
import { type Refusal, refuse } from '#shared/kernel/problem.ts'

/** "Cdsk": says in the header of the file whose it is. */
export const applicationId = 0x4364736b

/** How long to wait for another process that looks into the file, an anti-virus scan or a backup tool, in ms. */
const busyTimeout = 5000

/** Room for the pages of a large import, in KiB: with the usual 2 MB they are written and read again while it goes on. */
const writerCache = 16 * 1024

/** The connection that writes. Every setting is made here, since SQLite keeps most of them per connection. */
export function openWriter(path: string): Database.Database {
  const database = new Database(path, { fileMustExist: true, timeout: busyTimeout })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('secure_delete = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma(`cache_size = -${writerCache}`)
  // What a statement of many rows may have to take back would go to a file, and come from there again.
  database.pragma('temp_store = MEMORY')
  return database
}

/** A connection that sees what is committed, and neither waits for the writer nor can change anything. */
export function openReader(path: string): Database.Database {
  const database = new Database(path, { fileMustExist: true, readonly: true, timeout: busyTimeout })
  database.pragma('query_only = ON')
  return database
}

/** Set while the work of a `write` runs, to catch what would read around its transaction. */
export const insideWrite = new AsyncLocalStorage<true>()

/** Kysely over the reader: an error in a write that reads through it would see the file as it was before. */
export function readingKysely(database: Database.Database): Kysely<Tables> {
  return kyselyOver(database, () => {
    if (insideWrite.getStore()) throw new Error('Inside a write, read through its transaction, not through `file.db`.')
  })
}

/** Kysely over the writer: however long a transaction is, it lets the thread answer others between two statements. */
export function writingKysely(database: Database.Database): Kysely<Tables> {
  return kyselyOver(database, () => {}).withPlugin(new TakingTurns())
}

function kyselyOver(database: Database.Database, guard: () => void): Kysely<Tables> {
  const statements = new StatementCache(database)
  const driver: SqliteDatabase = {
    close: () => {
      database.close()
    },
    prepare: (sql) => {
      guard()
      if (!database.open) throw closed()
      // A full disk rolls back by itself; a second rollback would hide the reason.
      if (sql === 'rollback' && !database.inTransaction) return nothingToDo
      return inWords(database.name, statements.get(sql))
    },
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: driver }) })
}

const nothingToDo: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

/** What comes too late, as when a job ends after the user opened another file. */
export const closed = (): Refusal => refuse('no_file', 'The data file was closed meanwhile. Open it, then try again.')

/** A statement whose failures say what happened to the file. */
function inWords(path: string, statement: Database.Statement): SqliteStatement {
  const attempt = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw fileRefusal(error, path)
    }
  }
  return {
    reader: statement.reader,
    all: (parameters) => attempt(() => statement.all(parameters)),
    run: (parameters) => attempt(() => statement.run(parameters)),
    iterate: (parameters) => attempt(() => statement.iterate(parameters)),
  }
}
