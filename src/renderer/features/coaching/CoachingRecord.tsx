import './coaching.css'
import { useClient, useRead } from '#renderer/app/api.ts'
import { useState } from 'react'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { type CoachRecord, meetingModeLabels, meetingOutcomeLabels, type RecordKind } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { CompletionDialog } from './CompletionDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { ObservationDialog } from './ObservationDialog.tsx'
import { RecordPart } from './RecordPart.tsx'

interface CoachingRecordProps {
  programId: Id
  /** The appointment. */
  coachId: Id
  today: PlainDate
}

/** What a coach did, as it was recorded: meetings, modules done, observations, with what can be added and taken out. */
export function CoachingRecord({ programId, coachId, today }: CoachingRecordProps) {
  const client = useClient()
  const done = useDone()
  const record = useRead('coaching.getRecord', { programId, coachId })
  const [adding, setAdding] = useState<RecordKind | null>(null)
  const close = () => setAdding(null)
  const take = async (kind: RecordKind, id: Id, what: string): Promise<void> => {
    await client.call('coaching.removeRecords', { programId, kind, ids: [id] })
    await done(`Removed ${what}`)
  }
  const remove = (kind: RecordKind) => (id: Id, what: string) => void take(kind, id, what).catch(showProblem)
  const shared = { programId, coachId, today, onClose: close }
  return (
    <section className="cd-coaching-record" aria-label="Coaching record">
      <h2>Coaching record</h2>
      {record.error && <ProblemNotice problem={record.error.problem} />}
      {record.isPending && <Skeleton label="Coaching record" lines={6} />}
      {record.data && (
        <>
          <RecordPart
            title="Meetings"
            addLabel="Record meeting…"
            none="No meeting is recorded."
            columns={['Date', 'Learner', 'Meeting', 'How they met', 'Minutes']}
            rows={record.data.meetings.map(meetingRow)}
            onAdd={() => setAdding('meetings')}
            onRemove={remove('meetings')}
          />
          <RecordPart
            title="Training"
            addLabel="Record module…"
            none="No module is recorded as done."
            columns={['Date', 'Module']}
            rows={record.data.completions.map(({ id, on, moduleName }) => ({
              id,
              name: `${moduleName} of ${formatDate(on)}`,
              cells: [formatDate(on), moduleName],
            }))}
            onAdd={() => setAdding('completions')}
            onRemove={remove('completions')}
          />
          <RecordPart
            title="Observations"
            addLabel="Record observation…"
            none="No observation is recorded."
            columns={['Date', 'Observer', 'Round']}
            rows={record.data.observations.map(({ id, on, observerName, round }) => ({
              id,
              name: `the observation of ${formatDate(on)}`,
              cells: [formatDate(on), observerName ?? 'Not said', round],
            }))}
            onAdd={() => setAdding('observations')}
            onRemove={remove('observations')}
          />
          {adding === 'meetings' && <MeetingDialog {...shared} />}
          {adding === 'completions' && <CompletionDialog {...shared} modules={record.data.modules} />}
          {adding === 'observations' && <ObservationDialog {...shared} />}
        </>
      )}
    </section>
  )
}

const meetingRow = ({ id, on, learnerName, outcome, mode, minutes }: CoachRecord['meetings'][number]) => ({
  id,
  name: `the meeting with ${learnerName} of ${formatDate(on)}`,
  cells: [
    formatDate(on),
    learnerName,
    <StatusDot key="outcome" tone={outcome === 'held' ? 'done' : 'needs'}>
      {meetingOutcomeLabels[outcome]}
    </StatusDot>,
    mode ? meetingModeLabels[mode] : '',
    minutes ?? '',
  ],
})
