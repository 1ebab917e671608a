import { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { refreshOn } from '#renderer/app/api.ts'
import type { Client, Transport } from '#shared/contract/client.ts'
import type { JobState } from '#shared/contract/wire.ts'

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

/** The transport, with every call that finds nobody at the other end noticed. */
export function watchConnection(transport: Transport): Transport {
  return {
    send: async (call) => {
      const reply = await transport.send(call)
      setLost(!reply.ok && reply.problem.code === 'disconnected')
      return reply
    },
    listen: (listener) => transport.listen(listener),
  }
}

/** The cache of what was read. It is kept until an event says that it changed, or the connection was lost. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The other end is this workstation: there is nothing to wait for when the network is off.
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Keeps the cache up to date with what the other end says; while that is silent, asks until it answers again. */
export function keepConnected(client: Client, queries: QueryClient): void {
  client.onEvent((event) => {
    if (event.type === 'job')
      queries.setQueryData(['jobs.list', {}], (jobs: JobState[] = []) => withJob(jobs, event.job))
    refreshOn(queries, event)
  })

  let timer = 0
  subscribe(() => {
    window.clearInterval(timer)
    // Whatever was announced meanwhile was not heard.
    if (isLost) timer = window.setInterval(() => void knock(client), retryMs)
    else void queries.invalidateQueries()
  })
}

/** Any call will do: its answer is noticed on the way. */
async function knock(client: Client): Promise<void> {
  await client.call('workspace.info', {}).catch(() => undefined)
}

const withJob = (jobs: JobState[], job: JobState): JobState[] => [job, ...jobs.filter(({ id }) => id !== job.id)]
