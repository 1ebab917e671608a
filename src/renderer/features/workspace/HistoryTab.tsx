import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { dayName } from '#renderer/app/ago.ts'
import { useClient } from '#renderer/app/api.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Refusal } from '#shared/kernel/problem.ts'
import type { HistoryEntry } from '#shared/workspace/schema.ts'
import { HistoryRow } from './HistoryRow.tsx'

const pageLength = 100

/** All that changed, newest first, day by day; each entry can be taken back by itself. */
export function HistoryTab() {
  const pages = useHistory()
  const now = useNow()
  const days = useMemo(
    () => [...Map.groupBy(pages.data?.pages.flat() ?? [], ({ at }) => dayName(at, now))],
    [pages.data, now],
  )
  if (pages.error && !pages.data) return <ProblemNotice problem={pages.error.problem} />
  if (!pages.data) return <Skeleton label="History" />
  return (
    <div className="cd-data-tab">
      <p className="cd-data-lead">
        Nothing is ever taken out of the history: undoing adds an entry too. Undo this takes back one entry and leaves
        the later ones, where nothing it touched has changed since.
      </p>
      {days.length === 0 && <p className="cd-quiet">Nothing has been changed yet.</p>}
      {days.map(([day, entries]) => (
        <section key={day}>
          <h2>{day}</h2>
          <ul className="cd-history">
            {entries.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage && (
        <div className="cd-data-actions">
          <Button onPress={() => void pages.fetchNextPage()} isBusy={pages.isFetchingNextPage}>
            Show older
          </Button>
        </div>
      )}
    </div>
  )
}

function useHistory() {
  const client = useClient()
  return useInfiniteQuery<HistoryEntry[], Refusal, { pages: HistoryEntry[][] }, string[], string | undefined>({
    queryKey: ['workspace.listHistory', 'pages'],
    queryFn: ({ pageParam }) =>
      client.call('workspace.listHistory', {
        limit: pageLength,
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined,
    getNextPageParam: (page) => (page.length < pageLength ? undefined : page.at(-1)?.id),
  })
}
