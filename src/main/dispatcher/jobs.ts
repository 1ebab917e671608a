import { createThrottle } from '#main/dispatcher/throttle.ts'
import { toProblem } from '#main/dispatcher/toProblem.ts'
import type { Log } from '#main/log.ts'
import type { JobState } from '#shared/contract/wire.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'

export interface JobWork {
  (signal: AbortSignal, progress: (step: string, done?: number, total?: number | null) => void): Promise<unknown>
}

export interface Jobs {
  /** Starts a job, or finds the one that was started under this id. */
  start(id: string, name: string, work: JobWork): JobState
  /** Without results, which may be large. */
  list(): JobState[]
  get(id: string): JobState
  cancel(id: string): JobState
  /** Cancels what runs and waits for it to end. */
  close(): Promise<void>
}

interface Job {
  state: JobState
  readonly controller: AbortController
  ended: Promise<void>
}

const progressIntervalMs = 100
const keptMs = 10 * 60_000
const keptCount = 30
const maxRunning = 8

/** Long work: each job has a state that is announced, at most ten times a second, and kept a while after its end. */
export function createJobs(options: { now: () => Date; log: Log; announce: (job: JobState) => void }): Jobs {
  const jobs = new Map<string, Job>()

  const find = (id: string): Job => {
    const job = jobs.get(id)
    if (!job)
      throw refuse(
        'not_found',
        'There is no such job: it ended a while ago, or Coachdesk was restarted. Start it again.',
      )
    return job
  }

  function start(id: string, name: string, work: JobWork): JobState {
    const known = jobs.get(id)
    if (known && known.state.name !== name)
      throw refuse('invalid_input', `This request id belongs to a job of ${known.state.name}.`)
    if (known) return known.state
    const running = [...jobs.values()].filter((job) => job.state.status === 'running').length
    if (running >= maxRunning)
      throw refuse('busy', `${running} jobs are running already. Wait for one to end, or cancel one.`)

    const job: Job = {
      state: {
        id,
        name,
        status: 'running',
        progress: { step: '', done: 0, total: null },
        startedAt: options.now().toISOString(),
      },
      controller: new AbortController(),
      ended: Promise.resolve(),
    }
    jobs.set(id, job)
    job.ended = run(job, work)
    return job.state
  }

  async function run(job: Job, work: JobWork): Promise<void> {
    const { signal } = job.controller
    const update = createThrottle(() => options.announce(withoutResult(job.state)), progressIntervalMs)
    update.request()
    const end = await work(signal, (step, done = 0, total = null) => {
      if (job.state.status !== 'running') return
      job.state = { ...job.state, progress: { step, done, total } }
      update.request()
    }).then(
      (result): Partial<JobState> => ({ status: 'done', result }),
      (error: unknown): Partial<JobState> =>
        isCancellation(error, signal)
          ? { status: 'cancelled', problem: cancelled.problem }
          : { status: 'failed', problem: toProblem(error, job.state.name, options.log) },
    )
    update.cancel()
    job.state = { ...job.state, ...end }
    options.announce(withoutResult(job.state))
    forgetOldest()
    setTimeout(() => jobs.delete(job.state.id), keptMs).unref()
  }

  function forgetOldest(): void {
    const ended = [...jobs.values()].filter((job) => job.state.status !== 'running')
    for (const job of ended.slice(0, -keptCount)) jobs.delete(job.state.id)
  }

  return {
    start,
    list: () => [...jobs.values()].map((job) => withoutResult(job.state)),
    get: (id) => find(id).state,
    cancel: (id) => {
      const job = find(id)
      job.controller.abort(cancelled)
      return withoutResult(job.state)
    },
    close: async () => {
      for (const job of jobs.values()) job.controller.abort(cancelled)
      await Promise.all([...jobs.values()].map((job) => job.ended))
    },
  }
}

const cancelled = refuse('cancelled', 'The job was cancelled. Nothing was left half done.')

/** After a cancel, an abort error of any library is the cancel arriving; any other error is still a failure. */
function isCancellation(error: unknown, signal: AbortSignal): boolean {
  if (!signal.aborted) return false
  if (error instanceof Refusal) return error.problem.code === 'cancelled'
  return error instanceof Error && error.name === 'AbortError'
}

function withoutResult(state: JobState): JobState {
  const { result, ...rest } = state
  return result === undefined ? state : rest
}
