import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { problemOf, useClient, useRead } from '#renderer/app/api.ts'
import type { GridEdit, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import type { Meeting } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { changedMeetings, rejectedEdits } from './meetingEdits.ts'

const none: Meeting[] = []

/**
 * The meetings of a program, and the way to change them in a grid. Changes are sent in turn, so that the next one knows
 * the new revisions; what is refused comes back with the reason, and the rest is stored.
 */
export function useMeetings(programId: Id) {
  const client = useClient()
  const queries = useQueryClient()
  const lastEdit = useRef<Promise<unknown>>(Promise.resolve())
  const query = useRead('coaching.listMeetings', { programId })

  const send = useCallback(
    async (edits: readonly GridEdit[]): Promise<RejectedEdit[]> => {
      const key = ['coaching.listMeetings', { programId }]
      const rejected: RejectedEdit[] = []
      let left = edits
      while (left.length > 0) {
        const meetings = changedMeetings(queries.getQueryData<Meeting[]>(key) ?? none, left)
        if (meetings.length === 0) break
        try {
          const saved = new Map(
            (await client.call('coaching.saveMeetings', { programId, meetings })).map((m) => [m.id, m]),
          )
          queries.setQueryData<Meeting[]>(key, (before) => before?.map((row) => saved.get(row.id) ?? row))
          break
        } catch (error) {
          const found = rejectedEdits(problemOf(error), meetings, left)
          rejected.push(...found)
          const refused = new Set(found.map(({ rowId }) => rowId))
          left = left.filter(({ rowId }) => !refused.has(rowId))
        }
      }
      return rejected
    },
    [client, queries, programId],
  )
  const edit = useCallback(
    async (edits: readonly GridEdit[]) => {
      const sending = lastEdit.current.then(() => send(edits))
      lastEdit.current = sending.catch(() => undefined)
      return { rejected: await sending }
    },
    [send],
  )
  return { rows: query.data ?? none, isLoading: query.isPending, error: query.error, edit }
}
