import './program.css'
import { useState } from 'react'
import type * as z from 'zod'
import { problemOf } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { programDraftSchema, programKindLabels, type ProgramKind, programKinds } from '#shared/program/schema.ts'
import { areProposed, type Draft, type Part, proposeCohorts, yearChoices } from './draft.ts'
import { LeaveDialog } from '#renderer/app/LeaveDialog.tsx'
import { PartList } from './PartList.tsx'

interface Props {
  initial: Draft
  today: PlainDate
  /** "Start program" */
  verb: string
  /** Only what a program cannot do without; cohorts as proposed. */
  isShort?: boolean
  /** Rejects with a `Refusal`, which is shown above the button. */
  onSave: (draft: z.output<typeof programDraftSchema>) => Promise<unknown>
  onCancel?: () => void
}

const kindChoices = programKinds.map((id) => ({ id, label: programKindLabels[id] }))

/** A program with its cohorts and sites: the same form to start one and to change it. */
export function ProgramForm({ initial, today, verb, isShort = false, onSave, onCancel }: Props) {
  const form = useForm(programDraftSchema, initial)
  const [problem, setProblem] = useState<Problem | null>(null)
  // Saving itself may lead to another page.
  const isUnsaved = !form.isBusy && JSON.stringify(form.values) !== JSON.stringify(initial)
  const { kind, year } = form.values
  // The form began with these parts, and only this screen changes them.
  const cohorts = form.values.cohorts as Part[]
  const sites = form.values.sites as Part[]

  /** Proposes the usual cohorts anew, unless somebody has put their own in. */
  const propose = (nextKind: ProgramKind, nextYear: number): void => {
    if (areProposed(cohorts, kind, year)) form.set('cohorts', proposeCohorts(nextKind, nextYear))
  }
  const save = async (draft: z.output<typeof programDraftSchema>): Promise<void> => {
    setProblem(null)
    try {
      await onSave(draft)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused)
      if (refused.details) form.refuse(refused.details)
    }
  }

  return (
    <form className="cd-program-form" onSubmit={form.submit(save)} noValidate>
      <div className="cd-program-fields">
        <TextField
          label="Program name"
          description={isShort ? 'Such as "MD class coaching" or "Internal medicine residency".' : ''}
          isRequired
          autoFocus={initial.name === ''}
          {...form.field('name')}
        />
        <RadioGroup
          label="Kind"
          choices={kindChoices}
          {...form.field('kind')}
          onChange={(next) => {
            form.set('kind', next)
            propose(next, year)
          }}
        />
        <div className="cd-program-pair">
          {!isShort && (
            <TextField
              label="Institution, if wanted"
              {...form.field('institution')}
              value={form.values.institution ?? ''}
            />
          )}
          <Select
            label="Academic year"
            choices={yearChoices(today, year)}
            name="year"
            value={String(year)}
            error={form.errorAt('year')}
            onChange={(next) => {
              form.set('year', Number(next))
              propose(kind, Number(next))
            }}
          />
        </div>
        {!isShort && (
          <>
            <PartList
              noun="cohort"
              title="Cohorts"
              description="The classes or training years, in the order they are listed everywhere."
              name="cohorts"
              parts={cohorts}
              onChange={(parts) => form.set('cohorts', parts)}
              errorAt={form.errorAt}
            />
            <PartList
              noun="site"
              title="Sites"
              description="Campuses, hospitals or clinics, where the program has more than one."
              name="sites"
              parts={sites}
              onChange={(parts) => form.set('sites', parts)}
              errorAt={form.errorAt}
            />
          </>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
      <LeaveDialog isUnsaved={isUnsaved} />
      <div className="cd-form-actions">
        <Button kind="primary" type="submit" isBusy={form.isBusy}>
          {verb}
        </Button>
        {onCancel && <Button onPress={onCancel}>Cancel</Button>}
      </div>
    </form>
  )
}
