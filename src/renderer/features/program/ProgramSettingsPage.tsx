import { useParams } from '@tanstack/react-router'
import { useChange } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { usePrograms, useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { draftOf } from './draft.ts'
import { ProgramForm } from './ProgramForm.tsx'

/** Changes a program, its cohorts and its sites. */
export function ProgramSettingsPage() {
  const { programId } = useParams({ from: '/programs/$programId/settings' })
  const info = useWorkspaceInfo()
  const programs = usePrograms()
  const update = useChange('program.update')
  const done = useDone()
  if (!info || !programs)
    return (
      <div className="cd-page">
        <Skeleton label="Program" />
      </div>
    )
  const program = programs.find(({ id }) => id === programId)
  if (!program)
    return (
      <div className="cd-page">
        <PageHeader title="Program set-up" />
        <EmptyState title="This program is not in the open data file">
          It may belong to another data file, or starting it was undone.
        </EmptyState>
      </div>
    )
  return (
    <div className="cd-page">
      <PageHeader title="Program set-up" summary={summary(program)} />
      <ProgramForm
        // What was saved or undone is shown as it is now.
        key={`${program.id} ${program.revision}`}
        initial={draftOf(program)}
        today={info.today}
        verb="Save changes"
        onSave={async (draft) => {
          const { name } = await update.mutateAsync({ ...draft, id: program.id, revision: program.revision })
          await done(`Changed ${name}`)
        }}
      />
    </div>
  )
}

function summary({ cohorts, sites, learners, coaches }: Program): string {
  const parts = [count(cohorts.length, 'cohort'), count(sites.length, 'site')]
  return [...parts, count(learners, 'learner'), count(coaches, 'coach', 'coaches')].join(', ')
}
