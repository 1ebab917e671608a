import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { count } from '#shared/kernel/text.ts'
import type { ExportedList } from '#shared/roster/exportSchema.ts'

interface LeftOutProps {
  exported: ExportedList
  onClose: () => void
}

/** Who is not in a list that was saved, and why: nobody is left out in silence. */
export function LeftOut({ exported, onClose }: LeftOutProps) {
  const { name, rows, leftOut } = exported
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason)
  return (
    <Dialog
      title={`${count(leftOut.length, 'person', 'people')} left out`}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <p>
        {name} was saved with {count(rows, 'row')}. Not in it:
      </p>
      {[...byReason].map(([reason, people]) => (
        <section key={reason}>
          <h3>{reason}</h3>
          <p>{people.map((person) => person.name).join(', ')}</p>
        </section>
      ))}
    </Dialog>
  )
}
