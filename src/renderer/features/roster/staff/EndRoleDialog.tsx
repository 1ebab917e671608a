import { useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'
import { staffNoun } from './useStaff.ts'

interface EndRoleDialogProps {
  programId: string
  rows: readonly StaffMember[]
  today: PlainDate
  onClose: () => void
}

/** Ends roles on a day; they stay in the record. */
export function EndRoleDialog({ programId, rows, today, onClose }: EndRoleDialogProps) {
  const client = useClient()
  const done = useDone()
  const last = useDay(today, 'Enter the last day')
  const [only] = rows.length === 1 ? rows : []
  const what = only
    ? `${displayName(only)} as ${staffRoleLabels[only.role].toLowerCase()}`
    : count(rows.length, staffNoun.one, staffNoun.many)
  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    if (!last.check() || last.day === null) return
    await client.call('roster.endStaff', { programId, ids: rows.map(({ id }) => id), toOn: last.day })
    onClose()
    await done(`Ended ${what} on ${formatDate(last.day)}`)
  })
  return (
    <Dialog title={`End ${what}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <DateField
          label="Last day"
          name="last"
          {...last.field}
          description="The role stays in the record of the person and on the days it was held."
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {only ? 'End role' : 'End roles'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
