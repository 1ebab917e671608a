import { setTimeout as pause } from 'node:timers/promises'
import { copyDataFile } from '#main/database/backup.ts'
import type { DataFile } from '#main/database/dataFile.ts'
import { localDay } from '#main/dispatcher/callContext.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { backupPath, listBackups, newBackupPath, pruneBackups } from '#main/features/workspace/backups.ts'
import type { Log } from '#main/log.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import type { Backup, BackupReason } from '#shared/workspace/schema.ts'

/** What a backup needs of the call that asks for it. */
export type BackupCall = Partial<Pick<CallContext, 'signal' | 'progress'>>

interface BackupMakerOptions {
  readonly now: () => Date
  readonly log: Log
  readonly made: () => void
}

/** A file that was just opened is about to be looked at: so long, in ms, the daily backup leaves the thread to that. */
const settlingMs = 10_000

/** Makes backups, when asked and once a day, and gives up those that are old enough. */
export class BackupMaker {
  readonly #options: BackupMakerOptions
  /** The file and day for which a daily backup was last considered. */
  #considered = ''
  #hurry = new AbortController()
  #daily: Promise<unknown> = Promise.resolve()

  constructor(options: BackupMakerOptions) {
    this.#options = options
  }

  /** Backs up a file that is open, between two of its writes. @throws Refusal `cancelled`, `disk_full`, `read_only` */
  ofOpen(file: DataFile, reason: BackupReason, call: BackupCall = {}): Promise<Backup> {
    return this.#make(file.path, reason, call, (...to) => file.backup(...to))
  }

  /** Backs up a file that nobody has open. @throws Refusal `cancelled`, `disk_full`, `read_only` */
  ofClosed(path: string, reason: BackupReason, call: BackupCall = {}): Promise<Backup> {
    return this.#make(path, reason, call, (to, signal, onProgress) => copyDataFile(path, to, { signal, onProgress }))
  }

  /** The daily backup of a file that was just opened: a moment later, or when the file is closed before. */
  dailySoon(file: DataFile): void {
    this.#hurry = new AbortController()
    const settled = pause(settlingMs, undefined, { ref: false, signal: this.#hurry.signal }).catch(() => {})
    this.#considerDaily(file, settled)
  }

  /** Once a day, where something changed since the last backup and that is not of today. Nobody waits for it. */
  daily(file: DataFile): void {
    this.#considerDaily(file, Promise.resolve())
  }

  #considerDaily(file: DataFile, ready: Promise<unknown>): void {
    const today = localDay(this.#options.now())
    const considered = `${file.path} ${today}`
    if (this.#considered === considered) return
    this.#considered = considered
    this.#daily = needsDailyBackup(file, today)
      .then((needed) => (needed ? ready.then(() => this.ofOpen(file, 'daily')) : null))
      .catch((error: unknown) => {
        if (error instanceof Refusal)
          this.#options.log.warn('The daily backup was not made.', { code: error.problem.code })
        else this.#options.log.error('The daily backup failed.', error)
      })
  }

  /** Waits for the daily backup, where one is due or being made. */
  async idle(): Promise<void> {
    this.#hurry.abort()
    await this.#daily
  }

  async #make(path: string, reason: BackupReason, call: BackupCall, copy: DataFile['backup']): Promise<Backup> {
    const now = this.#options.now()
    const destination = await newBackupPath(path, now.toISOString(), reason)
    await copy(destination, call.signal, (done, total) => call.progress?.('Backing up', done, total))
    await this.#prune(path, now)
    this.#options.made()
    const made = (await listBackups(path)).find((backup) => backupPath(path, backup.id) === destination)
    if (!made) throw new Error('The backup that was just made is not in the list.')
    return made
  }

  async #prune(path: string, now: Date): Promise<void> {
    try {
      await pruneBackups(path, now)
    } catch (error) {
      // An old backup that cannot go, as while something reads it, takes nothing from the new one.
      this.#options.log.error('Old backups could not be deleted.', error)
    }
  }
}

async function needsDailyBackup(file: DataFile, today: PlainDate): Promise<boolean> {
  const newest = await file.db
    .selectFrom('history_entry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const last = (await listBackups(file.path))[0]
  if (newest === undefined || last === undefined) return newest !== undefined
  return last.madeAt < newest.at && localDay(new Date(last.madeAt)) < today
}
