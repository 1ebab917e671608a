import type Database from 'better-sqlite3'

/** Compiling a statement costs more than running it on one row, so the last ones are kept. */
export class StatementCache {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  get(sql: string): Database.Statement {
    const kept = this.#statements.get(sql)
    this.#statements.delete(sql)
    // A statement that is being iterated cannot run twice at once.
    const statement = kept && !kept.busy ? kept : this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > 100) this.#statements.delete(this.#statements.keys().next().value!)
    return statement
  }
}
