import { type QueryClient, useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { CallOptions, Client } from '#shared/contract/client.ts'
import type { AppEvent, JobState, Topic } from '#shared/contract/wire.ts'
import type { CallName, Contract, Input, JobName, Output } from '#shared/contract.ts'
import { type Problem, Refusal } from '#shared/kernel/problem.ts'

type NameOf<K extends string> = { [N in CallName]: Contract[N]['kind'] extends K ? N : never }[CallName]
export type QueryName = NameOf<'query'>
export type ChangeName = NameOf<'mutation' | 'action'>

export const ClientContext = createContext<Client | null>(null)

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('The window has no client.')
  return client
}

/** What a feature's queries depend on; after a commit the queries of the touched topics are read again. */
const dependencies: Record<string, readonly Topic[]> = {
  program: ['program', 'roster'],
  roster: ['roster', 'program'],
  budget: ['budget', 'program', 'roster'],
  coaching: ['coaching', 'program', 'roster'],
  evaluation: ['evaluation', 'coaching', 'program', 'roster'],
  workspace: ['workspace', 'history', 'views', 'imports', 'exports'],
}

const dependsOn = (name: string, topics: readonly Topic[]): boolean =>
  dependencies[name.split('.')[0]!]?.some((topic) => topics.includes(topic)) ?? false

/** Requests whose outcome is put into a query's cache by whoever sent them, with the name of that query. */
const shownByCaller = new Map<string, QueryName>()

/**
 * Sends a change whose outcome the caller puts into the cache of a query: a list of 50,000 is not read again for every
 * cell that was edited in it.
 */
export async function showingIn<T>(name: QueryName, send: (options: CallOptions) => Promise<T>): Promise<T> {
  const requestId = crypto.randomUUID()
  shownByCaller.set(requestId, name)
  try {
    return await send({ requestId })
  } catch (error) {
    shownByCaller.delete(requestId)
    throw error
  }
}

/** Reads again what a commit may have changed; after a reconnect, everything. */
export function refreshOn(queries: QueryClient, event: AppEvent): void {
  if (event.type === 'hello') void queries.invalidateQueries()
  if (event.type !== 'changed') return
  const shown = event.requestId === null ? undefined : shownByCaller.get(event.requestId)
  if (event.requestId !== null) shownByCaller.delete(event.requestId)
  const depends = (name: string) => dependsOn(name, event.topics)
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== shown && depends(String(name)) })
  // What is on screen is right already; another program's list is read again when it is next looked at.
  if (shown) void queries.invalidateQueries({ queryKey: [shown], refetchType: 'none' })
}

type Options<N extends QueryName> = Omit<UseQueryOptions<Output<N>, Refusal>, 'queryKey' | 'queryFn'>

/** Reads through a query procedure; cached by its input and read again when its topics change. */
export function useRead<N extends QueryName>(name: N, input: Input<N>, options?: Options<N>) {
  const client = useClient()
  return useQuery<Output<N>, Refusal>({ ...options, queryKey: [name, input], queryFn: () => client.call(name, input) })
}

/** Starts to read what a page is about to ask for. What goes wrong is told to the page, when it asks. */
export type ReadAhead = <N extends QueryName>(name: N, input: Input<N>) => void

export const createReadAhead =
  (client: Client, queries: QueryClient): ReadAhead =>
  (name, input) =>
    void queries.prefetchQuery({ queryKey: [name, input], queryFn: () => client.call(name, input) })

/** Sends a mutation or action. Its own query results arrive by the change announcement; `patch` may show them sooner. */
export function useChange<N extends ChangeName>(
  name: N,
  options: { patch?: (queries: QueryClient, output: Output<N>, input: Input<N>) => void } = {},
) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<Output<N>, Refusal, Input<N>>({
    mutationFn: (input) => client.call(name, input),
    onSuccess: (output, input) => options.patch?.(queries, output, input),
  })
}

export type JobView<N extends JobName> =
  | { status: 'idle' }
  | { status: 'running'; progress: JobState['progress'] }
  | { status: 'done'; output: Output<N> }
  | { status: 'failed'; problem: Problem }

/** Runs a job, with its progress, one at a time; leaving the screen cancels it. */
export function useJob<N extends JobName>(name: N) {
  const client = useClient()
  const [view, setView] = useState<JobView<N>>({ status: 'idle' })
  const cancelRunning = useRef<(() => void) | null>(null)

  const cancel = useCallback(() => cancelRunning.current?.(), [])
  const reset = useCallback(() => {
    cancelRunning.current?.()
    cancelRunning.current = null
    setView({ status: 'idle' })
  }, [])
  const start = useCallback(
    async (input: Input<N>): Promise<Output<N> | null> => {
      cancelRunning.current?.()
      const run = client.run(name, input, {
        onProgress: (progress) => {
          if (cancelRunning.current === stop) setView({ status: 'running', progress })
        },
      })
      const stop = () => void run.cancel()
      cancelRunning.current = stop
      setView({ status: 'running', progress: { step: 'Starting', done: 0, total: null } })
      try {
        const output = await run.result
        if (cancelRunning.current === stop) setView({ status: 'done', output })
        return output
      } catch (error) {
        const problem = problemOf(error)
        if (cancelRunning.current === stop)
          setView(problem.code === 'cancelled' ? { status: 'idle' } : { status: 'failed', problem })
        return null
      } finally {
        if (cancelRunning.current === stop) cancelRunning.current = null
      }
    },
    [client, name],
  )
  useEffect(() => () => cancelRunning.current?.(), [])
  return { view, start, cancel, reset }
}

/** What went wrong, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  return { code: 'fault', message: error instanceof Error ? error.message : 'Something went wrong in the window.' }
}
