import { useState } from 'react'
import { useDone } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Stakeholder } from '#shared/program/design/stakeholders.ts'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'
import type { ChangeRegister } from './useRegister.ts'

interface ContactDialogProps {
  row: Stakeholder
  today: PlainDate
  change: ChangeRegister
  onClose: () => void
}

/** Logs that somebody was spoken with, and when the next time is. */
export function ContactDialog({ row, today, change, onClose }: ContactDialogProps) {
  const done = useDone()
  const actor = useWorkspaceInfo()?.actor ?? ''
  const on = useDay(today, 'Enter the day')
  const { nextContact } = row
  // What is planned for later stays; what was due is what happened now.
  const next = useDay(nextContact !== null && nextContact > today ? nextContact : null)
  const [by, setBy] = useState(actor)
  const [note, setNote] = useState('')
  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    const mayBeSent = [on.check(), next.check()].every(Boolean)
    if (!mayBeSent || on.day === null) return
    const contact = { id: crypto.randomUUID(), on: on.day, by: by.trim(), note: note.trim() }
    await change((register) =>
      register.map((each) =>
        each.id === row.id ? { ...each, log: [...each.log, contact], nextContact: next.day } : each,
      ),
    )
    onClose()
    await done(`Contact with ${row.name} logged`)
  })
  return (
    <Dialog title={`Log a contact with ${row.name}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <div className="cd-roster-fields">
          <DateField label="Day" name="on" {...on.field} autoFocus />
          <TextField label="By" value={by} onChange={(text) => setBy(text.slice(0, 200))} />
        </div>
        <TextField label="Note" value={note} onChange={(text) => setNote(text.slice(0, 8000))} isMultiline />
        <DateField label="Next contact" name="next" {...next.field} description="Empty where none is planned." />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Log contact
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
