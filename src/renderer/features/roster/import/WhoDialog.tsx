import { useMemo, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { displayName } from '#shared/roster/personName.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { useStored } from './useStored.ts'
import { peopleWords } from './peopleWords.ts'

interface WhoDialogProps {
  programId: string
  kind: PeopleKind
  /** The row it is about, as decisions name it. */
  row: string
  onPerson: (personId: string) => void
  onClose: () => void
}

/** Asks who of the program a row is. */
export function WhoDialog({ programId, kind, row, onPerson, onClose }: WhoDialogProps) {
  const stored = useStored(programId, kind)
  const [personId, setPersonId] = useState<string | null>(null)
  const choices = useMemo(
    () =>
      [...stored.values()].map((person) => ({
        id: person.personId,
        label: displayName(person),
        description: [person.email, person.studentId || person.employeeId].filter((part) => part !== '').join(' · '),
      })),
    [stored],
  )
  const { one } = peopleWords[kind]
  return (
    <Dialog title={`Row ${row.slice(row.lastIndexOf('!') + 1)} is a ${one} who is here`} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (personId !== null) onPerson(personId)
        }}
      >
        <ComboBox
          label="Person"
          value={personId}
          onChange={setPersonId}
          choices={choices}
          description="The row changes this person in place of adding somebody."
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={personId === null}>
            Take the row for this {one}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
