import { useCallback, useEffect } from 'react'
import { problemOf, useClient } from '#renderer/app/api.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Id } from '#shared/kernel/ids.ts'

/** Says in a toast what could not be done. */
export function showProblem(error: unknown): void {
  const problem = problemOf(error)
  // The window says that it is not connected in one place, once.
  if (problem.code === 'disconnected' || problem.code === 'cancelled') return
  showToast({ message: problem.message, tone: 'wrong' })
}

/** The offers to undo that stand on screen, by the entry they would undo. */
const offers = new Map<Id, () => void>()

// An offer stands for seconds: what it is about is among the newest.
const lookedAt = 50

/** Takes an offer away when what it would undo is undone by other means: Ctrl+Z, the history. Once, in the frame. */
export function useWithdrawnOffers(): void {
  const client = useClient()
  useEffect(() => {
    const look = async (): Promise<void> => {
      const entries = await client.call('workspace.listHistory', { limit: lookedAt })
      for (const { id, undoneBy } of entries) if (undoneBy !== null) offers.get(id)?.()
    }
    return client.onEvent((event) => {
      if (event.type === 'changed' && event.topics.includes('history') && offers.size > 0) look().catch(showProblem)
    })
  }, [client])
}

/**
 * Says what was done and offers to undo just that: `done('Added Ana Ruiz')` after a mutation. The newest entry of the
 * history is remembered, so that a change made meanwhile is not undone in its place.
 */
export function useDone(): (message: string) => Promise<void> {
  const client = useClient()
  return useCallback(
    async (message) => {
      const entry = (await client.call('workspace.info', {})).file?.undo
      if (!entry) {
        showToast({ message })
        return
      }
      const undo = async () => {
        const newest = (await client.call('workspace.info', {})).file?.undo
        if (newest?.entryId === entry.entryId) await client.call('workspace.undo', {})
        else await client.call('workspace.undoEntry', { entryId: entry.entryId })
        showToast({ message: `Undone: ${entry.label}`, tone: 'info', slot: 'undo' })
      }
      const close = showToast({
        message,
        action: { label: 'Undo', onPress: () => void undo().catch(showProblem) },
        onClose: () => offers.delete(entry.entryId),
      })
      offers.set(entry.entryId, close)
    },
    [client],
  )
}
