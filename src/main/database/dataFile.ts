import type Database from 'better-sqlite3'
import type { Kysely, Transaction } from 'kysely'
import { type CopyOptions, copyDataFile } from '#main/database/backup.ts'
import { checkDataFile } from '#main/database/check.ts'
import { closed, insideWrite, openReader, openWriter, readingKysely, writingKysely } from '#main/database/connection.ts'
import { purge, scrubHistory, scrubKey } from '#main/database/erase.ts'
import * as history from '#main/database/history.ts'
import { newId } from '#main/database/newId.ts'
import { reverseEntry } from '#main/database/reverse.ts'
import { SerialQueue } from '#main/serialQueue.ts'
import { fileRefusal } from '#main/database/sqliteErrors.ts'
import type { Tables } from '#main/database/tables.ts'
import { touchedTopics } from '#main/database/topics.ts'
import type { Topic } from '#shared/contract/wire.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { FileCheck, UndoStep } from '#shared/workspace/schema.ts'

export interface WriteContext {
  /** The same id is the same write: it is applied once, however often it is asked for. */
  readonly requestId: Id
  readonly actor: string
  readonly now: Instant
}

export interface About<T> {
  /** What was done, in words: "Edit 3 learners". */
  readonly label: string | ((result: T) => string)
  readonly reason?: string | undefined
}

type CommitListener = (topics: Topic[], requestId: Id) => void
type EntryDraft = Omit<history.Entry, 'id'>

/** A write's answer is kept this long for a retry, in days. */
const requestDays = 7

/** An open data file. One write at a time, each in one transaction, with its history. Reads never wait. */
export class DataFile {
  readonly path: string
  /** For reads outside a write; sees what is committed. */
  readonly db: Kysely<Tables>
  readonly #reader: Database.Database
  readonly #writer: Database.Database
  readonly #transactions: Kysely<Tables>
  readonly #releaseLock: () => void
  readonly #queue = new SerialQueue()
  readonly #listeners = new Set<CommitListener>()
  readonly #copies = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  /** For `openDataFile`, which has locked, examined and migrated the file. */
  constructor(path: string, releaseLock: () => void) {
    this.path = path
    this.#releaseLock = releaseLock
    this.#writer = openWriter(path)
    this.#reader = openReader(path)
    this.db = readingKysely(this.#reader)
    this.#transactions = writingKysely(this.#writer)
  }

  /**
   * Does work in one transaction and one history entry. Work that changes nothing leaves no entry.
   * @param work gets the transaction, and the id that the entry will have
   * @returns what `work` returned, or returned when the same request came before (as JSON gives it back)
   * @throws what `work` throws, with nothing written; Refusal `disk_full`, `read_only`, `file_damaged`
   */
  write<T>(
    context: WriteContext,
    about: About<T>,
    work: (tx: Transaction<Tables>, entryId: Id) => Promise<T>,
  ): Promise<T> {
    return this.#record(context, async (tx, entryId) => {
      history.beginEntry(this.#writer, entryId)
      const result = await work(tx, entryId)
      const label = typeof about.label === 'string' ? about.label : about.label(result)
      const changed = history.hasChanges(this.#writer, entryId)
      return {
        result,
        entry: changed ? { kind: 'do', label, reason: about.reason || null, reverses_id: null } : null,
      }
    })
  }

  /** Takes back the last change. @throws Refusal `not_found` where there is none, `conflict` */
  undo(context: WriteContext): Promise<UndoStep> {
    return this.#reverse(context, () => {
      const target = history.undoTarget(this.#writer)
      if (!target) throw refuse('not_found', 'There is nothing to undo.')
      return target
    })
  }

