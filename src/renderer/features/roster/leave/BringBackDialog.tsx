import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { learnerStatusFacts, presentStatuses } from '#shared/roster/statuses.ts'
import { readLevel } from '../parse.ts'
import { ReasonField } from '../ReasonField.tsx'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'

interface BringBackDialogProps {
  program: Program
  learners: readonly Learner[]
  /** "Ana Ruiz", "12 learners" */
  who: string
  today: PlainDate
  onClose: () => void
}

const kinds = presentStatuses.map((id) => ({ id, label: learnerStatusFacts[id].label }))

/** Brings learners back from leave on a day. One alone may come back to another level than they left. */
export function BringBackDialog({ program, learners, who, today, onClose }: BringBackDialogProps) {
  const client = useClient()
  const done = useDone()
  const [only] = learners.length === 1 ? learners : []
  const day = useDay(only?.next?.fromOn ?? today, 'Enter the first day back')
  const [status, setStatus] = useState(presentStatuses.find((planned) => planned === only?.next?.status) ?? 'active')
  const [level, setLevel] = useState(only?.next?.level ?? only?.level ?? '')
  const [levelError, setLevelError] = useState<string>()
  const [reason, setReason] = useState('')

  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    const read = readLevel(program)(level)
    setLevelError(read.ok ? undefined : read.message)
    if (!day.check() || !read.ok || day.day === null) return
    await client.call('roster.bringBack', {
      programId: program.id,
      learnerIds: learners.map(({ id }) => id),
      onDay: day.day,
      status,
      ...(only && { level: String(read.value ?? '') }),
      reason: reason.trim(),
    })
    onClose()
    await done(`${who}: ${learnerStatusFacts[status].label.toLowerCase()} from ${formatDate(day.day)}`)
  })

  return (
    <Dialog title={`Bring ${who} back`} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <DateField label="First day back" {...day.field} autoFocus />
        <div className="cd-roster-fields">
          <Select label="Status" value={status} choices={kinds} onChange={setStatus} />
          {only && <TextField label="Level" value={level} onChange={setLevel} error={levelError} />}
        </div>
        <ReasonField value={reason} onChange={setReason} />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Bring back
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
