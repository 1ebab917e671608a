import './coaching.css'
import { useState } from 'react'
import * as z from 'zod'
import { problemOf, useClient, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import {
  meetingDraftSchema,
  meetingModeLabels,
  meetingModes,
  meetingOutcomeLabels,
  meetingOutcomes,
} from '#shared/coaching/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { chosen, enteredDay } from './formParts.ts'
import { RecordDialog } from './RecordDialog.tsx'

interface MeetingDialogProps {
  programId: Id
  /** The coach whose page it is; asked for where it is not known. */
  coachId?: Id
  today: PlainDate
  onClose: () => void
}

const notSaid = 'notSaid'

const schema = z.object({
  on: enteredDay('Enter the day of the meeting.'),
  learnerId: chosen('Choose a learner.'),
  coachId: chosen('Choose a coach.'),
  outcome: z.enum(meetingOutcomes),
  mode: z.enum([notSaid, ...meetingModes]),
  minutes: meetingDraftSchema.shape.minutes.unwrap(),
})

/** Records one meeting of a learner with a coach. Who the coach is follows from the learner, and can be changed. */
export function MeetingDialog({ programId, coachId, today, onClose }: MeetingDialogProps) {
  const client = useClient()
  const done = useDone()
  const learners = useRead('roster.listLearners', { programId }).data
  const coaches = useRead('roster.listCoaches', { programId }).data
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useForm(schema, {
    on: today,
    learnerId: null,
    coachId: coachId ?? null,
    outcome: 'held',
    mode: notSaid,
    minutes: null,
  })
  const learner = form.field('learnerId')
  const save = form.submit(async ({ on, learnerId, coachId: coach, mode, ...meeting }) => {
    setProblem(null)
    try {
      const given = {
        ...meeting,
        on,
        learnerId,
        coachId: coach,
        mode: mode === notSaid ? null : mode,
      }
      const [saved] = await client.call('coaching.saveMeetings', { programId, meetings: [given] })
      onClose()
      await done(`Recorded the meeting of ${saved!.learnerName} with ${saved!.coachName}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  })
  const isOwn = (one: Learner): boolean => coachId !== undefined && one.coachId === coachId
  return (
    <RecordDialog title="Record meeting" problem={problem} isBusy={form.isBusy} onSubmit={save} onClose={onClose}>
      {learners && coaches ? (
        <>
          <ComboBox
            label="Learner"
            placeholder="Type a part of the name"
            choices={learners
              .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
              .map((one) => ({
                id: one.id,
                label: displayName(one),
                ...(one.coachName !== '' && { description: `Coach: ${one.coachName}` }),
              }))}
            isRequired
            autoFocus
            {...learner}
            onChange={(id) => {
              learner.onChange(id)
              const coachNow = learners.find((one) => one.id === id)?.coachId
              if (coachId === undefined && coachNow) form.set('coachId', coachNow)
            }}
          />
          {coachId === undefined && (
            <ComboBox
              label="Coach"
              placeholder="Type a part of the name"
              choices={coaches.map((one) => ({ id: one.id, label: displayName(one) }))}
              isRequired
              {...form.field('coachId')}
            />
          )}
          <DateField label="Date" isRequired {...form.field('on')} />
          <RadioGroup
            label="Meeting"
            choices={meetingOutcomes.map((id) => ({ id, label: meetingOutcomeLabels[id] }))}
            {...form.field('outcome')}
          />
          <div className="cd-coaching-fields">
            <Select
              label="How they met"
              choices={[
                { id: notSaid, label: 'Not said' },
                ...meetingModes.map((id) => ({ id, label: meetingModeLabels[id] })),
              ]}
              {...form.field('mode')}
            />
            <NumberField label="Minutes" min={1} max={600} {...form.field('minutes')} />
          </div>
          <p className="cd-quiet">What was talked about stays with the two: there is no field for it.</p>
        </>
      ) : (
        // The choices of a field are taken once, when it is first shown.
        <Skeleton label="Learners" lines={6} />
      )}
    </RecordDialog>
  )
}
