import Database from 'better-sqlite3'
import { basename } from 'node:path'
import { errorCode, fileRefusal, inUse } from '#main/database/sqliteErrors.ts'

/**
 * Makes sure that a data file is open once. The lock is SQLite's own, on a small file beside the data file: the operating
 * system frees it when the process ends, however it ends, so it is never stale. The small file stays: taking it away
 * would let two openers hold a lock on two files of that name.
 * @returns a function that lets go of it
 * @throws Refusal `file_in_use`, or `read_only` where the folder cannot be written
 */
export function lockDataFile(path: string): () => void {
  let lock: Database.Database | undefined
  try {
    lock = new Database(`${path}-lock`, { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    throw errorCode(error).startsWith('SQLITE_BUSY') ? inUse(basename(path)) : fileRefusal(error, path)
  }
  const held = lock
  return () => {
    held.close()
  }
}
