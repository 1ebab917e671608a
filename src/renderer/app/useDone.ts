import { useCallback } from 'react'
import { problemOf, useClient } from '#renderer/app/api.ts'
import { showToast } from '#renderer/ui/toast.tsx'

/** Says in a toast what could not be done. */
export function showProblem(error: unknown): void {
  const problem = problemOf(error)
  // The window says that it is not connected in one place, once.
  if (problem.code === 'disconnected' || problem.code === 'cancelled') return
  showToast({ message: problem.message, tone: 'wrong' })
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
      if (!entry) return showToast({ message })
      const undo = async () => {
        const newest = (await client.call('workspace.info', {})).file?.undo
        if (newest?.entryId === entry.entryId) await client.call('workspace.undo', {})
        else await client.call('workspace.undoEntry', { entryId: entry.entryId })
        showToast({ message: `Undone: ${entry.label}`, tone: 'info' })
      }
      showToast({ message, action: { label: 'Undo', onPress: () => void undo().catch(showProblem) } })
    },
    [client],
  )
}
