import { FileOutput } from 'lucide-react'
import { dayName, timeOfDay } from '#renderer/app/ago.ts'
import { useRead } from '#renderer/app/api.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { DataTable, type Heading } from './DataTable.tsx'

const headings: readonly Heading[] = [
  { label: 'File' },
  { label: 'What' },
  { label: 'For' },
  { label: 'Exported' },
  { label: 'By' },
  { label: 'Rows', isNumber: true },
]

/** What left the data file as a workbook, and for whom. */
export function ExportsTab() {
  const runs = useRead('workspace.listExports', {}).data
  const now = useNow()
  if (!runs) return <Skeleton label="Exports" lines={4} />
  if (runs.length === 0)
    return (
      <EmptyState icon={FileOutput} title="Nothing has been exported">
        Every workbook that is exported stands here, with who made it, for whom, and how many people were in it.
      </EmptyState>
    )
  return (
    <div className="cd-data-tab cd-scroll-x">
      <DataTable headings={headings}>
        {runs.map((run) => (
          <tr key={run.id}>
            <td data-long>{run.fileName}</td>
            <td data-long>{run.what}</td>
            <td data-name>{run.audience}</td>
            <td>
              {dayName(run.at, now)}, {timeOfDay(run.at)}
            </td>
            <td data-name>{run.actor}</td>
            <td data-number>{run.rows.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </DataTable>
    </div>
  )
}
