import type Database from 'better-sqlite3'
import type { Migration } from '#main/database/migrations/migration.ts'
import { createTracking, dropTracking } from '#main/database/tracking.ts'

export const versionOf = (database: Database.Database): number =>
  database.pragma('user_version', { simple: true }) as number

export const latestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

/**
 * Brings the file to the latest shape in one transaction: whatever fails, the file is as it was. Foreign keys are off
 * meanwhile, since rebuilding a table would trip over them, and checked before the commit.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const from = versionOf(database)
  const pending = migrations.filter(({ version }) => version > from)
  if (pending.length === 0) return
  // Inside a transaction this pragma does nothing.
  database.pragma('foreign_keys = OFF')
  try {
    database.transaction(() => {
      dropTracking(database)
      for (const { sql } of pending) database.exec(sql)
      createTracking(database)
      const broken = database.pragma('foreign_key_check') as { table: string }[]
      if (broken.length > 0)
        throw new Error(`Migration leaves ${broken.length} broken references in ${broken[0]!.table}`)
      database.pragma(`user_version = ${latestVersion(migrations)}`)
    })()
  } finally {
    database.pragma('foreign_keys = ON')
  }
}
