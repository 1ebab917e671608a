import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { problemOf, showingIn, useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import type { GridEdit, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Refusal } from '#shared/kernel/problem.ts'
import { type EditedRow, rejectionsOf, replaceRows, rowEdits, withoutRows } from './edits.ts'
import type { RowSource } from './source.ts'

/** From when a change of standing holds, and why. */
export interface When {
  effectiveOn?: PlainDate
  reason?: string
}

export type EditRoster = (edits: readonly GridEdit[], when?: When) => Promise<{ rejected: RejectedEdit[] }>

/**
 * The people of a program, as they stand today or stood on a day, and the way to change them. Changes are
 * sent in turn, so that the next one knows the row's new revision. Rows that are refused come back with the reason, and
 * the others are stored.
 */
export function useRoster<R extends EditedRow>(source: RowSource<R>, programId: string, asOf?: PlainDate) {
  const client = useClient()
  const queries = useQueryClient()
  const lastEdit = useRef<Promise<unknown>>(Promise.resolve())
  const input = useMemo(() => (asOf ? { programId, asOf } : { programId }), [programId, asOf])
  const queryKey = useMemo(() => [source.listName, input], [source, input])
  const query = useQuery<R[], Refusal>({ queryKey, queryFn: () => source.list(client, input) })

  const send = useCallback(
    async (edits: readonly GridEdit[], when: When): Promise<RejectedEdit[]> => {
      const rejected: RejectedEdit[] = []
      let left = [...edits]
      while (left.length > 0) {
        const stored = new Map(queries.getQueryData<R[]>(queryKey)?.map((row) => [row.id, row]))
        const sent = rowEdits(stored, left)
        if (sent.length === 0) break
        try {
          const change = { programId, edits: sent, ...when }
          const changed = await showingIn(source.listName, (options) => source.edit(client, change, options))
          // A list being read may be from before this edit; what else it would have brought is read again.
          const wasReading = queries.isFetching({ queryKey, exact: true }) > 0
          await queries.cancelQueries({ queryKey, exact: true })
          queries.setQueryData<R[]>(queryKey, (before) => before && replaceRows(before, changed))
          if (wasReading) void queries.invalidateQueries({ queryKey, exact: true })
          break
        } catch (error) {
          const problem = problemOf(error)
          const found = rejectionsOf(problem, sent, left)
          if (problem.code === 'stale' || problem.code === 'not_found') await queries.invalidateQueries({ queryKey })
          if (found.length === 0) {
            showProblem(error)
            return [...rejected, ...left.map(({ rowId, key }) => ({ rowId, key, message: problem.message }))]
          }
          rejected.push(...found)
          left = withoutRows(left, found)
        }
      }
      return rejected
    },
    [client, queries, queryKey, source, programId],
  )

  const edit: EditRoster = useCallback(
    async (edits, when = {}) => {
      const sending = lastEdit.current.then(() => send(edits, when))
      lastEdit.current = sending.catch(() => undefined)
      return { rejected: await sending }
    },
    [send],
  )

  return { rows: query.data ?? noRows, isLoading: query.isPending, error: query.error, edit }
}

const noRows: never[] = []