  /** Does again what was undone last. @throws Refusal `not_found` where there is none, `conflict` */
  redo(context: WriteContext): Promise<UndoStep> {
    return this.#reverse(context, () => {
      const target = history.redoTarget(this.#writer)
      if (!target) throw refuse('not_found', 'There is nothing to redo.')
      return target
    })
  }

  /**
   * Takes back one entry wherever it stands in the history, or does it again where it is an undo.
   * @throws Refusal `not_found`, `conflict` where it does not hold any more or what it touched changed since
   */
  reverse(context: WriteContext, entryId: Id): Promise<UndoStep> {
    return this.#reverse(context, () => {
      const entry = history.findEntry(this.#writer, entryId)
      if (!entry) throw refuse('not_found', 'This entry is not in the history of the open data file.')
      if (entry.kind === 'erase') throw refuse('conflict', 'What was erased cannot be undone.')
      const last = history.lastReversal(this.#writer, entry)
      if ((last.kind === 'undo') !== (entry.kind === 'undo'))
        throw refuse('conflict', `“${entry.label}” is already ${entry.kind === 'undo' ? 'done again' : 'undone'}.`)
      return last
    })
  }

  /** What Ctrl+Z and Ctrl+Y would do now. */
  async undoStep(): Promise<{ undo: UndoStep | null; redo: UndoStep | null }> {
    return { undo: stepOf(history.undoTarget(this.#reader)), redo: stepOf(history.redoTarget(this.#reader)) }
  }

  /**
   * Erases a person for good: their rows, what the history holds of them, and the bytes in the file. Backups made before
   * still hold them until they are given up. Only that somebody was erased is recorded.
   */
  erasePerson(
    context: WriteContext,
    personId: Id,
    deleteRows: (tx: Transaction<Tables>) => Promise<void>,
  ): Promise<void> {
    return this.#erase(context, 'Erased a person', deleteRows, () => scrubHistory(this.#writer, personId))
  }

  /**
   * Takes the key of a confidential wave out of the file for good, as erasing a person does: after it, nothing here leads
   * from a response to whose it was. The row of the wave is changed by `deleteRows` too, and that stays in the history.
   */
  destroyKey(
    context: WriteContext,
    administrationId: Id,
    deleteRows: (tx: Transaction<Tables>) => Promise<void>,
  ): Promise<void> {
    return this.#erase(context, 'Destroyed the key of a wave', deleteRows, (entryId) =>
      scrubKey(this.#writer, administrationId, entryId),
    )
  }

  #erase(
    context: WriteContext,
    label: string,
    deleteRows: (tx: Transaction<Tables>) => Promise<void>,
    scrub: (entryId: Id) => void,
  ): Promise<void> {
    return this.#record(
      context,
      async (tx, entryId) => {
        history.beginEntry(this.#writer, entryId, true)
        await deleteRows(tx)
        scrub(entryId)
        return { result: undefined, entry: { kind: 'erase', label, reason: null, reverses_id: null } }
      },
      async () => {
        await Promise.allSettled(this.#copies)
        purge(this.#writer)
      },
    )
  }

  check(): Promise<FileCheck> {
    return this.#queue.run(async () => {
      if (!this.#reader.open) throw closed()
      return checkDataFile(this.#reader)
    })
  }

  /** Copies the file as it stands, while work goes on. @throws Refusal `cancelled`, `disk_full`, `read_only` */
  async backup(
    destination: string,
    signal?: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<void> {
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    const options: CopyOptions = { signal: stop, onProgress }
    // The copy begins between two writes, so that erasing can wait for those that hold the person.
    const copy = await this.#queue.run(async () => {
      const running = copyDataFile(this.path, destination, options).finally(() => this.#copies.delete(running))
      this.#copies.add(running)
      running.catch(() => {})
      return { running }
    })
    await copy.running
  }

  /** Calls the listener after each commit. @returns a function that ends it */
  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Waits for writes under way, stops copies, and lets go of the file. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue.run(async () => {
      await Promise.allSettled(this.#copies)
      this.#reader.close()
      this.#writer.close()
      this.#releaseLock()
    })
  }

  #reverse(context: WriteContext, choose: () => history.Entry): Promise<UndoStep> {
    return this.#record(context, async (_tx, entryId) => {
      const target = choose()
      history.beginEntry(this.#writer, entryId)
      await reverseEntry(this.#writer, target)
      const kind = target.kind === 'undo' ? 'redo' : 'undo'
      return {
        result: { entryId: target.id, label: target.label },
        entry: { kind, label: target.label, reason: null, reverses_id: target.id },
      }
    })
  }

  /** The one way to write: in turn, in a transaction, once per request, with the entry that `work` describes. */
  #record<T>(
    context: WriteContext,
    work: (tx: Transaction<Tables>, entryId: Id) => Promise<{ result: T; entry: EntryDraft | null }>,
    afterCommit: () => Promise<void> = async () => {},
  ): Promise<T> {
    if (insideWrite.getStore()) throw new Error('A write inside a write would wait for itself.')
    return this.#queue.run(async () => {
      if (!this.#writer.open) throw closed()
      const answered = this.#storedAnswer(context.requestId)
      if (answered !== undefined) return JSON.parse(answered) as T
      const entryId = newId()
      try {
        const { result, topics } = await this.#transactions.transaction().execute(async (tx) => {
          const logs = history.logSizes(this.#writer)
          const { result, entry } = await insideWrite.run(true, () => work(tx, entryId))
          const tables = this.#finish({ context, entryId, entry, result })
          const grown = [...history.logSizes(this.#writer)].filter(([log, size]) => size !== logs.get(log))
          return { result, topics: touchedTopics([...tables, ...grown.map(([log]) => log)], entry !== null) }
        })
        for (const listener of this.#listeners) listener(topics, context.requestId)
        await afterCommit()
        return result
      } catch (error) {
        throw fileRefusal(error, this.path)
      }
    })
  }

  #finish(done: { context: WriteContext; entryId: Id; entry: EntryDraft | null; result: unknown }): string[] {
    const { context, entryId, entry, result } = done
    if (entry) history.storeEntry(this.#writer, { id: entryId, ...entry }, context)
    const tooOld = new Date(Date.parse(context.now) - requestDays * 86_400_000).toISOString()
    this.#writer.prepare('DELETE FROM request WHERE at < ?').run(tooOld)
    this.#writer
      .prepare('INSERT INTO request (id, at, result) VALUES (?, ?, ?)')
      .run(context.requestId, context.now, JSON.stringify(result ?? null))
    history.endEntry(this.#writer)
    return history.changedTables(this.#writer, entryId)
  }

  #storedAnswer(requestId: Id): string | undefined {
    return this.#writer.prepare<[Id], string>('SELECT result FROM request WHERE id = ?').pluck().get(requestId)
  }
}

const stepOf = (entry: history.Entry | undefined): UndoStep | null =>
  entry ? { entryId: entry.id, label: entry.label } : null
