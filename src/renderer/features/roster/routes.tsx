import type { ReactNode } from 'react'
import { useParams } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Program } from '#shared/program/schema.ts'
import { DropToImport } from './import/DropToImport.tsx'
import { ImportWizard } from './import/ImportWizard.tsx'
import { PersonView } from './PersonView.tsx'
import { NewYearPage } from './rollover/NewYearPage.tsx'
import { RosterPage } from './RosterPage.tsx'
import { coachSource, learnerSource } from './source.ts'

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

export function PersonPage() {
  const { personId = '' } = useParams({ strict: false })
  return <WithProgram>{(program) => <PersonView key={personId} personId={personId} program={program} />}</WithProgram>
}

export function ImportPage() {
  return <WithProgram>{(program) => <ImportWizard key={program.id} program={program} />}</WithProgram>
}

export function YearPage() {
  return <WithProgram>{(program) => <NewYearPage key={program.id} program={program} />}</WithProgram>
}

/** The program in the address. */
function WithProgram({ children }: { children: (program: Program) => ReactNode }) {
  const { programId } = useParams({ strict: false })
  const programs = usePrograms()
  if (!programs) return <Skeleton label="Program" lines={12} />
  const program = programs.find(({ id }) => id === programId)
  if (program) return children(program)
  return (
    <EmptyState icon={Building2} title="This program is not in the open data file">
      It may be in another data file; open that one, or choose a program at the top.
    </EmptyState>
  )
}
