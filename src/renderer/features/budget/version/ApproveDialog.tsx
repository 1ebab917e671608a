import { useState } from 'react'
import * as z from 'zod'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { budgetInWords } from '../budgetWords.ts'
import { type BudgetWork, useBudgetChange } from '../useBudgetWork.ts'

const schema = z.object({
  by: z.string().trim().min(1, 'Say who approved it.').max(120),
  on: plainDateSchema,
})

/** Locks a budget with the figures of that day. */
export function ApproveDialog({ work, onClose }: { work: BudgetWork; onClose: () => void }) {
  const today = useWorkspaceInfo()?.today ?? ''
  const form = useForm(schema, { on: today, by: '' })
  const approve = useBudgetChange('budget.approve')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { budget } = work.document
  const { complete } = work.calculated.result
  return (
    <Dialog title="Approve this budget" isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={form.submit(async ({ on, by }) => {
          setProblem(null)
          try {
            await approve.mutateAsync({ budgetId: budget.id, revision: budget.revision, on, by })
            onClose()
            await done(`Approved version ${budget.number}`)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <p>{`${budgetInWords(work.calculated.result)}. It is locked with the roster as it is now; later changes go into a new version.`}</p>
        {!complete && <p className="cd-needs">Some totals are not known yet. They stay so in the approved budget.</p>}
        <TextField label="Approved by" description="A person or a body." isRequired autoFocus {...form.field('by')} />
        <DateField label="On" isRequired {...form.field('on')} onChange={(on) => form.set('on', on ?? '')} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Approve budget
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
