import { useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { type Budget, budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { useBudgetChange } from '../useBudgetWork.ts'
import { SettingsFields } from './SettingsFields.tsx'

/** Changes the name and the years of a draft, and who prepares it. */
export function SettingsDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const form = useForm(budgetSettingsSchema, budget.settings)
  const save = useBudgetChange('budget.saveSettings')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <Dialog title="Name and years" isOpen onClose={onClose} width="medium">
      <form
        noValidate
        onSubmit={form.submit(async (settings) => {
          setProblem(null)
          try {
            await save.mutateAsync({ budgetId: budget.id, revision: budget.revision, settings })
            onClose()
            await done('Saved the name and years')
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <SettingsFields form={form} />
        <TextField label="Note" isMultiline {...form.field('note')} value={form.values.note ?? ''} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Save name and years
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
