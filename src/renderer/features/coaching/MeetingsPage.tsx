import '#renderer/app/page.css'
import './coaching.css'
import { useNavigate } from '@tanstack/react-router'
import { CalendarCheck, CalendarPlus, Trash2, Upload } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ImportedRecords } from '#shared/coaching/importSchema.ts'
import type { Meeting } from '#shared/coaching/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { meetingColumns, meetingNoun } from './meetingColumns.ts'
import { MeetingDialog } from './MeetingDialog.tsx'
import { RecordImport } from './RecordImport.tsx'
import { useMeetings } from './useMeetings.ts'

interface MeetingsPageProps {
  program: Program
  /** The pages of people that this one belongs with. */
  tabs: ReactNode
}

const rowId = ({ id }: Meeting): string => id

/** Every meeting of a program that was recorded: held or missed, when, how and how long. Never what was talked about. */
export function MeetingsPage({ program, tabs }: MeetingsPageProps) {
  const client = useClient()
  const done = useDone()
  const navigate = useNavigate()
  const today = useWorkspaceInfo()?.today
  const { rows, isLoading, error, edit } = useMeetings(program.id)
  const [state, setState] = useState(initialGridState)
  const [isAdding, setAdding] = useState(false)
  const [importing, setImporting] = useState<ImportedRecords | null>(null)
  const page = useRef<HTMLDivElement>(null)

  const remove = async (ids: string[]): Promise<void> => {
    // The button that was pressed goes with the ticks.
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
    await client.call('coaching.removeRecords', { programId: program.id, kind: 'meetings', ids })
    await done(`Removed ${count(ids.length, meetingNoun.one)}`)
  }
  const importMenu = (
    <Menu
      label="Import"
      groups={[
        [
          { id: 'meetings', label: 'Meetings…', icon: Upload, onAction: () => setImporting('meetings') },
          { id: 'completions', label: 'Modules done…', icon: Upload, onAction: () => setImporting('completions') },
        ],
      ]}
    >
      <Button icon={Upload}>Import</Button>
    </Menu>
  )
  const addButton = (
    <Button kind="primary" icon={CalendarPlus} onPress={() => setAdding(true)}>
      Record meeting
    </Button>
  )
  return (
    <div className="cd-page cd-coaching-page" ref={page}>
      <PageHeader
        title="Meetings"
        summary={isLoading ? ' ' : meetingsSummary(rows)}
        actions={
          importing === null && (
            <>
              {importMenu}
              {addButton}
            </>
          )
        }
      />
      {tabs}
      {importing !== null && (
        <RecordImport key={importing} programId={program.id} as={importing} onClose={() => setImporting(null)} />
      )}
      {error && <ProblemNotice problem={error.problem} />}
      {isLoading && <Skeleton label="Meetings" lines={16} />}
      {importing === null && !isLoading && !error && (
        <DataGrid
          rows={rows}
          getRowId={rowId}
          columns={meetingColumns}
          label="Meetings"
          noun={meetingNoun}
          state={state}
          onStateChange={setState}
          onEdit={edit}
          onOpenRow={({ coachPersonId }) =>
            void navigate({
              to: '/programs/$programId/people/$personId',
              params: { programId: program.id, personId: coachPersonId },
            })
          }
          renderSelectedRowActions={(ids) => (
            <Button icon={Trash2} onPress={() => void remove(ids).catch(showProblem)}>
              Remove {count(ids.length, meetingNoun.one)}
            </Button>
          )}
          empty={
            <EmptyState
              icon={CalendarCheck}
              title="No meetings yet"
              actions={
                <Button icon={Upload} onPress={() => setImporting('meetings')}>
                  Import meetings
                </Button>
              }
            >
              Who met whom and when, from the form that coaches fill in or by hand. What was talked about is never
              stored.
            </EmptyState>
          }
        />
      )}
      {isAdding && today && <MeetingDialog programId={program.id} today={today} onClose={() => setAdding(false)} />}
    </div>
  )
}

function meetingsSummary(meetings: readonly Meeting[]): string {
  const held = meetings.filter(({ outcome }) => outcome === 'held')
  if (meetings.length === 0) return 'Nothing is recorded yet'
  const pairs = new Set(held.map(({ learnerId, coachId }) => `${learnerId} ${coachId}`)).size
  return `${count(held.length, meetingNoun.one)} held by ${count(pairs, 'pair')}, ${meetings.length - held.length} missed`
}
