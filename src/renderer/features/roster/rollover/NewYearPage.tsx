import '#renderer/app/page.css'
import './newYear.css'
import { useNavigate } from '@tanstack/react-router'
import { keepPreviousData } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { effectiveDayProblem } from '#shared/roster/rollover.ts'
import type { RolloverPreview } from '#shared/roster/rolloverSchema.ts'
import { useSubmit } from '../useSubmit.ts'
import { NewYearDone, type StartedYear } from './NewYearDone.tsx'
import { RolloverGrid } from './RolloverGrid.tsx'
import { countActions, countsWords, type Decisions, decisionsOf, rolloverRows } from './rolloverRows.ts'

/** Moves a program to its next academic year: what becomes of everybody, decided row by row, done and undone as one. */
export function NewYearPage({ program }: { program: Program }) {
  const [effectiveOn, setEffectiveOn] = useState<PlainDate | null>(null)
  const [lastLevel, setLastLevel] = useState<number | null>(null)
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [started, setStarted] = useState<StartedYear | null>(null)
  const preview = useRead(
    'roster.previewRollover',
    {
      programId: program.id,
      ...(effectiveOn !== null && { effectiveOn }),
      ...(lastLevel !== null && { lastLevel }),
    },
    { placeholderData: keepPreviousData },
  )

  // Once it is undone, here or by Ctrl+Z, the program is back in its year and the decisions stand as they were.
  if (started && program.year === started.year) return <NewYearDone program={program} started={started} />
  if (preview.error)
    return (
      <div className="cd-page">
        <PageHeader title={`Start ${formatAcademicYear(program.year + 1)}`} />
        <ProblemNotice problem={preview.error.problem} />
      </div>
    )
  if (!preview.data || preview.data.fromYear !== program.year) return <Skeleton label="Next year" lines={16} />
  return (
    <Preparation
      program={program}
      preview={preview.data}
      decisions={decisions}
      onDecide={(decided) => setDecisions((before) => new Map([...before, ...decided]))}
      onDay={setEffectiveOn}
      onLastLevel={setLastLevel}
      onStarted={setStarted}
    />
  )
}

interface PreparationProps {
  program: Program
  preview: RolloverPreview
  decisions: Decisions
  onDecide: (decided: Decisions) => void
  onDay: (day: PlainDate | null) => void
  onLastLevel: (level: number) => void
  onStarted: (started: StartedYear) => void
}

const residencyLengths = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => ({ id: String(level), label: `PGY-${level}` }))

function Preparation(props: PreparationProps) {
  const { program, preview, decisions, onDecide, onDay, onLastLevel, onStarted } = props
  const client = useClient()
  const navigate = useNavigate()
  const [unreadable, setUnreadable] = useState<string | null>(null)
  // A day that cannot be stays in the field, with why, and the preview stays as it is.
  const [otherYear, setOtherYear] = useState<{ day: PlainDate; problem: string } | null>(null)
  const changeDay = (day: PlainDate | null) => {
    const problem = day === null ? null : effectiveDayProblem(day, preview.toYear)
    setOtherYear(day !== null && problem !== null ? { day, problem } : null)
    if (problem === null) onDay(day)
  }
  const rows = useMemo(() => rolloverRows(preview, decisions), [preview, decisions])
  const counts = countActions(rows)
  const year = formatAcademicYear(preview.toYear)
  const { problem, isBusy, submit } = useSubmit(async () => {
    const made = await client.call('roster.applyRollover', {
      programId: program.id,
      toYear: preview.toYear,
      effectiveOn: preview.effectiveOn,
      lastLevel: preview.lastLevel,
      decisions: decisionsOf(rows),
    })
    const entry = (await client.call('workspace.info', {})).file?.undo ?? null
    const { effectiveOn, newCohorts } = preview
    onStarted({ year: preview.toYear, effectiveOn, counts: made, newCohorts, entryId: entry?.entryId ?? null })
  })

  return (
    <div className="cd-page cd-new-year">
      <PageHeader
        title={`Start ${year}`}
        summary={`${count(rows.length, 'learner')}: ${countsWords(counts)}. Nothing changes before the year is started.`}
        actions={
          <>
            <Button
              kind="quiet"
              onPress={() => void navigate({ to: '/programs/$programId/learners', params: { programId: program.id } })}
            >
              Back to learners
            </Button>
            <Button
              kind="primary"
              isBusy={isBusy}
              isDisabled={unreadable !== null || otherYear !== null}
              onPress={() => void submit()}
            >
              Start {year}
            </Button>
          </>
        }
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className="cd-new-year-options">
        <DateField
          label="Holds from"
          value={otherYear?.day ?? preview.effectiveOn}
          error={otherYear?.problem}
          onChange={changeDay}
          onUnreadable={setUnreadable}
        />
        {program.kind === 'gme' && (
          <Select
            label="Last level"
            value={String(preview.lastLevel)}
            choices={residencyLengths}
            onChange={(level) => onLastLevel(Number(level))}
          />
        )}
        <p className="cd-quiet">
          Levels and statuses change on that day; the pairings of those who graduate end the day before.
          {preview.newCohorts.length > 0 && ` ${preview.newCohorts.join(' and ')} is added to the cohorts.`}
        </p>
      </div>
      <RolloverGrid rows={rows} counts={counts} onDecide={onDecide} />
    </div>
  )
}
