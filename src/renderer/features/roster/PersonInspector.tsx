import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { isLearner } from './isLearner.ts'
import { detailGroups } from './details.ts'
import { PersonActions } from './PersonActions.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { PersonHistory } from './PersonHistory.tsx'
import { PairingList } from './pairing/PairingList.tsx'
import { PlaceFacts } from './PlaceFacts.tsx'
import type { RosterSource } from './source.ts'
import { Timeline } from './Timeline.tsx'
import { coachTimeline, learnerTimeline } from './timeline.ts'
import type { EditRoster } from './useRoster.ts'

interface PersonInspectorProps<R extends Learner | Coach> {
  source: RosterSource<R>
  program: Program
  columns: readonly GridColumn<R>[]
  row: R
  today: PlainDate
  edit: EditRoster
  isReadOnly: boolean
  onClose: () => void
}

type Tab = 'details' | 'pairings' | 'standing' | 'history'

/** Everything known about the person of the active row, and what can be done, beside the list. */
export function PersonInspector<R extends Learner | Coach>(props: PersonInspectorProps<R>) {
  const { source, program, columns, row, today, edit, isReadOnly, onClose } = props
  const [tab, setTab] = useState<Tab>('details')
  return (
    <Inspector title={displayName(row)} subtitle={source.placeOf(row, program)} onClose={onClose}>
      <PlaceFacts row={row} programId={program.id} day={today} />
      {!isReadOnly && (
        <PersonActions
          source={source}
          program={program}
          columns={columns}
          row={row}
          today={today}
          edit={edit}
          canOpenPage
          onGone={onClose}
        />
      )}
      <Tabs<Tab>
        label="About this person"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'details',
            label: 'Details',
            content: (
              <PersonDetails
                groups={detailGroups(source.kind, columns)}
                columns={columns}
                row={row}
                edit={edit}
                isReadOnly={isReadOnly}
              />
            ),
          },
          {
            id: 'pairings',
            label: source.kind === 'learners' ? 'Coach' : 'Learners',
            content: (
              <PairingList
                personId={row.personId}
                placeId={row.id}
                role={isLearner(row) ? 'learner' : 'coach'}
                programId={program.id}
                day={today}
                isReadOnly={isReadOnly}
              />
            ),
          },
          {
            id: 'standing',
            label: 'Standing',
            content: <Standing personId={row.personId} rowId={row.id} today={today} />,
          },
          { id: 'history', label: 'History', content: <PersonHistory personId={row.personId} /> },
        ]}
      />
    </Inspector>
  )
}

function Standing({ personId, rowId, today }: { personId: string; rowId: string; today: PlainDate }) {
  const person = useRead('roster.getPerson', { personId }).data
  if (!person) return <Skeleton label="Standing" lines={4} />
  const enrolment = person.enrolments.find(({ id }) => id === rowId)
  const appointment = person.appointments.find(({ id }) => id === rowId)
  return (
    <Timeline
      items={[
        ...(enrolment ? learnerTimeline(enrolment, today) : []),
        ...(appointment ? coachTimeline(appointment, today) : []),
      ]}
    />
  )
}
