import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Program } from '#shared/program/schema.ts'
import { displayName, type PersonName } from '#shared/roster/personName.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { peopleToMerge } from './mergeRows.ts'

interface MergeWithDialogProps {
  program: Program
  row: PersonName & { personId: string }
  onClose: () => void
}

/** Chooses who somebody is entered as a second time, and compares the two. */
export function MergeWithDialog({ program, row, onClose }: MergeWithDialogProps) {
  const input = { programId: program.id }
  const learners = useRead('roster.listLearners', input).data
  const coaches = useRead('roster.listCoaches', input).data
  const staff = useRead('roster.listStaff', input).data
  const [otherId, setOtherId] = useState<string | null>(null)
  const [isComparing, setComparing] = useState(false)
  const [error, setError] = useState<string>()
  const name = displayName(row)

  if (otherId !== null && isComparing)
    return (
      <MergeDialog
        program={program}
        keepId={row.personId}
        mergeId={otherId}
        onBack={() => setComparing(false)}
        onMerged={onClose}
        onClose={onClose}
      />
    )
  return (
    <Dialog title={`Merge somebody into ${name}`} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (otherId === null) setError('Choose the other person')
          else setComparing(true)
        }}
      >
        <p>For one human who was entered twice. Nothing changes before both are compared.</p>
        {learners && coaches && staff ? (
          <ComboBox
            label="The other person"
            name="other"
            value={otherId}
            choices={peopleToMerge(row.personId, { learners, coaches, staff })}
            onChange={(id) => {
              setOtherId(id)
              setError(undefined)
            }}
            placeholder="Type a part of the name"
            error={error}
            isRequired
            autoFocus
          />
        ) : (
          <Skeleton label="People" lines={2} />
        )}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Compare people
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
