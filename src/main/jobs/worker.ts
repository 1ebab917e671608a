import { Worker } from 'node:worker_threads'
import type { TaskName, TaskReply, Tasks } from '#main/jobs/tasks.ts'
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
  const worker = new Worker(entry(), {
    workerData: { task, payload },
    resourceLimits: { maxOldGenerationSizeMb },
    execArgv: [],
  })
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const reply = await replyOf(worker, AbortSignal.any([signal, deadline]))
    if (reply.ok) return reply.value as Tasks[T]['result']
    throw 'problem' in reply ? new Refusal(reply.problem) : reply.fault
  } catch (error) {
    if (isOutOfMemory(error))
      throw refuse('too_large', 'The file needs more memory than there is. Split it, and try again.')
    if (error === deadline.reason) {
      throw refuse(
        'too_large',
        `The work was not done after ${timeoutMs / 1000} seconds. Split the file, and try again.`,
      )
    }
    throw error
  } finally {
    await worker.terminate()
  }
}

function replyOf(worker: Worker, stop: AbortSignal): Promise<TaskReply> {
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the worker ended with code ${code} and no answer`)))
  })
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
