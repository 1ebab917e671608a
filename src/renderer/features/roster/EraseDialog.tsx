import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { displayName } from '#shared/roster/personName.ts'
import type { Person } from '#shared/roster/schema.ts'

interface EraseDialogProps {
  person: Person
  onClose: () => void
  onErased: () => void
}

/** The one thing about a person that Undo does not take back, so it is asked first. */
export function EraseDialog({ person, onClose, onErased }: EraseDialogProps) {
  const client = useClient()
  const [isBusy, setBusy] = useState(false)
  const name = displayName(person)
  const places = [...person.enrolments, ...person.appointments, ...person.staff].map(({ programName }) => programName)

  const erase = async (): Promise<void> => {
    setBusy(true)
    try {
      await client.call('roster.erasePerson', { personId: person.id, revision: person.revision })
      onErased()
      showToast({ message: `${name} was erased` })
    } catch (error) {
      onClose()
      showProblem(error)
    }
  }

  return (
    <ConfirmDialog
      title={`Erase ${name}?`}
      verb="Erase person"
      isOpen
      isBusy={isBusy}
      onConfirm={() => void erase()}
      onClose={onClose}
    >
      <p>
        Name, ids, e-mails, dates and notes are erased
        {places.length > 0 && ` from ${[...new Set(places)].join(' and ')}`}, and from the history of changes. This
        cannot be undone.
      </p>
      <p>Backups made before now still hold {name} until they age out, after twelve months at most.</p>
      <p>To take somebody out of one program only, close this and choose Remove.</p>
    </ConfirmDialog>
  )
}
