import { CompiledQuery, type Insertable, type Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'

/** SQLite takes some 32,000 parameters in a statement, PostgreSQL 65,000: this many rows or ids stay under both. */
const batchSize = 500

export function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize)
}

/** What inserts a full batch, by table and columns: putting a statement together takes half as long as running it. */
const fullBatches = new Map<string, string>()

/** Inserts rows of the same columns, some at a time, however many there are. */
export async function insertRows<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (const batch of inBatches(rows)) {
    if (batch.length < batchSize) await db.insertInto(table).values(batch).execute()
    else await db.executeQuery(insertFullBatch(db, table, batch))
  }
}

function insertFullBatch<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  batch: Insertable<Tables[T]>[],
): CompiledQuery {
  const columns = Object.keys(batch[0]!) as (keyof Insertable<Tables[T]>)[]
  const name = `${table} ${columns.join()}`
  const known = fullBatches.get(name)
  if (known !== undefined) {
    const values = batch.flatMap((row) => columns.map((column) => row[column]))
    return CompiledQuery.raw(known, values)
  }
  const query = db.insertInto(table).values(batch).compile()
  fullBatches.set(name, query.sql)
  return query
}
