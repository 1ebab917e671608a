import { realpath, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { copyDataFile } from '#main/database/backup.ts'
import type { DataFile } from '#main/database/dataFile.ts'
import { createDataFile, dataFileExtension, examine, openDataFile } from '#main/database/openDataFile.ts'
import { fileRefusal } from '#main/database/sqliteErrors.ts'
import { localDay } from '#main/dispatcher/callContext.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { type BackupCall, BackupMaker } from '#main/features/workspace/backupMaker.ts'
import { backupPath, listBackups } from '#main/features/workspace/backups.ts'
import { fileIdOf, fileNameOf, findKnownFiles, folderHint, riskOf } from '#main/features/workspace/knownFiles.ts'
import { makeFolder } from '#main/features/workspace/makeFolder.ts'
import { Settings } from '#main/features/workspace/settings.ts'
import { Staging } from '#main/features/workspace/staging.ts'
import type { Log } from '#main/log.ts'
import { SerialQueue } from '#main/serialQueue.ts'
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
  readonly #backups: BackupMaker
  readonly #listeners = new Set<ChangeListener>()
  /** What opens, closes and replaces files, one after the other, whoever asks. */
  readonly #turns = new SerialQueue()
  #opened: Opened | null = null
  /** While the sample is loaded nobody is told: a window would show half of it, and lose its place when it is whole. */
  #isFilling = false
  /** Under way while one file takes the place of another. */
  #replacing: Promise<void> = Promise.resolve()

  constructor(options: WorkspaceOptions) {
    this.#options = options
    this.#settings = new Settings(options.settingsFolder)
    this.staging = new Staging(options.now)
    this.#backups = new BackupMaker({
      now: options.now,
      log: options.log,
      made: () => this.#announce(['workspace'], null),
    })
  }

  /** The open data file. @throws Refusal `no_file` */
  current(): DataFile {
    if (!this.#opened) throw refuse('no_file', 'No data file is open. Open one, or start a program.')
    return this.#opened.file
  }

  /** Writes down what broke in the window, and answers with where the log has it. */
  reportFault({ page, error }: { page: string; error: string }): string {
    return this.#options.log.error(`The page ${page} stopped working`, error)
  }

  /** Waits while one file takes the place of another: what is asked meanwhile is meant for the one that comes. */
  settled(): Promise<void> {
    return this.#replacing
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
  openPath(path: string): Promise<void> {
    return this.#turns.run(() => this.#openPath(path))
  }

  /**
   * Makes a file and opens it, with the sample program if wanted.
   * @throws Refusal `conflict` where the name is taken, `read_only`, `disk_full`, `not_available`
   */
  async createAt(path: string, sample: CallContext | null = null): Promise<void> {
    const { loadSample } = this.#options
    if (sample && !loadSample) throw refuse('not_available', 'The sample program is not part of this installation.')
    // In one turn: no other file may be opened while the sample is loaded into this one.
    await this.#turns.run(async () => {
      const before = this.#opened?.file.path
      const file = await createDataFile(resolve(path))
      this.#isFilling = sample !== null
      try {
        await this.#replace(() => this.#install(file))
        if (!sample || !loadSample) return
        await loadSample(this, sample).catch(async (error: unknown) => {
          await this.#takeBack(file.path, before)
          throw error
        })
      } finally {
        this.#isFilling = false
        if (sample) this.#announce([...allTopics], null)
      }
    })
  }

  /** Half a sample is of no use; the file from before is. */
  async #takeBack(path: string, before: string | undefined): Promise<void> {
    await this.#letGo()
    for (const part of [path, `${path}-lock`]) await rm(part, { force: true })
    if (before !== undefined) await this.#openPath(before)
  }

  /** Makes a file of that name in the data folder and opens it, with the sample program if wanted. */
  async createNamed(name: string, sample: boolean, call: CallContext): Promise<void> {
    const fileName = safeFileName(name)
    if (fileName === '') throw refuse('invalid_input', 'This name has no letters or digits. Enter another.')
    const { dataFolder } = this.#options
    await makeFolder(dataFolder)
    await this.createAt(join(dataFolder, fileName + dataFileExtension), sample ? call : null)
  }

  /** Lets the user pick a file in a native dialog; one that is cancelled changes nothing. @throws Refusal `not_available` */
  async chooseFile(): Promise<void> {
    if (!this.#options.chooseFile)
      throw refuse('not_available', 'There is no file dialog here. Choose a file from the list.')
    const path = await this.#options.chooseFile()
    if (path !== null) await this.openPath(path)
  }

  close(): Promise<void> {
    return this.#turns.run(() => this.#letGo())
  }

  listBackups(): Promise<Backup[]> {
    return listBackups(this.current().path)
  }

  /** Backs up the open file, and gives up backups that are old enough. @throws Refusal `cancelled`, `disk_full`, `read_only` */
  async backUp(reason: BackupReason, call: BackupCall = {}): Promise<Backup> {
    return this.#backups.ofOpen(this.current(), reason, call)
  }

  /**
   * Puts a backup in place of the open file, which is backed up first: restoring that takes it back. Cancelled or
   * failed, it leaves the file as it was.
   * @throws Refusal `not_found`, `cancelled`, `file_damaged`, `file_newer`, `file_not_migrated`, `disk_full`, `read_only`
   */
  restore(backupId: string, call: BackupCall): Promise<void> {
    return this.#turns.run(async () => {
      const { path } = this.current()
      if (!(await listBackups(path)).some(({ id }) => id === backupId))
        throw refuse('not_found', 'This backup is no longer there. Choose another from the list.')
      // Taken before the file is backed up, which may push this backup out of the list.
      const replacement = `${path}.restoring`
      try {
        await copyBackup(backupPath(path, backupId), replacement, call)
        await this.#replace(() => this.#openReplaced(path, replacement, call))
      } finally {
        await rm(replacement, { force: true })
      }
    })
  }

  /** Opens a closed file with what takes its place, or, where that fails, as it is. */
  async #openReplaced(path: string, replacement: string, call: BackupCall): Promise<void> {
    // Closed, so that no change comes between the backup and what takes the file's place.
    const beforeChange = async () => void (await this.#backups.ofClosed(path, 'restore', call))
    try {
      await this.#install(await openDataFile(path, { replacement, beforeChange }))
    } catch (error) {
      await this.#install(await openDataFile(path))
      throw error
    }
  }

  async #openPath(path: string): Promise<void> {
    const full = await realpath(path).catch(() => resolve(path))
    if (full === this.#opened?.file.path) return
    const beforeChange = async () => void (await this.#backups.ofClosed(full, 'migration'))
    const file = await openDataFile(full, { beforeChange })
    await this.#replace(() => this.#install(file))
  }

  /** Lets go of the open file and does what opens the next; calls wait meanwhile. */
  async #replace(openNext: () => Promise<void>): Promise<void> {
    const replacing = this.#letGo().then(openNext)
    this.#replacing = replacing.catch(() => {})
    await replacing
  }

  async #letGo(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await this.#backups.idle()
    await opened?.file.close()
  }

  async #install(file: DataFile): Promise<void> {
    const at = this.#options.now().toISOString()
    this.#opened = { file, at, warning: await riskOf(file.path) }
    file.onCommit((topics, requestId) => {
      this.#announce(topics, requestId)
      this.#backups.daily(file)
    })
    this.#noteOpened(file.path, at)
    this.#backups.dailySoon(file)
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

  #findFiles() {
    return findKnownFiles(this.#settings.recent, this.#options.dataFolder, this.#opened?.file.path ?? null)
  }

  #announce(topics: Topic[], requestId: Id | null): void {
    if (this.#isFilling) return
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

/** Copies a backup to be put in place. @throws Refusal `cancelled`, `file_damaged`, `file_newer`, `disk_full` */
async function copyBackup(backup: string, replacement: string, { signal }: BackupCall): Promise<void> {
  try {
    examine(backup)
    await copyDataFile(backup, replacement, { signal })
  } catch (error) {
    const known = fileRefusal(error, backup)
    if (!(known instanceof Refusal) || known.problem.code !== 'file_damaged') throw known
    throw refuse('file_damaged', 'This backup is damaged and was not restored. Choose another; the file is as it was.')
  }
}
