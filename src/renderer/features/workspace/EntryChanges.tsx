import { useRead } from '#renderer/app/api.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { EntryRow } from '#shared/workspace/schema.ts'

/** What one entry changed: whom, which field, from what to what. */
export function EntryChanges({ entryId }: { entryId: string }) {
  const detail = useRead('workspace.getEntry', { entryId })
  if (detail.error) return <ProblemNotice problem={detail.error.problem} />
  if (!detail.data) return <Skeleton label="Changes" lines={3} />
  const { rows, leftOut } = detail.data
  if (rows.length === 0)
    return <p className="cd-quiet">Nothing that a screen shows, or it was about somebody erased since.</p>
  return (
    <>
      <table className="cd-data-table">
        <thead>
          <tr>
            <th scope="col">Who or what</th>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        {bySubject(rows).map(([first, ...others]) => (
          <tbody key={keyOf(first)}>
            <tr>
              <th scope="rowgroup" rowSpan={others.length + 1} data-long>
                {first.subject}
              </th>
              <Change row={first} />
            </tr>
            {others.map((row) => (
              <tr key={keyOf(row)}>
                <Change row={row} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {leftOut > 0 && <p className="cd-quiet">{`And ${leftOut.toLocaleString('en-US')} more.`}</p>}
    </>
  )
}

function Change({ row: { field, before, after } }: { row: EntryRow }) {
  return (
    <>
      <td data-long>{field}</td>
      <td data-long>{before ?? <span className="cd-quiet">empty</span>}</td>
      <td data-long>{after ?? <span className="cd-quiet">empty</span>}</td>
    </>
  )
}

const keyOf = ({ subject, field, before, after }: EntryRow): string => JSON.stringify([subject, field, before, after])

/** Rows about the same, which stand together, as one group. */
function bySubject(rows: readonly EntryRow[]): [EntryRow, ...EntryRow[]][] {
  const groups: [EntryRow, ...EntryRow[]][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0].subject === row.subject) last.push(row)
    else groups.push([row])
  }
  return groups
}
