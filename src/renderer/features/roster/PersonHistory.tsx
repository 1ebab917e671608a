import { useClient, useRead } from '#renderer/app/api.ts'
import { ago } from '#renderer/app/ago.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { HistoryEntry } from '#shared/workspace/schema.ts'

const limit = 100

/** Everything that changed about a person: when, who, from what to what. */
export function PersonHistory({ personId }: { personId: string }) {
  const history = useRead('workspace.listHistory', { personId, limit })
  if (history.isPending) return <Skeleton label="History" lines={6} />
  if (history.error) return <ProblemNotice problem={history.error.problem} />
  if (history.data.length === 0) return <p className="cd-quiet">Nothing has changed since this person was entered.</p>
  return (
    <ol className="cd-roster-history">
      {history.data.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {history.data.length === limit && <li className="cd-quiet">Older changes are under Data, History.</li>}
    </ol>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const client = useClient()
  const now = useNow()
  const undo = async (): Promise<void> => {
    await client.call('workspace.undoEntry', { entryId: entry.id })
    showToast({ message: `Undone: ${entry.label}`, tone: 'info' })
  }
  return (
    <li>
      <div className="cd-roster-entry">
        <span>
          {entry.label}
          {entry.undoneBy && <span className="cd-quiet"> (undone)</span>}
        </span>
        {entry.canUndo && entry.kind === 'do' && (
          <Button kind="quiet" onPress={() => void undo().catch(showProblem)}>
            Undo this
          </Button>
        )}
      </div>
      <p className="cd-quiet">
        {entry.actor}, {ago(entry.at, now)}
        {entry.reason && `: ${entry.reason}`}
      </p>
      {entry.changes.length > 0 && (
        <dl className="cd-roster-changes">
          {entry.changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <del>{before ?? 'empty'}</del> <span aria-hidden>→</span>
                <span className="cd-visually-hidden"> became </span> <ins>{after ?? 'empty'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
