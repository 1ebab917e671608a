import { useRead } from '#renderer/app/api.ts'
import { ago } from '#renderer/app/ago.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { FieldChange, HistoryEntry } from '#shared/workspace/schema.ts'

const limit = 100

// An entry that made the person fills every field: that is folded, so that the changes after it can be seen.
const shownChanges = 5

/** Everything that changed about a person: when, who, from what to what. */
export function PersonHistory({ personId }: { personId: string }) {
  const history = useRead('workspace.listHistory', { personId, limit })
  if (history.isPending) return <Skeleton label="History" lines={6} />
  if (history.error) return <ProblemNotice problem={history.error.problem} />
  if (history.data.length === 0) return <p className="cd-quiet">Nothing is in the history of this person.</p>
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
  const now = useNow()
  const { label, actor, at, reason, undoneBy, changes } = entry
  return (
    <li>
      <p>
        {label}
        {undoneBy && <span className="cd-quiet"> (undone)</span>}
      </p>
      <p className="cd-quiet">
        {actor}, {ago(at, now)}
        {reason && `: ${reason}`}
      </p>
      {changes.length > shownChanges ? (
        <details>
          <summary>{changes.length} fields</summary>
          <Changes changes={changes} />
        </details>
      ) : (
        <Changes changes={changes} />
      )}
    </li>
  )
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className="cd-roster-changes">
      {changes.map(({ field, before, after }) => (
        // One entry may change a field twice: the end of one standing, the beginning of the next.
        <div key={`${field} ${before} ${after}`}>
          <dt>{field}</dt>
          <dd>
            {before !== null && (
              <>
                <del>{before}</del>
                <span aria-hidden> → </span>
                <span className="cd-visually-hidden"> became </span>
              </>
            )}
            {after === null ? <i>empty</i> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
