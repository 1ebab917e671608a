import { Worker } from 'node:worker_threads'
import type { TaskName, TaskReply, TaskRequest, Tasks } from '#main/jobs/tasks.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'

export interface WorkerLimits {
  /** Ends the work at once; the promise rejects with the signal's reason. */
  signal: AbortSignal
  timeoutMs?: number
  maxOldGenerationSizeMb?: number
}

const defaultTimeoutMs = 120_000
const defaultMemoryMb = 2048

/**
 * Does a heavy task in a thread of its own, within limits of time and memory.
 * @throws what the task throws; Refusal `too_large` where it needs more time or memory than it may have
 */
export async function runInWorker<T extends TaskName>(
  task: T,
  payload: Tasks[T]['payload'],
  { signal, timeoutMs = defaultTimeoutMs, maxOldGenerationSizeMb = defaultMemoryMb }: WorkerLimits,
): Promise<Tasks[T]['result']> {
  signal.throwIfAborted()
  const worker = startWorker({ task, payload } as TaskRequest, maxOldGenerationSizeMb)
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const reply = (await nextMessage(worker, AbortSignal.any([signal, deadline]))) as TaskReply
    if (reply.ok) return reply.value as Tasks[T]['result']
    throw 'problem' in reply ? new Refusal(reply.problem) : reply.fault
  } catch (error) {
    throw inWords(error, deadline, timeoutMs)
  } finally {
    await worker.terminate()
  }
}

/** A thread of its own, which may take so much memory. */
export function startWorker(request: TaskRequest, maxOldGenerationSizeMb: number): Worker {
  return new Worker(entry(), { workerData: request, resourceLimits: { maxOldGenerationSizeMb }, execArgv: [] })
}

/** What a worker sends next. @throws the reason of `stop`, or why the worker ended */
export async function nextMessage(worker: Worker, stop: AbortSignal): Promise<unknown> {
  const done = new AbortController()
  const { signal } = done
  try {
    return await new Promise((resolve, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason as Error), { signal })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', gone)
      signal.addEventListener('abort', () => {
        worker.off('message', resolve).off('error', reject).off('exit', gone)
      })
      function gone(code: number): void {
        reject(new Error(`the worker ended with code ${code} and no answer`))
      }
    })
  } finally {
    done.abort()
  }
}

/** Says in words that a worker needed more than it may have; any other error as it is. */
export function inWords(error: unknown, deadline: AbortSignal, timeoutMs: number): unknown {
  if (isOutOfMemory(error))
    return refuse('too_large', 'The file needs more memory than there is. Split it, and try again.')
  if (error !== deadline.reason) return error
  return refuse('too_large', `The work was not done after ${timeoutMs / 1000} seconds. Split the file, and try again.`)
}

/** Beside this file when run from source; in the built app this file is in a chunk, a folder below the entries. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('workerEntry.ts', here)
  return new URL(here.includes('/chunks/') ? '../workerEntry.js' : 'workerEntry.js', here)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
