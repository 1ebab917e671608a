import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Pairing } from '#shared/roster/schema.ts'
import { ReasonField } from '../ReasonField.tsx'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'

interface EndPairingDialogProps {
  pairings: readonly Pairing[]
  today: PlainDate
  onClose: () => void
}

/** Ends pairings with a day and a reason; they stay in the record. */
export function EndPairingDialog({ pairings, today, onClose }: EndPairingDialogProps) {
  const client = useClient()
  const done = useDone()
  const last = useDay(today, 'Enter the last day of the pairing')
  const [why, setWhy] = useState('')
  const [only] = pairings.length === 1 ? pairings : []
  const what = only ? `${only.learnerName} with ${only.coachName}` : count(pairings.length, 'pairing')

  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    if (!last.check() || last.day === null) return
    await client.call('roster.endPairings', { ids: pairings.map(({ id }) => id), toOn: last.day, why: why.trim() })
    onClose()
    await done(only ? `${what} ends on ${formatDate(last.day)}` : `${what} end on ${formatDate(last.day)}`)
  })

  return (
    <Dialog title={only ? 'End this pairing' : `End ${what}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        {only && <p>{what}.</p>}
        <DateField label="Last day" {...last.field} description="The pairing stays in the record." autoFocus />
        <ReasonField label="Why" value={why} onChange={setWhy} />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {only ? 'End pairing' : `End ${what}`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
