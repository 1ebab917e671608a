import * as z from 'zod'
import { callContext } from '#main/dispatcher/callContext.ts'
import type { CallContext, Handlers } from '#main/dispatcher/handler.ts'
import { createJobs } from '#main/dispatcher/jobs.ts'
import { SerialQueue } from '#main/serialQueue.ts'
import { toProblem } from '#main/dispatcher/toProblem.ts'
import { inputProblem } from '#main/dispatcher/inputProblem.ts'
import { inWords } from '#main/dispatcher/inWords.ts'
import type { Log } from '#main/log.ts'
import { contract, type ProcedureName } from '#shared/contract.ts'
import type { jobsContract } from '#shared/contract/jobs.ts'
import type { Procedure } from '#shared/contract/procedure.ts'
import {
  type AppEvent,
  type Call,
  callSchema,
  type JobStarted,
  maxCallBytes,
  type Reply,
  type Topic,
} from '#shared/contract/wire.ts'
import { type Refusal, refuse } from '#shared/kernel/problem.ts'

type JobsProcedure = keyof typeof jobsContract

export interface DispatcherOptions {
  /** Every procedure but those about jobs, which the dispatcher answers itself. */
  handlers: Handlers<Exclude<ProcedureName, JobsProcedure>>
  /** Waited for before a handler runs: settles when the data file it is to work on is in place. */
  ready?: () => Promise<void>
  actor: () => string
  now: () => Date
  log: Log
}

/** Answers calls, whichever way they come in. Whatever a caller sends is answered; nothing is thrown at a transport. */
export interface Dispatcher {
  dispatch(call: unknown, signal?: AbortSignal): Promise<Reply>
  /** The same for a call that arrived as JSON text, answered with JSON text. */
  dispatchJson(json: string, signal?: AbortSignal): Promise<string>
  subscribe(listener: (event: AppEvent) => void): () => void
  announce(topics: Topic[], requestId: string | null): void
  /** Cancels jobs, waits for what is being answered, and refuses what comes later. */
  close(): Promise<void>
}

interface Endpoint {
  procedure: Procedure
  handle: (input: unknown, call: CallContext) => Promise<unknown>
}

const maxConcurrentCalls = 64
const never = new AbortController().signal

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { log } = options
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent): void => listeners.forEach((listener) => listener(event))
  const jobs = createJobs({ now: options.now, log, announce: (job) => emit({ type: 'job', job }) })
  const writeQueue = new SerialQueue()
  const writing = new Map<string, { name: string; reply: Promise<Reply> }>()
  const active = new Set<Promise<Reply>>()
  let closed = false

  const jobHandlers: Handlers<JobsProcedure> = {
    'jobs.list': async () => jobs.list(),
    'jobs.get': async ({ jobId }) => jobs.get(jobId),
    'jobs.cancel': async ({ jobId }) => jobs.cancel(jobId),
  }
  const handlers: Record<string, unknown> = { ...options.handlers, ...jobHandlers }
  const endpoints = new Map(
    Object.entries(contract).map(([name, procedure]): [string, Endpoint] => [
      name,
      { procedure, handle: handlers[name] as Endpoint['handle'] },
    ]),
  )

  async function dispatch(raw: unknown, signal: AbortSignal = never): Promise<Reply> {
    const parsed = callSchema.safeParse(raw)
    if (!parsed.success) return no(inputProblem('The call', parsed.error))
    const call = parsed.data
    if (closed) return no(refuse('disconnected', 'Coachdesk is closing. Open it again.'))

    const twin = writing.get(call.requestId)
    if (twin?.name === call.name) return twin.reply
    if (twin)
      return no(
        refuse(
          'invalid_input',
          `The request id of ${call.name} is in use by ${twin.name}. Send each request with an id of its own.`,
        ),
      )
    if (active.size >= maxConcurrentCalls)
      return no(refuse('busy', `${active.size} calls are waiting already. Try again in a moment.`))

    const endpoint = endpoints.get(call.name)
    const reply = answer(call, endpoint, signal)
    const writes = endpoint?.procedure.kind === 'mutation' || endpoint?.procedure.kind === 'action'
    active.add(reply)
    if (writes) writing.set(call.requestId, { name: call.name, reply })
    await reply
    active.delete(reply)
    if (writes) writing.delete(call.requestId)
    return reply
  }

  async function answer(call: Call, endpoint: Endpoint | undefined, signal: AbortSignal): Promise<Reply> {
    try {
      if (!endpoint) throw refuse('unknown_procedure', `There is no procedure ${JSON.stringify(call.name)}.`)
      const input = z.safeParse(endpoint.procedure.input, call.input, { error: inWords })
      if (!input.success) throw inputProblem(`The input of ${call.name}`, input.error)
      return { ok: true, value: await perform(call, endpoint, input.data, signal) }
    } catch (error) {
      return { ok: false, problem: toProblem(error, call.name, log) }
    }
  }

  async function perform(
    call: Call,
    { procedure, handle }: Endpoint,
    input: unknown,
    signal: AbortSignal,
  ): Promise<unknown> {
    const act = async (context: CallContext): Promise<unknown> => {
      await options.ready?.()
      return handle(input, context)
    }
    const context = (signal: AbortSignal, progress?: CallContext['progress']): CallContext =>
      callContext({ requestId: call.requestId, actor: options.actor(), now: options.now() }, signal, progress)

    // What is asked about jobs must not wait behind a job.
    if (Object.hasOwn(jobHandlers, call.name)) return handle(input, context(never))
    if (procedure.kind === 'query') {
      signal.throwIfAborted()
      return act(context(signal))
    }
    if (procedure.kind === 'job') {
      const job = jobs.start(call.requestId, call.name, (signal, progress) => act(context(signal, progress)))
      return { jobId: job.id } satisfies JobStarted
    }
    // Writes run to their end even if the caller goes away: a retry of the same request waits for the same answer.
    return writeQueue.run(() => act(context(never)))
  }

  async function dispatchJson(json: string, signal?: AbortSignal): Promise<string> {
    const reply = await dispatchText(json, signal)
    try {
      return JSON.stringify(reply)
    } catch (error) {
      return JSON.stringify({ ok: false, problem: toProblem(error, 'Writing an answer', log) } satisfies Reply)
    }
  }

  async function dispatchText(json: string, signal?: AbortSignal): Promise<Reply> {
    if (json.length > maxCallBytes) return no(tooLarge)
    let call: unknown
    try {
      call = JSON.parse(json)
    } catch {
      return no(refuse('invalid_input', 'The call is not JSON.'))
    }
    return dispatch(call, signal)
  }

  return {
    dispatch,
    dispatchJson,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    announce: (topics, requestId) => emit({ type: 'changed', topics, requestId }),
    close: async () => {
      closed = true
      await jobs.close()
      await Promise.all(active)
    },
  }
}

const tooLarge = refuse('too_large', `A call holds at most ${maxCallBytes / 1024 / 1024} MB, a file of about 64 MB.`)

const no = ({ problem }: Refusal): Reply => ({ ok: false, problem })
