import { useState } from 'react'
import * as z from 'zod'
import { problemOf, useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import type { CoachRecord } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { chosen, enteredDay } from './formParts.ts'
import { RecordDialog } from './RecordDialog.tsx'

interface CompletionDialogProps {
  programId: Id
  coachId: Id
  modules: CoachRecord['modules']
  today: PlainDate
  onClose: () => void
}

const schema = z.object({ moduleId: chosen('Choose a module.'), on: enteredDay('Enter the day it was done.') })

/** Records that a coach did a module of question 7. */
export function CompletionDialog({ programId, coachId, modules, today, onClose }: CompletionDialogProps) {
  const client = useClient()
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useForm(schema, { moduleId: null, on: today })
  const save = form.submit(async ({ moduleId, on }) => {
    setProblem(null)
    try {
      const completion = { coachId, moduleId, on }
      const saved = await client.call('coaching.saveCompletion', { programId, completion })
      onClose()
      await done(`Recorded ${saved.moduleName} of ${saved.coachName}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  })
  return (
    <RecordDialog title="Record module" problem={problem} isBusy={form.isBusy} onSubmit={save} onClose={onClose}>
      {modules.length === 0 && <p>Question 7 of the design names no modules yet. Name them there first.</p>}
      <Select
        label="Module"
        choices={modules.map(({ id, name }) => ({ id, label: name }))}
        isRequired
        isDisabled={modules.length === 0}
        autoFocus
        {...form.field('moduleId')}
      />
      <DateField label="Done on" isRequired {...form.field('on')} />
    </RecordDialog>
  )
}
