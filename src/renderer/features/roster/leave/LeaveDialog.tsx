import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { type AwayStatus, awayStatuses, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { ReasonField } from '../ReasonField.tsx'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'

interface LeaveDialogProps {
  program: Program
  learners: readonly Learner[]
  /** "Ana Ruiz", "12 learners" */
  who: string
  today: PlainDate
  onClose: () => void
}

const kinds = awayStatuses.map((id) => ({ id, label: learnerStatusFacts[id].label }))

/** Puts learners on leave from a day on; with the day they are expected back, the return is planned. */
export function LeaveDialog({ program, learners, who, today, onClose }: LeaveDialogProps) {
  const client = useClient()
  const done = useDone()
  const [status, setStatus] = useState<AwayStatus>('leave')
  const from = useDay(today, 'Enter the first day of the leave')
  const back = useDay(null)
  const [reason, setReason] = useState('')

  const { problem, isBusy, onSubmit } = useSubmit(
    async () => {
      const mayBeSent = [from.check(), back.check()].every(Boolean)
      if (!mayBeSent || from.day === null) return
      await client.call('roster.putOnLeave', {
        programId: program.id,
        learnerIds: learners.map(({ id }) => id),
        fromOn: from.day,
        ...(back.day !== null && { expectedReturnOn: back.day }),
        status,
        reason: reason.trim(),
      })
      onClose()
      const until = back.day === null ? '' : `, expected back ${formatDate(back.day)}`
      await done(`${who}: ${learnerStatusFacts[status].label.toLowerCase()} from ${formatDate(from.day)}${until}`)
    },
    ({ details = [] }) => {
      const detail = details.find(({ path }) => path === 'expectedReturnOn')
      if (detail) back.refuse(detail.message)
      return detail !== undefined
    },
  )

  return (
    <Dialog title={`Put ${who} on leave`} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <Select label="Status" value={status} choices={kinds} onChange={setStatus} autoFocus />
        <div className="cd-roster-fields">
          <DateField label="From" {...from.field} />
          <DateField label="Expected back" {...back.field} description="Empty while nobody knows." />
        </div>
        <ReasonField value={reason} onChange={setReason} />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Put on leave
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
