import { CoachingRecord } from '#renderer/features/coaching/CoachingRecord.tsx'
import { MeetingsPage } from '#renderer/features/coaching/MeetingsPage.tsx'
import { RosterTabs } from '#renderer/features/roster/RosterTabs.tsx'
import { PersonPage } from '#renderer/features/roster/routes.tsx'
import { WithProgram } from '#renderer/features/roster/WithProgram.tsx'

/** Pages that show the roster and the record of coaches together: screens do not know each other. */
export function PersonRoute() {
  return <PersonPage CoachRecord={CoachingRecord} />
}

export function MeetingsRoute() {
  return (
    <WithProgram>
      {(program) => (
        <MeetingsPage key={program.id} program={program} tabs={<RosterTabs program={program} selected="meetings" />} />
      )}
    </WithProgram>
  )
}
