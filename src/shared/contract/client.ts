import type { CallName, Input, JobName, Output } from '#shared/contract.ts'
import type { AppEvent, Call, JobStarted, JobState, Reply } from '#shared/contract/wire.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'

/** A way to reach the main process. `send` always answers: a lost connection is a problem, too. */
export interface Transport {
  send(call: Call): Promise<Reply>
  /** Hears events until the returned function is called. `hello` comes with every new connection. */
  listen(listener: (event: AppEvent) => void): () => void
}

export interface CallOptions {
  /** Sent again with the same id, a request is applied once. */
  requestId?: string
}

export interface JobOptions extends CallOptions {
  onProgress?: (progress: JobState['progress']) => void
}

export interface JobRun<T> {
  readonly jobId: Promise<string>
  /** Rejects with a `Refusal`: `cancelled` where somebody cancelled the job. */
  readonly result: Promise<T>
  cancel(): Promise<void>
}

/** The contract as functions: what the window, the command line and the tests call. Problems are thrown as `Refusal`. */
export interface Client {
  call<N extends CallName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>>
  /** Starts a job and follows it. With the request id of an earlier start it re-attaches to that job. */
  run<N extends JobName>(name: N, input: Input<N>, options?: JobOptions): JobRun<Output<N>>
  onEvent(listener: (event: AppEvent) => void): () => void
}

export function createClient(transport: Transport, newRequestId: () => string): Client {
  async function send(name: string, input: unknown, requestId: string): Promise<unknown> {
    const reply = await transport.send({ name, input, requestId })
    if (!reply.ok) throw new Refusal(reply.problem)
    return reply.value
  }

  const getJob = async (jobId: string): Promise<JobState> =>
    (await send('jobs.get', { jobId }, newRequestId())) as JobState

  /** Settles when the job ends, however often the connection is lost in between. */
  function follow(jobId: string, onProgress: JobOptions['onProgress']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // The end of a job is announced without its result; a new connection may have missed the end. Both ask.
      async function look(): Promise<void> {
        try {
          const job = await getJob(jobId)
          if (job.status === 'running') onProgress?.(job.progress)
          else settle(job)
        } catch (error) {
          if (!(error instanceof Refusal && error.problem.code === 'disconnected')) fail(error)
        }
      }
      function settle(job: JobState): void {
        if (job.status !== 'done') return fail(new Refusal(job.problem ?? cancelledJob.problem))
        stop()
        resolve(job.result)
      }
      function fail(error: unknown): void {
        stop()
        reject(error)
      }
      const stop = transport.listen((event) => {
        if (event.type === 'hello') void look()
        if (event.type !== 'job' || event.job.id !== jobId) return
        if (event.job.status === 'running') onProgress?.(event.job.progress)
        else void look()
      })
      void look()
    })
  }

  return {
    call: async (name, input, options) =>
      (await send(name, input, options?.requestId ?? newRequestId())) as Output<typeof name>,

    run: (name, input, options) => {
      const started = send(name, input, options?.requestId ?? newRequestId())
      const jobId = started.then((value) => (value as JobStarted).jobId)
      const result = jobId.then((id) => follow(id, options?.onProgress)) as Promise<Output<typeof name>>
      // A caller awaits one of the two or both, and hears of a failure there; the other must not count as unhandled.
      jobId.catch(() => undefined)
      result.catch(() => undefined)
      return {
        jobId,
        result,
        cancel: async () => void (await send('jobs.cancel', { jobId: await jobId }, newRequestId())),
      }
    },

    onEvent: (listener) => transport.listen(listener),
  }
}

const cancelledJob = refuse('cancelled', 'The job was cancelled.')
