import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { ImportAsk, ImportedKind, ImportReply, ImportTask, ImportTasks } from '#main/jobs/importTasks.ts'
import { type Piece, putBack } from '#main/jobs/pieces.ts'
import { inWords, nextMessage, startWorker } from '#main/jobs/worker.ts'
import { SerialQueue } from '#main/serialQueue.ts'
import { Refusal } from '#shared/kernel/problem.ts'

/** Without another ask for so long, in ms, the worker and the file it holds are given up. */
const idleMs = 60_000

/** A cancelled ask may end by itself for so long, in ms, because the next one is about the same file most of the time. */
const graceMs = 1000

const timeoutMs = 120_000
const memoryMb = 2048

/** A file to be imported into the data file at `path`, and what is said of it. */
interface About<K extends ImportedKind> {
  path: string
  handle: string
  name: string
  bytes: Uint8Array
  choices: ImportTasks[K]['choices']
}

interface Held {
  worker: Worker
  /** The file that the worker has read. */
  handle: string | null
}

/**
 * Reads and compares files to be imported in one thread, which lives on between asks: what it read, and what its code was
 * compiled to, serve the next look at the same file.
 */
export class ImportWorker<K extends ImportedKind> {
  readonly #kind: K
  readonly #queue = new SerialQueue()
  #held: Held | null = null
  #idle: NodeJS.Timeout | undefined

  constructor(kind: K) {
    this.#kind = kind
  }

  /**
   * @param handle names the file: two asks with one handle are about the same bytes
   * @throws what the task throws; the signal's reason; Refusal `too_large` where it needs more time or memory than it may have
   */
  run<T extends ImportTask<K>>(task: T, about: About<K>, signal: AbortSignal): Promise<ImportTasks[K]['results'][T]> {
    const cancelled = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    })
    const turn = this.#queue.run(() => this.#perform(task, about, signal))
    // Whoever cancelled goes on at once; how the work itself ended is no news then.
    turn.catch(() => {})
    return Promise.race([turn as Promise<ImportTasks[K]['results'][T]>, cancelled])
  }

  async #perform(
    task: ImportTask<K>,
    { path, handle, name, bytes, choices }: About<K>,
    signal: AbortSignal,
  ): Promise<unknown> {
    signal.throwIfAborted()
    clearTimeout(this.#idle)
    const held = (this.#held ??= this.#start())
    held.worker.ref()
    let grace: NodeJS.Timeout | undefined
    const endSoon = () => (grace = setTimeout(() => this.#end(held), graceMs))
    signal.addEventListener('abort', endSoon, { once: true })
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      const ask: ImportAsk<K> = { task, path, choices, file: held.handle === handle ? null : { name, bytes } }
      held.handle = null
      held.worker.postMessage(ask, [])
      const value = await receive(held.worker, deadline)
      held.handle = handle
      return value
    } catch (error) {
      if (!(error instanceof Refusal)) this.#end(held)
      throw inWords(error, deadline, timeoutMs)
    } finally {
      signal.removeEventListener('abort', endSoon)
      clearTimeout(grace)
      held.worker.unref()
      this.#idle = setTimeout(() => this.#end(held), idleMs).unref()
    }
  }

  #start(): Held {
    const held: Held = { worker: startWorker({ task: 'imports', kind: this.#kind }, memoryMb), handle: null }
    // Whoever waits hears of it too; between two asks nobody does.
    held.worker.on('error', () => this.#end(held))
    return held
  }

  #end(held: Held): void {
    if (this.#held === held) this.#held = null
    void held.worker.terminate()
  }
}

async function receive(worker: Worker, deadline: AbortSignal): Promise<Record<string, unknown>> {
  const reply = (await nextMessage(worker, deadline)) as ImportReply
  if (!reply.ok) throw 'problem' in reply ? new Refusal(reply.problem) : reply.fault
  for (let left = reply.pieces; left > 0; left -= 1) {
    await setImmediate()
    worker.postMessage('more', [])
    putBack(reply.value, (await nextMessage(worker, deadline)) as Piece)
  }
  return reply.value
}
