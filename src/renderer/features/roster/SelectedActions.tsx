import { ChevronDown, Copy, PencilLine, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { count } from '#shared/kernel/text.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { EditManyDialog } from './EditManyDialog.tsx'
import type { RosterSource } from './source.ts'
import type { EditRoster } from './useRoster.ts'

interface SelectedActionsProps<R extends Learner | Coach> {
  source: RosterSource<R>
  programId: string
  columns: readonly GridColumn<R>[]
  rows: readonly R[]
  ids: readonly string[]
  edit: EditRoster
}

/** What can be done with the rows that are ticked. */
export function SelectedActions<R extends Learner | Coach>(props: SelectedActionsProps<R>) {
  const { source, programId, columns, rows, ids, edit } = props
  const client = useClient()
  const done = useDone()
  const [isEditing, setEditing] = useState(false)
  const ticked = new Set(ids)
  const chosen = rows.filter(({ id }) => ticked.has(id))
  if (chosen.length === 0) return null
  const people = count(chosen.length, source.noun.one, source.noun.many)

  const copy = async (): Promise<void> => {
    const emails = chosen.map(({ email }) => email).filter((email) => email !== '')
    await navigator.clipboard.writeText(emails.join('; '))
    const without = chosen.length - emails.length
    const copied = `${count(emails.length, 'e-mail address', 'e-mail addresses')} copied`
    showToast({ message: without === 0 ? copied : `${copied}; ${without} of the ${people} have none`, tone: 'info' })
  }
  const remove = async (): Promise<void> => {
    await source.remove(client, { programId, ids: chosen.map(({ id }) => id) })
    await done(`Removed ${people} from the program`)
  }

  const groups: MenuAction[][] = [
    [
      { id: 'edit', label: 'Edit one field…', icon: PencilLine, onAction: () => setEditing(true) },
      { id: 'copy', label: 'Copy e-mails', icon: Copy, onAction: () => void copy().catch(showProblem) },
    ],
    [
      {
        id: 'remove',
        label: 'Remove from the program',
        icon: UserMinus,
        onAction: () => void remove().catch(showProblem),
      },
    ],
  ]

  return (
    <>
      <Menu label={`With ${people}`} groups={groups}>
        <Button>
          With {people}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {isEditing && (
        <EditManyDialog
          people={people}
          columns={columns}
          standingKeys={source.standingKeys}
          ids={chosen.map(({ id }) => id)}
          edit={edit}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
