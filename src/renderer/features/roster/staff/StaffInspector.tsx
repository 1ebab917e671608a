import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffGroups } from '../details.ts'
import { PersonDetails } from '../PersonDetails.tsx'
import { PersonHistory } from '../PersonHistory.tsx'
import { Timeline } from '../Timeline.tsx'
import { placesOf, placesSentence, staffTimeline } from '../timeline.ts'
import type { EditRoster } from '../useRoster.ts'
import { StaffActions } from './StaffActions.tsx'
import { rolePlace } from './staffWords.ts'

interface StaffInspectorProps {
  program: Program
  columns: readonly GridColumn<StaffMember>[]
  row: StaffMember
  today: PlainDate
  edit: EditRoster
  isReadOnly: boolean
  onClose: () => void
}

type Tab = 'details' | 'roles' | 'history'

/** Everything known about who holds the role of the active row, and what can be done, beside the list. */
export function StaffInspector({ program, columns, row, today, edit, isReadOnly, onClose }: StaffInspectorProps) {
  const [tab, setTab] = useState<Tab>('details')
  return (
    <Inspector title={displayName(row)} subtitle={rolePlace(row, program)} onClose={onClose}>
      <OtherPlaces personId={row.personId} programId={program.id} today={today} />
      {!isReadOnly && <StaffActions {...{ program, columns, row, today, edit }} canOpenPage onGone={onClose} />}
      <Tabs<Tab>
        label="About this person"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'details',
            label: 'Details',
            content: <PersonDetails groups={staffGroups} {...{ columns, row, edit, isReadOnly }} />,
          },
          {
            id: 'roles',
            label: 'Roles',
            content: <Roles personId={row.personId} programId={program.id} today={today} />,
          },
          { id: 'history', label: 'History', content: <PersonHistory personId={row.personId} /> },
        ]}
      />
    </Inspector>
  )
}

interface OfPerson {
  personId: string
  programId: string
  today: PlainDate
}

/** Says of a director who coaches, too, that they do. */
function OtherPlaces({ personId, programId, today }: OfPerson) {
  const person = useRead('roster.getPerson', { personId }).data
  const others = person
    ? placesOf(person, today).filter((place) => place.role !== 'staff' || place.programId !== programId)
    : []
  if (others.length === 0) return null
  return (
    <p className="cd-place-facts">
      {'Also: '}
      <Link to="/programs/$programId/people/$personId" params={{ programId, personId }}>
        {placesSentence(others)}
      </Link>
    </p>
  )
}

function Roles({ personId, programId, today }: OfPerson) {
  const person = useRead('roster.getPerson', { personId }).data
  if (!person) return <Skeleton label="Roles" lines={4} />
  return (
    <Timeline
      items={staffTimeline(
        person.staff.filter((role) => role.programId === programId),
        today,
      )}
    />
  )
}
