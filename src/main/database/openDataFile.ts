import { access, constants, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { flushFolder } from '#main/database/backup.ts'
import { applicationId, openReader, openWriter } from '#main/database/connection.ts'
import { DataFile } from '#main/database/dataFile.ts'
import { lockDataFile } from '#main/database/lock.ts'
import { latestVersion, migrate, versionOf } from '#main/database/migrate.ts'
import { migrations as allMigrations } from '#main/database/migrations/all.ts'
import type { Migration } from '#main/database/migrations/migration.ts'
import {
  damaged,
  fileRefusal,
  foreign,
  migrationRefusal,
  missing,
  newer,
  readOnly,
} from '#main/database/sqliteErrors.ts'
import { refuse } from '#shared/kernel/problem.ts'

export const dataFileExtension = '.coachdesk'

export interface OpenOptions {
  readonly migrations?: readonly Migration[]
  /** Called before a file is migrated or replaced, while nobody else can open it: the moment to back it up. */
  readonly beforeChange?: (path: string) => Promise<void>
  /** A copy to put in place of the file. */
  readonly replacement?: string
}

/**
 * Opens a data file, and locks it until it is closed. Nothing is changed in one that is refused.
 * @throws Refusal `file_missing`, `file_foreign`, `file_newer`, `file_not_migrated`, `file_damaged`, `file_in_use`,
 * `read_only`, `disk_full`
 */
export async function openDataFile(anyPath: string, options: OpenOptions = {}): Promise<DataFile> {
  // Two names of one file, by a link, must meet at one lock.
  const path = await realpath(anyPath).catch(() => anyPath)
  const { replacement, migrations = allMigrations } = options
  const source = replacement ?? path
  let release: (() => void) | undefined
  try {
    await requireWritable(path)
    const outdated = examine(source, migrations) < latestVersion(migrations)
    release = lockDataFile(path)
    if (outdated || replacement !== undefined) await options.beforeChange?.(path)
    // Before it takes the file's place: a migration that fails leaves the file as it was.
    if (outdated) migrateFile(source, migrations, path)
    if (replacement !== undefined) await putInPlace(replacement, path)
    return new DataFile(path, release)
  } catch (error) {
    release?.()
    throw fileRefusal(error, path)
  }
}

/**
 * Makes an empty data file and opens it. The file gets its name when it is complete.
 * @throws Refusal `conflict` where the name is taken, `file_missing` where the folder is, `read_only`, `disk_full`
 */
export async function createDataFile(path: string): Promise<DataFile> {
  if (await exists(path))
    throw refuse(
      'conflict',
      `There is already a file ${basename(path)} in this folder. Choose another name, or open it.`,
    )
  const folder = dirname(path)
  if (!(await exists(folder)))
    throw refuse('file_missing', `There is no folder ${folder} to make ${basename(path)} in. Make it first.`)
  const part = `${path}.part`
  try {
    await access(folder, constants.W_OK)
    await rm(part, { force: true })
    const database = new Database(part)
    try {
      database.pragma(`application_id = ${applicationId}`)
      database.pragma('journal_mode = WAL')
      migrate(database, allMigrations)
    } finally {
      database.close()
    }
    await putInPlace(part, path)
  } catch (error) {
    for (const leftover of ['', '-journal', '-wal', '-shm']) await rm(part + leftover, { force: true })
    throw fileRefusal(error, path)
  }
  return openDataFile(path)
}

/** Examines a file that is not open: whose it is, how new, whether whole. @returns its version */
export function examine(path: string, migrations: readonly Migration[] = allMigrations): number {
  const name = basename(path)
  const database = openReader(path)
  try {
    if (database.pragma('application_id', { simple: true }) !== applicationId) throw foreign(name)
    const version = versionOf(database)
    if (version > latestVersion(migrations)) throw newer(name)
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(name)
    return version
  } finally {
    database.close()
  }
}

/** Migrates the file at `source`, which is or will be the data file at `path`. */
function migrateFile(source: string, migrations: readonly Migration[], path: string): void {
  const database = openWriter(source)
  try {
    migrate(database, migrations)
  } catch (error) {
    throw migrationRefusal(error, path)
  } finally {
    database.close()
  }
}

/** The log that an earlier file of that name left must not be taken for the log of the one that comes. */
async function putInPlace(file: string, path: string): Promise<void> {
  for (const log of ['-wal', '-shm']) await rm(path + log, { force: true })
  await rename(file, path)
  await flushFolder(dirname(path))
}

async function requireWritable(path: string): Promise<void> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found) throw missing(name)
  if (!found.isFile()) throw foreign(name)
  for (const place of [path, dirname(path)])
    await access(place, constants.W_OK).catch(() => {
      throw readOnly(name)
    })
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
