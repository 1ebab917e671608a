import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Eraser, ExternalLink, Merge, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import { datedStaffFields, type StaffMember, tenureOn } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { EraseDialog } from '../EraseDialog.tsx'
import { MergeWithDialog } from '../merge/MergeWithDialog.tsx'
import { StandingDialog } from '../StandingDialog.tsx'
import type { EditRoster } from '../useRoster.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'

interface StaffActionsProps {
  program: Program
  columns: readonly GridColumn<StaffMember>[]
  row: StaffMember
  today: PlainDate
  edit: EditRoster
  /** Offered beside the list, where the page is somewhere else. */
  canOpenPage: boolean
  onGone: () => void
}

type DialogName = 'change' | 'end' | 'merge' | 'erase'

const dated: ReadonlySet<string> = new Set(datedStaffFields)

/** What can be done with a role and who holds it: the usual on buttons, the rest in a menu. */
export function StaffActions({ program, columns, row, today, edit, canOpenPage, onGone }: StaffActionsProps) {
  const navigate = useNavigate()
  const client = useClient()
  const done = useDone()
  const person = useRead('roster.getPerson', { personId: row.personId }).data
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const programId = program.id
  const name = displayName(row)
  const close = () => setDialog(null)

  const openPage = () =>
    void navigate({ to: '/programs/$programId/people/$personId', params: { programId, personId: row.personId } })
  const remove = async (): Promise<void> => {
    await client.call('roster.removeStaff', { programId, ids: [row.id] })
    onGone()
    await done(`Removed ${name} as ${staffRoleLabels[row.role].toLowerCase()}`)
  }
  const groups: MenuAction[][] = [
    [
      ...(canOpenPage ? [{ id: 'page', label: 'Open page', icon: ExternalLink, onAction: openPage }] : []),
      { id: 'merge', label: 'Merge with…', icon: Merge, onAction: () => setDialog('merge') },
    ],
    [
      { id: 'remove', label: 'Remove the role', icon: UserMinus, onAction: () => void remove().catch(showProblem) },
      { id: 'erase', label: 'Erase person…', icon: Eraser, onAction: () => setDialog('erase'), isDanger: true },
    ],
  ]

  return (
    <div className="cd-roster-actions">
      <Button onPress={() => setDialog('change')}>Change role…</Button>
      {tenureOn(row, today) !== 'ended' && <Button onPress={() => setDialog('end')}>End role…</Button>}
      <Menu label={`More about ${name}`} groups={groups}>
        <IconButton icon={Ellipsis} label="More actions" />
      </Menu>
      {dialog === 'change' && (
        <StandingDialog
          title={`Change the role of ${name}`}
          verb="Change role"
          row={row}
          columns={columns.filter(({ key }) => dated.has(key))}
          preset={{}}
          {...{ today, edit }}
          onClose={close}
        />
      )}
      {dialog === 'end' && <EndRoleDialog programId={programId} rows={[row]} today={today} onClose={close} />}
      {dialog === 'merge' && <MergeWithDialog program={program} row={row} onClose={close} />}
      {dialog === 'erase' && person && <EraseDialog person={person} onClose={close} onErased={onGone} />}
    </div>
  )
}
