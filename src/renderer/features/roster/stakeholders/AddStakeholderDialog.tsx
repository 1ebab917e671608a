import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { ColumnInput } from '../ColumnInput.tsx'
import { useColumnForm } from '../useColumnForm.ts'
import { useSubmit } from '../useSubmit.ts'
import { stakeholderColumns } from './stakeholderColumns.ts'
import { blankStakeholder, withCells } from './stakeholderEdits.ts'
import type { ChangeRegister } from './useRegister.ts'

interface AddStakeholderDialogProps {
  change: ChangeRegister
  onClose: () => void
  onAdded: (id: string) => void
}

const asked = stakeholderColumns.filter(({ editable, key }) => editable && key !== 'roles')

/** Enters a person or body into the register; their roles are ticked beside the list. */
export function AddStakeholderDialog({ change, onClose, onAdded }: AddStakeholderDialogProps) {
  const done = useDone()
  const form = useColumnForm(asked)
  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    const values = form.read()
    if (!values) return
    const added = withCells(blankStakeholder(crypto.randomUUID()), values)
    await change((register) => [...register, added])
    onAdded(added.id)
    onClose()
    await done(`Added ${added.name}`)
  })
  return (
    <Dialog title="Add stakeholder" isOpen onClose={onClose} width="medium">
      <form id={form.id} noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <div className="cd-roster-fields">
          {asked.map((column) => (
            <ColumnInput
              key={column.key}
              {...form.field(column)}
              autoFocus={column.key === 'name'}
              isRequired={column.key === 'name'}
            />
          ))}
        </div>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Add stakeholder
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
