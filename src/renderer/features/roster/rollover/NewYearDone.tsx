import { useNavigate } from '@tanstack/react-router'
import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import type { RolloverCounts } from '#shared/roster/rolloverSchema.ts'

/** A year that was started on this page, and the entry of the history that did it. */
export interface StartedYear {
  year: number
  effectiveOn: PlainDate
  counts: RolloverCounts
  newCohorts: readonly string[]
  entryId: string | null
}

/** What the new year did, and the way back. */
export function NewYearDone({ program, started }: { program: Program; started: StartedYear }) {
  const client = useClient()
  const navigate = useNavigate()
  const [isUndoing, setUndoing] = useState(false)
  const { year, effectiveOn, counts, newCohorts, entryId } = started
  const params = { programId: program.id }

  const undo = async (id: string): Promise<void> => {
    setUndoing(true)
    try {
      await client.call('workspace.undoEntry', { entryId: id })
    } catch (error) {
      setUndoing(false)
      showProblem(error)
    }
  }
  const facts: [string, number][] = [
    ['Promoted', counts.promote],
    ['Graduated', counts.graduate],
    ['Held back', counts.hold],
  ]
  return (
    <div className="cd-page">
      <section className="cd-new-year-done" aria-label="Result">
        <h1>
          <CircleCheck size={20} aria-hidden />
          {program.name} is in {formatAcademicYear(year)}
        </h1>
        <dl>
          {facts.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-number>{n.toLocaleString('en-US')}</dd>
            </div>
          ))}
        </dl>
        <p className="cd-quiet">
          New levels hold from {formatDate(effectiveOn)}.
          {newCohorts.length > 0 && ` ${newCohorts.join(' and ')} is ready for the import of the new class.`} The whole
          step can be undone here, and later under Data, History.
        </p>
        <div className="cd-new-year-ways">
          <Button
            kind="primary"
            autoFocus
            onPress={() => void navigate({ to: '/programs/$programId/learners', params })}
          >
            Show learners
          </Button>
          <Button
            onPress={() => void navigate({ to: '/programs/$programId/import', params, search: { as: 'learners' } })}
          >
            Import the new class
          </Button>
          {entryId !== null && (
            <Button icon={Undo2} isBusy={isUndoing} onPress={() => void undo(entryId)}>
              Undo
            </Button>
          )}
        </div>
      </section>
    </div>
  )
}
