import { CalendarX2, ChevronDown, Copy, PencilLine, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { datedStaffFields, type StaffMember } from '#shared/roster/staff.ts'
import { copyEmails } from '../copyEmails.ts'
import { EditManyDialog } from '../EditManyDialog.tsx'
import type { EditRoster } from '../useRoster.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { staffNoun } from './useStaff.ts'

interface StaffSelectedProps {
  programId: string
  columns: readonly GridColumn<StaffMember>[]
  rows: readonly StaffMember[]
  ids: readonly string[]
  today: PlainDate
  edit: EditRoster
}

/** What can be done with the roles that are ticked. */
export function StaffSelected({ programId, columns, rows, ids, today, edit }: StaffSelectedProps) {
  const client = useClient()
  const done = useDone()
  const [dialog, setDialog] = useState<'edit' | 'end' | null>(null)
  const ticked = new Set(ids)
  const chosen = rows.filter(({ id }) => ticked.has(id))
  if (chosen.length === 0) return null
  const roles = count(chosen.length, staffNoun.one, staffNoun.many)
  const close = () => setDialog(null)

  const remove = async (): Promise<void> => {
    await client.call('roster.removeStaff', { programId, ids: chosen.map(({ id }) => id) })
    await done(`Removed ${roles}`)
  }
  return (
    <>
      <Menu
        label={`With ${roles}`}
        groups={[
          [
            { id: 'edit', label: 'Edit one field…', icon: PencilLine, onAction: () => setDialog('edit') },
            {
              id: 'copy',
              label: 'Copy e-mails',
              icon: Copy,
              onAction: () => void copyEmails(chosen, roles).catch(showProblem),
            },
            { id: 'end', label: 'End…', icon: CalendarX2, onAction: () => setDialog('end') },
          ],
          [{ id: 'remove', label: 'Remove', icon: UserMinus, onAction: () => void remove().catch(showProblem) }],
        ]}
      >
        <Button>
          With {roles}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {dialog === 'edit' && (
        <EditManyDialog
          people={roles}
          columns={columns}
          standingKeys={datedStaffFields}
          ids={chosen.map(({ id }) => id)}
          edit={edit}
          onClose={close}
        />
      )}
      {dialog === 'end' && <EndRoleDialog programId={programId} rows={chosen} today={today} onClose={close} />}
    </>
  )
}
