import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import { dayName, timeOfDay } from '#renderer/app/ago.ts'
import { useChange, useRead } from '#renderer/app/api.ts'
import { useCurrentProgram } from '#renderer/app/currentProgram.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ImportRun } from '#shared/workspace/schema.ts'
import { DataTable, type Heading } from './DataTable.tsx'

const headings: readonly Heading[] = [
  { label: 'File' },
  { label: 'Imported' },
  { label: 'By' },
  { label: 'Into' },
  { label: 'New', isNumber: true },
  { label: 'Changed', isNumber: true },
  { label: 'Same', isNumber: true },
  { label: 'Left out', isNumber: true },
  { label: 'Actions', isHidden: true },
]

/** The spreadsheets that were imported; each can be rolled back. */
export function ImportsTab() {
  const runs = useRead('workspace.listImports', {}).data
  if (!runs) return <Skeleton label="Imports" lines={4} />
  if (runs.length === 0) return <NoImports />
  return (
    <div className="cd-data-tab cd-scroll-x">
      <DataTable headings={headings}>
        {runs.map((run) => (
          <ImportRow key={run.id} run={run} />
        ))}
      </DataTable>
    </div>
  )
}

function ImportRow({ run }: { run: ImportRun }) {
  const now = useNow()
  const undo = useChange('workspace.undoEntry')
  const done = useDone()
  const rollBack = async (entryId: string): Promise<void> => {
    try {
      await undo.mutateAsync({ entryId })
      await done(`Rolled back the import of ${run.fileName}`)
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <tr>
      <td data-long>{run.fileName}</td>
      <td>
        {dayName(run.at, now)}, {timeOfDay(run.at)}
      </td>
      <td data-name>{run.actor}</td>
      <td data-long>
        {run.programName}, {run.importedAs}
      </td>
      {[run.created, run.updated, run.unchanged, run.skipped].map((value, index) => (
        <td key={columns[index]} data-number>
          {value.toLocaleString('en-US')}
        </td>
      ))}
      <td data-action>
        {run.rolledBack ? (
          <span className="cd-quiet">Rolled back</span>
        ) : (
          run.entryId && (
            <Button kind="quiet" onPress={() => void rollBack(run.entryId!)} isBusy={undo.isPending}>
              Roll back
            </Button>
          )
        )}
      </td>
    </tr>
  )
}

const columns = ['created', 'updated', 'unchanged', 'skipped']

function NoImports() {
  const program = useCurrentProgram()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={FileSpreadsheet}
      title="Nothing has been imported"
      actions={
        program && (
          <Button
            onPress={() =>
              void navigate({
                to: '/programs/$programId/import',
                params: { programId: program.id },
                search: { as: 'learners' },
              })
            }
          >
            Import a roster
          </Button>
        )
      }
    >
      Every spreadsheet that is imported stands here, with what it changed and a way to roll it back.
    </EmptyState>
  )
}
