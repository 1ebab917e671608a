import '#renderer/app/page.css'
import './roster.css'
import type { ComponentType } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { PairingList } from './pairing/PairingList.tsx'
import { detailGroups } from './details.ts'
import { PersonActions } from './PersonActions.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { PersonHistory } from './PersonHistory.tsx'
import { PlaceFacts } from './PlaceFacts.tsx'
import { coachSource, learnerSource, type RosterSource } from './source.ts'
import { StaffPlaces } from './staff/StaffPlaces.tsx'
import { Timeline } from './Timeline.tsx'
import { type Place, placesOf, placesSentence } from './timeline.ts'
import { useColumns } from './useColumns.ts'
import { useRoster } from './useRoster.ts'

export interface PersonViewProps {
  personId: string
  program: Program
  /** Shows what is recorded of somebody as a coach. */
  CoachRecord: ComponentType<{ programId: string; coachId: string; today: PlainDate }>
}

/** One human at full width: their place in this program, every other program they are or were in, and the history. */
export function PersonView({ personId, program, CoachRecord }: PersonViewProps) {
  const navigate = useNavigate()
  const person = useRead('roster.getPerson', { personId })
  const today = useWorkspaceInfo()?.today
  const toList = (): void => void navigate({ to: '/programs/$programId/learners', params: { programId: program.id } })

  if (person.error)
    return (
      <div className="cd-page">
        <ProblemNotice problem={person.error.problem} actions={<Button onPress={toList}>Show learners</Button>} />
      </div>
    )
  if (!person.data || !today) return <Skeleton label="Person" lines={16} />

  const places = placesOf(person.data, today)
  const shared = { personId, program, today, onGone: toList }
  return (
    <div className="cd-page cd-person">
      <PageHeader title={displayName(person.data)} summary={placesSentence(places)} />
      <div className="cd-person-body">
        <div className="cd-person-main">
          <PlaceEditor source={learnerSource} {...shared} />
          <PlaceEditor source={coachSource} {...shared} />
          {person.data.appointments
            .filter(({ programId }) => programId === program.id)
            .map(({ id }) => (
              <CoachRecord key={id} programId={program.id} coachId={id} today={today} />
            ))}
          <StaffPlaces {...shared} />
        </div>
        <div className="cd-person-side">
          <section aria-label="Programs">
            <h2>Programs</h2>
            {places.map((place) => (
              <PlaceCard
                key={place.id}
                place={place}
                personId={personId}
                isHere={place.programId === program.id}
                today={today}
              />
            ))}
          </section>
          <section aria-label="History">
            <h2>History</h2>
            <PersonHistory personId={personId} />
          </section>
        </div>
      </div>
    </div>
  )
}

interface PlaceEditorProps<R extends Learner | Coach> {
  source: RosterSource<R>
  personId: string
  program: Program
  today: PlainDate
  onGone: () => void
}

/** The fields of somebody's place in this program, where they have one of this kind. */
function PlaceEditor<R extends Learner | Coach>({ source, personId, program, today, onGone }: PlaceEditorProps<R>) {
  const { rows, edit } = useRoster(source, program.id)
  const columns = useColumns(source, program)
  return rows
    .filter((row) => row.personId === personId)
    .map((row) => (
      <section key={row.id} aria-label={source.placeOf(row, program)}>
        <div className="cd-person-place">
          <h2>{source.placeOf(row, program)}</h2>
          <PersonActions
            source={source}
            program={program}
            columns={columns}
            row={row}
            today={today}
            edit={edit}
            canOpenPage={false}
            onGone={onGone}
          />
        </div>
        <PlaceFacts row={row} programId={program.id} day={today} />
        <PersonDetails
          groups={detailGroups(source.kind, columns)}
          columns={columns}
          row={row}
          edit={edit}
          isReadOnly={false}
        />
      </section>
    ))
}

interface PlaceCardProps {
  place: Place
  personId: string
  isHere: boolean
  today: PlainDate
}

function PlaceCard({ place, personId, isHere, today }: PlaceCardProps) {
  return (
    <div className="cd-person-program">
      <h3>
        {isHere ? (
          place.programName
        ) : (
          <Link to="/programs/$programId/people/$personId" params={{ programId: place.programId, personId }}>
            {place.programName}
          </Link>
        )}
      </h3>
      <p className="cd-quiet">{place.facts}</p>
      <Timeline items={place.timeline} />
      {place.role !== 'staff' && (
        <PairingList
          personId={personId}
          placeId={place.id}
          role={place.role}
          programId={place.programId}
          day={today}
          isReadOnly={!isHere}
        />
      )}
    </div>
  )
}
