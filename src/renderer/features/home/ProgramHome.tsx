import './home.css'
import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet, Users } from 'lucide-react'
import { useMemo } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { type Program, programKindLabels } from '#shared/program/schema.ts'
import { AlertList } from './AlertList.tsx'
import { AwayList } from './AwayList.tsx'
import { CohortTable } from './CohortTable.tsx'
import { FigureStrip } from './FigureStrip.tsx'
import { Gaps } from './Gaps.tsx'
import { Headlines } from './Headlines.tsx'
import { headline, homeFigures } from './homeFigures.ts'
import { NewYearNote } from './NewYearNote.tsx'
import { BackupState, LastChanges, LastImport } from './Recent.tsx'
import { TaskList } from './TaskList.tsx'
import { YearTimeline } from './YearTimeline.tsx'

/** How a program stands, what is missing, and what happened last. */
export function ProgramHome({ program }: { program: Program }) {
  const navigate = useNavigate()
  const input = { programId: program.id }
  const learners = useRead('roster.listLearners', input)
  const coaches = useRead('roster.listCoaches', input)
  const year = useRead('program.calendar', input)
  const calendar = year.data
  const figures = useMemo(
    () => (learners.data && coaches.data ? homeFigures(program, learners.data, coaches.data) : null),
    [program, learners.data, coaches.data],
  )
  const problem = (learners.error ?? coaches.error ?? year.error)?.problem
  const goImport = (as: 'learners' | 'coaches') => () =>
    void navigate({ to: '/programs/$programId/import', params: input, search: { as } })

  if (problem && problem.code !== 'disconnected' && !(figures && calendar))
    return (
      <div className="cd-page">
        <PageHeader title={program.name} />
        <ProblemNotice problem={problem} />
      </div>
    )
  if (!figures || !calendar)
    return (
      <div className="cd-page">
        <PageHeader title={program.name} />
        <Skeleton label="Figures" />
      </div>
    )

  const isEmpty = figures.learners.count + figures.gone.count + figures.coaches.count === 0
  const about = [programKindLabels[program.kind], program.institution, formatAcademicYear(program.year)]
  return (
    <div className="cd-page">
      <PageHeader
        title={program.name}
        summary={isEmpty ? about.filter(Boolean).join(', ') : headline(figures)}
        actions={
          !isEmpty && (
            <Button icon={FileSpreadsheet} kind="primary" onPress={goImport('learners')}>
              Import roster
            </Button>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          icon={Users}
          title="No people yet"
          actions={
            <>
              <Button kind="primary" onPress={goImport('learners')}>
                Import learners
              </Button>
              <Button onPress={goImport('coaches')}>Import coaches</Button>
            </>
          }
        >
          Import the learner roster and the coach roster from Excel or CSV. What is counted from them stands here.
        </EmptyState>
      ) : (
        <Headlines program={program} headlines={calendar.headlines} />
      )}
      {!isEmpty && <NewYearNote program={program} />}
      <YearTimeline program={program} calendar={calendar} />
      <div className="cd-home">
        <div className="cd-home-main">
          <TaskList program={program} calendar={calendar} />
          {!isEmpty && (
            <>
              <FigureStrip program={program} figures={figures} />
              <CohortTable program={program} figures={figures} />
              <AwayList program={program} people={figures.awayPeople} />
            </>
          )}
        </div>
        <div className="cd-home-side">
          <AlertList
            program={program}
            alerts={calendar.alerts}
            learners={learners.data ?? []}
            coaches={coaches.data ?? []}
          />
          {!isEmpty && <Gaps program={program} gaps={figures.gaps} />}
          <LastChanges programId={program.id} />
          <LastImport programId={program.id} />
          <BackupState />
        </div>
      </div>
    </div>
  )
}
