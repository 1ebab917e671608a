import { useParams } from '@tanstack/react-router'
import { DropToImport } from './import/DropToImport.tsx'
import { PersonView, type PersonViewProps } from './PersonView.tsx'
import { RosterPage } from './RosterPage.tsx'
import { coachSource, learnerSource } from './source.ts'
import { StaffPage } from './staff/StaffPage.tsx'
import { StakeholdersPage } from './stakeholders/StakeholdersPage.tsx'
import { WithProgram } from './WithProgram.tsx'

export function LearnersPage() {
  return (
    <WithProgram>
      {(program) => (
        <>
          <RosterPage source={learnerSource} program={program} />
          <DropToImport programId={program.id} kind="learners" />
        </>
      )}
    </WithProgram>
  )
}

export function CoachesPage() {
  return (
    <WithProgram>
      {(program) => (
        <>
          <RosterPage source={coachSource} program={program} />
          <DropToImport programId={program.id} kind="coaches" />
        </>
      )}
    </WithProgram>
  )
}

export function PersonPage({ CoachRecord }: Pick<PersonViewProps, 'CoachRecord'>) {
  const { personId = '' } = useParams({ strict: false })
  return (
    <WithProgram>
      {(program) => <PersonView key={personId} personId={personId} program={program} CoachRecord={CoachRecord} />}
    </WithProgram>
  )
}

export function StaffRoute() {
  return (
    <WithProgram>
      {(program) => (
        <>
          <StaffPage key={program.id} program={program} />
          <DropToImport programId={program.id} kind="staff" />
        </>
      )}
    </WithProgram>
  )
}

export function StakeholdersRoute() {
  return <WithProgram>{(program) => <StakeholdersPage key={program.id} program={program} />}</WithProgram>
}
