import { useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { fiscalYearOf, formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { Program } from '#shared/program/schema.ts'
import { useBudgetChange } from '../useBudgetWork.ts'
import { SettingsFields } from './SettingsFields.tsx'

const july = 7

/** Starts the first budget of a program from what the design decided. */
export function StartBudgetDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const today = useWorkspaceInfo()?.today ?? `${program.year}-07-01`
  // A budget is asked for in winter, for the fiscal year after this one.
  const firstYear = fiscalYearOf(today, july) + 1
  const form = useForm(budgetSettingsSchema, {
    name: `${program.name}, ${formatFiscalYear(firstYear)}`.slice(0, 120),
    startMonth: july,
    firstYear,
    years: 3,
    prorateBy: 'months',
    preparedBy: '',
    contact: '',
    note: '',
  })
  const create = useBudgetChange('budget.create')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <Dialog title="Start a budget" isOpen onClose={onClose} width="medium">
      <form
        noValidate
        onSubmit={form.submit(async (settings) => {
          setProblem(null)
          try {
            await create.mutateAsync({ programId: program.id, settings })
            onClose()
            await done(`Started the budget ${settings.name}`)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <p>
          It starts with the positions, funds and pay that the design decided. Salaries, rates and amounts that nobody
          entered yet stay open, and are listed.
        </p>
        <SettingsFields form={form} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Start budget
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
