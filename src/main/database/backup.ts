import { access, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { openReader } from '#main/database/connection.ts'
import { errorCode, fileRefusal } from '#main/database/sqliteErrors.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** 4 MB at a time: below a frame, and few enough turns. */
const pagesPerStep = 1000

export interface CopyOptions {
  readonly signal?: AbortSignal | undefined
  /** Pages copied, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Copies a data file, open or not, as it stood when this was called. The copy is whole and checked before it gets its
 * name; cancelled or failed, it leaves nothing.
 * @throws Refusal `cancelled`, `disk_full`, `read_only`, `file_damaged`; `file_missing` for the source or for the folder
 */
export async function copyDataFile(source: string, destination: string, options: CopyOptions = {}): Promise<void> {
  const part = `${destination}.part`
  await access(source).catch((error: unknown) => {
    throw fileRefusal(error, source)
  })
  await requireFolder(destination)
  try {
    await copyPages(source, part, options)
    checkCopy(part, source)
    await flush(part)
    await rename(part, destination)
    await flushFolder(dirname(destination))
  } catch (error) {
    for (const leftover of ['', '-journal', '-wal', '-shm']) await rm(part + leftover, { force: true })
    throw fileRefusal(error, destination)
  }
}

async function requireFolder(destination: string): Promise<void> {
  await access(dirname(destination)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw fileRefusal(error, destination)
    throw refuse(
      'file_missing',
      `The folder “${basename(dirname(destination))}” is no longer there, so nothing was copied into it. Make it again, then try again.`,
    )
  })
}

async function copyPages(source: string, part: string, { signal, onProgress }: CopyOptions): Promise<void> {
  const proceed = () => {
    if (signal?.aborted) throw refuse('cancelled', 'The copy was cancelled. Nothing was kept of it.')
  }
  proceed()
  const reader = openReader(source)
  try {
    // Holding a read transaction, writes made meanwhile do not start the copy over.
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM sqlite_schema').get()
    await reader.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        proceed()
        onProgress?.(totalPages - remainingPages, totalPages)
        return pagesPerStep
      },
    })
  } finally {
    reader.close()
  }
}

/** A copy is as good as its source: SQLite copies pages without looking into them. */
function checkCopy(part: string, source: string): void {
  const copy = new Database(part, { fileMustExist: true })
  try {
    // One file that can be moved about, without the log that WAL keeps beside it.
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw refuse('file_damaged', `${basename(source)} is damaged, so no copy of it was kept. Restore another backup.`)
  } finally {
    copy.close()
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a rename last through a power cut. Windows does so by itself, and cannot open a folder. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
