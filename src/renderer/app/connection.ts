import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { refreshOn } from '#renderer/app/api.ts'
import type { Client } from '#shared/contract/client.ts'
import type { JobState } from '#shared/contract/wire.ts'
import { Refusal } from '#shared/kernel/problem.ts'

const retryMs = 2_000

let isLost = false
const listeners = new Set<() => void>()

function setLost(lost: boolean): void {
  if (lost === isLost) return
  isLost = lost
  for (const listener of listeners) listener()
}

/** Whether the other end does not answer at the moment. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isDisconnected = (error: unknown): boolean => error instanceof Refusal && error.problem.code === 'disconnected'

/** The cache of what was read. It is kept until an event says that it changed, or the connection was lost. */
export function createQueries(): QueryClient {
  const notice = {
    onError: (error: unknown) => {
      if (isDisconnected(error)) setLost(true)
    },
    onSuccess: () => setLost(false),
  }
  return new QueryClient({
    queryCache: new QueryCache(notice),
    mutationCache: new MutationCache(notice),
    defaultOptions: {
      // The other end is this workstation: there is nothing to wait for when the network is off.
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Keeps the cache up to date with what the other end says, and asks for it again while it is silent. */
export function keepConnected(client: Client, queries: QueryClient): void {
  client.onEvent((event) => {
    if (event.type === 'hello') setLost(false)
    if (event.type === 'job')
      queries.setQueryData(['jobs.list', {}], (jobs: JobState[] = []) => withJob(jobs, event.job))
    refreshOn(queries, event)
  })
  listeners.add(() => {
    if (isLost) setTimeout(() => void retry(client, queries), retryMs)
  })
}

async function retry(client: Client, queries: QueryClient): Promise<void> {
  try {
    await client.call('workspace.info', {})
  } catch (error) {
    if (isDisconnected(error)) {
      setTimeout(() => void retry(client, queries), retryMs)
      return
    }
  }
  setLost(false)
  await queries.invalidateQueries()
}

const withJob = (jobs: JobState[], job: JobState): JobState[] => [job, ...jobs.filter(({ id }) => id !== job.id)]
