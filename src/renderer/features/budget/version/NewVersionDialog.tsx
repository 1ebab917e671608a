import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { type Budget, budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { useBudgetChange } from '../useBudgetWork.ts'

const schema = budgetSettingsSchema.pick({ name: true, firstYear: true })

/** Starts a version from this one, for the same years or the next ones. */
export function NewVersionDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { name, firstYear } = budget.settings
  const form = useForm(schema, { name, firstYear })
  const copy = useBudgetChange('budget.copy')
  const navigate = useNavigate({ from: '/programs/$programId/budget' })
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <Dialog title="New version" isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={form.submit(async (asked) => {
          setProblem(null)
          try {
            const made = await copy.mutateAsync({ budgetId: budget.id, ...asked })
            onClose()
            void navigate({ search: (before) => ({ tab: before.tab ?? 'plan', version: made.budget.id }) })
            await done(`Started version ${made.budget.number}`)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <p>{`It begins as a copy of version ${budget.number}, with its scenarios. For later years, salaries and prices are taken forward.`}</p>
        <TextField label="Name" isRequired autoFocus {...form.field('name')} />
        <NumberField
          label="First fiscal year"
          description="By the calendar year it ends in."
          min={2000}
          max={2100}
          {...form.field('firstYear')}
          onChange={(year) => form.set('firstYear', year ?? form.values.firstYear)}
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Start version
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
