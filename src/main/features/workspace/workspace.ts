import { mkdir, realpath, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { copyDataFile } from '#main/database/backup.ts'
import type { DataFile } from '#main/database/dataFile.ts'
import { createDataFile, dataFileExtension, examine, openDataFile } from '#main/database/openDataFile.ts'
import { localDay } from '#main/dispatcher/callContext.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { backupPath, listBackups, newBackupPath, pruneBackups } from '#main/features/workspace/backups.ts'
import { fileIdOf, fileNameOf, findKnownFiles, folderHint, riskOf } from '#main/features/workspace/knownFiles.ts'
import { Settings } from '#main/features/workspace/settings.ts'
import { Staging } from '#main/features/workspace/staging.ts'
import type { Log } from '#main/log.ts'
import { type Topic, topics as allTopics } from '#shared/contract/wire.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { FolderRisk } from '#shared/workspace/folderRisk.ts'
import type { Backup, BackupReason, KnownFile, OpenFile, Preferences, WorkspaceInfo } from '#shared/workspace/schema.ts'

export interface WorkspaceOptions {
  /** Where new data files go: a folder of the user's documents. */
  readonly dataFolder: string
  /** Where this workstation's settings are kept. */
  readonly settingsFolder: string
  readonly version: string
  readonly surface: WorkspaceInfo['surface']
  /** Shows the native dialog, where there is one; null where the user cancels. */
  readonly chooseFile?: () => Promise<string | null>
  /** Fills a new file with the sample program. */
  readonly loadSample?: (workspace: Workspace, call: CallContext) => Promise<void>
  readonly now: () => Date
  readonly log: Log
}

/** What a backup needs of the call that asks for it. */
export type BackupCall = Partial<Pick<CallContext, 'signal' | 'progress'>>

type ChangeListener = (topics: Topic[], requestId: Id | null) => void

interface Opened {
  readonly file: DataFile
  readonly at: Instant
  readonly warning: FolderRisk | null
}

/** What is open on this workstation: at most one data file, with its backups, and files on their way in and out. */
export class Workspace {
  readonly staging: Staging
  readonly #options: WorkspaceOptions
  readonly #settings: Settings
  readonly #listeners = new Set<ChangeListener>()
  #opened: Opened | null = null
  /** The day for which a daily backup was last considered. */
  #backedUpOn = ''
  #dailyBackup: Promise<unknown> = Promise.resolve()

  constructor(options: WorkspaceOptions) {
    this.#options = options
    this.#settings = new Settings(options.settingsFolder)
    this.staging = new Staging(options.now)
  }

  /** The open data file. @throws Refusal `no_file` */
  current(): DataFile {
    return this.#current().file
  }

  get isOpen(): boolean {
    return this.#opened !== null
  }

  /** Who the history says did it. */
  get actor(): string {
    return this.#settings.actor
  }

  /** Of Coachdesk itself. */
  get version(): string {
    return this.#options.version
  }

  setActor(name: string): void {
    this.#settings.setActor(name)
    this.#announce(['workspace'], null)
  }

  setPreferences(changed: Partial<Preferences>): void {
    this.#settings.setPreferences(changed)
    this.#announce(['workspace'], null)
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async info(): Promise<WorkspaceInfo> {
    const { surface, chooseFile, now } = this.#options
    return {
      version: this.version,
      surface,
      nativeDialogs: chooseFile !== undefined,
      actor: this.actor,
      today: localDay(now()),
      preferences: this.#settings.preferences,
      file: this.#opened ? await describe(this.#opened) : null,
    }
  }

  async listFiles(): Promise<KnownFile[]> {
    const files = await this.#findFiles()
    return files.map(({ file }) => file)
  }

  /** Opens a known file. @throws Refusal `not_found`, and those of `openDataFile` */
  async openKnown(fileId: string): Promise<void> {
    const found = (await this.#findFiles()).find(({ file }) => file.id === fileId)
    if (!found) throw refuse('not_found', 'This file is not in the list any more. Choose it where it is now.')
    await this.openPath(found.path)
  }

  /** Opens a file in place of the open one, which stays open where this one is refused. */
  async openPath(path: string): Promise<void> {
    const full = await realpath(path).catch(() => resolve(path))
    if (full === this.#opened?.file.path) return
    await this.#switchTo(await openDataFile(full, { beforeMigration: this.#backUpForMigration }))
  }

  /** Makes a file and opens it. @throws Refusal `conflict` where the name is taken, `read_only`, `disk_full` */
  async createAt(path: string): Promise<void> {
    await this.#switchTo(await createDataFile(resolve(path)))
  }

  /** Makes a file of that name in the data folder and opens it, with the sample program if wanted. */
  async createNamed(name: string, sample: boolean, call: CallContext): Promise<void> {
    const fileName = safeFileName(name)
    if (fileName === '') throw refuse('invalid_input', 'This name has no letters or digits. Enter another.')
    const { dataFolder, loadSample } = this.#options
    if (sample && !loadSample) throw refuse('not_available', 'The sample program is not part of this installation.')
    const before = this.#opened?.file.path
    const path = join(dataFolder, fileName + dataFileExtension)
    await mkdir(dataFolder, { recursive: true })
    await this.createAt(path)
    if (!sample || !loadSample) return
    try {
      await loadSample(this, call)
    } catch (error) {
      // Half a sample is of no use; the file from before is.
      await this.close()
      for (const part of [path, `${path}-lock`]) await rm(part, { force: true })
      if (before !== undefined) await this.openPath(before)
      throw error
    }
  }

  /** Lets the user pick a file in a native dialog; one that is cancelled changes nothing. @throws Refusal `not_available` */
  async chooseFile(): Promise<void> {
    if (!this.#options.chooseFile)
      throw refuse('not_available', 'There is no file dialog here. Choose a file from the list.')
    const path = await this.#options.chooseFile()
    if (path !== null) await this.openPath(path)
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await this.#dailyBackup
    await opened?.file.close()
  }

  listBackups(): Promise<Backup[]> {
    return listBackups(this.current().path)
  }

  /** Backs up the open file, and gives up backups that are old enough. @throws Refusal `cancelled`, `disk_full`, `read_only` */
  async backUp(reason: BackupReason, call: BackupCall = {}): Promise<Backup> {
    return this.#backUp(this.current(), reason, call)
  }

  /**
   * Puts a backup in place of the open file, which is backed up first: restoring that takes it back. Cancelled or
   * failed, it leaves the file as it was.
   * @throws Refusal `not_found`, `cancelled`, `file_damaged`, `file_newer`, `disk_full`, `read_only`
   */
  async restore(backupId: string, call: BackupCall): Promise<void> {
    const { file } = this.#current()
    const { path } = file
    if (!(await listBackups(path)).some(({ id }) => id === backupId))
      throw refuse('not_found', 'This backup is no longer there. Choose another from the list.')
    // Taken before the backup is made, which may push this one out of the list.
    const replacement = `${path}.restoring`
    await copyDataFile(backupPath(path, backupId), replacement, { signal: call.signal })
    try {
      examine(replacement)
      await this.#backUp(file, 'restore', call)
      await this.close()
      await this.#reopen(path, replacement)
    } finally {
      await rm(replacement, { force: true })
    }
  }

  /** Opens the file again with what takes its place, or, where that fails, as it is. */
  async #reopen(path: string, replacement: string): Promise<void> {
    try {
      await this.#switchTo(await openDataFile(path, { replacement, beforeMigration: this.#backUpForMigration }))
    } catch (error) {
      await this.openPath(path)
      throw error
    }
  }

  readonly #backUpForMigration = async (path: string): Promise<void> => {
    await copyDataFile(path, await newBackupPath(path, this.#options.now().toISOString(), 'migration'))
  }

  async #backUp(file: DataFile, reason: BackupReason, { signal, progress }: BackupCall): Promise<Backup> {
    const now = this.#options.now()
    const destination = await newBackupPath(file.path, now.toISOString(), reason)
    await file.backup(destination, signal, (done, total) => progress?.('Backing up', done, total))
    await pruneBackups(file.path, now)
    this.#announce(['workspace'], null)
    const made = (await listBackups(file.path)).find((backup) => backupPath(file.path, backup.id) === destination)
    if (!made) throw new Error('The backup that was just made is not in the list.')
    return made
  }

  async #switchTo(file: DataFile): Promise<void> {
    await this.close()
    const at = this.#options.now().toISOString()
    this.#opened = { file, at, warning: await riskOf(file.path) }
    file.onCommit((topics, requestId) => {
      this.#announce(topics, requestId)
      this.#backUpDaily(file)
    })
    this.#noteOpened(file.path, at)
    this.#backedUpOn = ''
    this.#backUpDaily(file)
    this.#announce([...allTopics], null)
  }

  #noteOpened(path: string, at: Instant): void {
    try {
      this.#settings.noteOpened(path, at)
    } catch (error) {
      // Not being able to remember a file is no reason not to work with it.
      this.#options.log.error('The list of recent files could not be saved.', error)
    }
  }

  /** Once a day, where something changed since the last backup. Beside the work: nobody waits for it. */
  #backUpDaily(file: DataFile): void {
    const today = localDay(this.#options.now())
    if (this.#backedUpOn === today) return
    this.#backedUpOn = today
    this.#dailyBackup = changedSinceBackup(file)
      .then((changed) => (changed ? this.#backUp(file, 'daily', {}) : null))
      .catch((error: unknown) => {
        if (error instanceof Refusal)
          this.#options.log.warn('The daily backup was not made.', { code: error.problem.code })
        else this.#options.log.error('The daily backup failed.', error)
      })
  }

  #findFiles() {
    return findKnownFiles(this.#settings.recent, this.#options.dataFolder, this.#opened?.file.path ?? null)
  }

  #current(): Opened {
    if (!this.#opened) throw refuse('no_file', 'No data file is open. Open one, or start a program.')
    return this.#opened
  }

  #announce(topics: Topic[], requestId: Id | null): void {
    for (const listener of this.#listeners) listener(topics, requestId)
  }
}

async function describe({ file, at, warning }: Opened): Promise<OpenFile> {
  const [steps, backups] = await Promise.all([file.undoStep(), listBackups(file.path)])
  return {
    id: fileIdOf(file.path),
    name: fileNameOf(file.path),
    folder: folderHint(file.path),
    warning,
    openedAt: at,
    lastBackupAt: backups[0]?.madeAt ?? null,
    ...steps,
  }
}

async function changedSinceBackup(file: DataFile): Promise<boolean> {
  const newest = await file.db
    .selectFrom('history_entry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lastBackup = (await listBackups(file.path))[0]
  return newest !== undefined && (lastBackup === undefined || lastBackup.madeAt < newest.at)
}
