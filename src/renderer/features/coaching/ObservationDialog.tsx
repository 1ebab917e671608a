import { useState } from 'react'
import * as z from 'zod'
import { problemOf, useClient, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { observationDraftSchema } from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { displayName } from '#shared/roster/personName.ts'
import { enteredDay } from './formParts.ts'
import { RecordDialog } from './RecordDialog.tsx'

interface ObservationDialogProps {
  programId: Id
  coachId: Id
  today: PlainDate
  onClose: () => void
}

const schema = z.object({
  on: enteredDay('Enter the day of the observation.'),
  observerId: z.string().nullable(),
  round: observationDraftSchema.shape.round.unwrap(),
})

/** Records that a coach was observed coaching. What the observer thought is in their form, not here. */
export function ObservationDialog({ programId, coachId, today, onClose }: ObservationDialogProps) {
  const client = useClient()
  const done = useDone()
  const coaches = useRead('roster.listCoaches', { programId }).data
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useForm(schema, { on: today, observerId: null, round: '' })
  const save = form.submit(async ({ on, ...rest }) => {
    setProblem(null)
    try {
      const observation = { coachId, on, ...rest }
      const saved = await client.call('coaching.saveObservation', { programId, observation })
      onClose()
      await done(`Recorded the observation of ${saved.coachName}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  })
  return (
    <RecordDialog title="Record observation" problem={problem} isBusy={form.isBusy} onSubmit={save} onClose={onClose}>
      <DateField label="Observed on" isRequired autoFocus {...form.field('on')} />
      <ComboBox
        key={coaches ? 'coaches' : 'none'}
        label="Observer"
        placeholder="Type a part of the name"
        description="A coach of this program; may be left empty."
        choices={
          coaches?.filter(({ id }) => id !== coachId).map((one) => ({ id: one.id, label: displayName(one) })) ?? []
        }
        {...form.field('observerId')}
      />
      <TextField label="Round" description="Spring 2027, for example; may be left empty." {...form.field('round')} />
    </RecordDialog>
  )
}
