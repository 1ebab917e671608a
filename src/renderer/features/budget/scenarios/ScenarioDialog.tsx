import { useState } from 'react'
import * as z from 'zod'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Scenario } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { type BudgetWork, useBudgetChange } from '../useBudgetWork.ts'

interface Props {
  work: BudgetWork
  /** The scenario to rename; absent: a new one. */
  scenario?: Scenario
  /** What a new one starts with: the differences of another. */
  copyFrom?: Id
  onSaved?: (id: Id) => void
  onClose: () => void
}

const base = 'base'
const schema = z.object({
  name: z.string().trim().min(1, 'Enter a name such as Ratio 1:10.').max(120),
  note: z.string().trim().max(1000),
  startsAs: z.string(),
})

/** Adds a scenario, or says what one is called and why it is there. */
export function ScenarioDialog({ work, scenario, copyFrom, onSaved, onClose }: Props) {
  const { budget, scenarios } = work.document
  const form = useForm(schema, {
    name: scenario?.name ?? '',
    note: scenario?.note ?? '',
    startsAs: copyFrom ?? base,
  })
  const save = useBudgetChange('budget.saveScenario')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const title = scenario ? 'Rename scenario' : 'Add scenario'
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={form.submit(async ({ name, note, startsAs }) => {
          setProblem(null)
          try {
            const saved = await save.mutateAsync({
              budgetId: budget.id,
              name,
              note,
              ...(scenario && { id: scenario.id, revision: scenario.revision }),
              ...(!scenario && startsAs !== base && { copyFrom: startsAs }),
            })
            onClose()
            await done(scenario ? `Renamed the scenario to ${name}` : `Added the scenario ${name}`)
            const made = saved.scenarios.find(({ id }) => !scenarios.some((before) => before.id === id))
            if (made) onSaved?.(made.id)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <TextField
          label="Name"
          description="What is different: “Ratio 1:10”, “Stipends”."
          isRequired
          autoFocus
          {...form.field('name')}
        />
        <TextField label="Note" isMultiline {...form.field('note')} />
        {!scenario && scenarios.length > 0 && (
          <Select
            label="Starts as"
            choices={[{ id: base, label: 'The base' }, ...scenarios.map(({ id, name }) => ({ id, label: name }))]}
            {...form.field('startsAs')}
          />
        )}
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
