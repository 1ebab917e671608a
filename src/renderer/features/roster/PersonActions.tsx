import { useNavigate } from '@tanstack/react-router'
import { CalendarX2, Ellipsis, Eraser, ExternalLink, Merge, SquarePen, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { learnerPresence } from '#shared/roster/statuses.ts'
import { isLearner } from './isLearner.ts'
import { PersonDialog, type PersonDialogName } from './PersonDialog.tsx'
import type { RosterSource } from './source.ts'
import type { EditRoster } from './useRoster.ts'

interface PersonActionsProps<R extends Learner | Coach> {
  source: RosterSource<R>
  program: Program
  columns: readonly GridColumn<R>[]
  row: R
  today: PlainDate
  edit: EditRoster
  /** Offered beside the list, where the page is somewhere else. */
  canOpenPage: boolean
  onGone: () => void
}

/** What can be done with somebody in a program: the usual on buttons, the rest in a menu. */
export function PersonActions<R extends Learner | Coach>({ canOpenPage, ...props }: PersonActionsProps<R>) {
  const { source, program, row, onGone } = props
  const programId = program.id
  const navigate = useNavigate()
  const client = useClient()
  const done = useDone()
  const [dialog, setDialog] = useState<PersonDialogName | null>(null)
  const name = displayName(row)

  const opens = (id: PersonDialogName, label: string, icon: MenuAction['icon']): MenuAction => ({
    id,
    label,
    ...(icon && { icon }),
    onAction: () => setDialog(id),
  })
  const openPage = () =>
    void navigate({ to: '/programs/$programId/people/$personId', params: { programId, personId: row.personId } })
  const remove = async (): Promise<void> => {
    await source.remove(client, { programId, ids: [row.id] })
    onGone()
    await done(`Removed ${name} from the program`)
  }
  const buttons = usualActions(row)
  const groups: MenuAction[][] = [
    [
      ...(buttons.some(({ id }) => id === 'standing') ? [] : [opens('standing', 'Change standing…', SquarePen)]),
      ...(isLearner(row) && row.coachId !== null ? [opens('endPairing', 'End pairing…', CalendarX2)] : []),
      ...(canOpenPage ? [{ id: 'page', label: 'Open page', icon: ExternalLink, onAction: openPage }] : []),
      opens('merge', 'Merge with…', Merge),
    ],
    [
      {
        id: 'remove',
        label: 'Remove from the program',
        icon: UserMinus,
        onAction: () => void remove().catch(showProblem),
      },
      { ...opens('erase', 'Erase person…', Eraser), isDanger: true },
    ],
  ]

  return (
    <div className="cd-roster-actions">
      {buttons.map(({ id, label }) => (
        <Button key={id} onPress={() => setDialog(id)}>
          {label}
        </Button>
      ))}
      <Menu label={`More about ${name}`} groups={groups.filter((group) => group.length > 0)}>
        <IconButton icon={Ellipsis} label="More actions" />
      </Menu>
      {dialog && <PersonDialog {...props} dialog={dialog} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** What is done most with somebody as they stand. */
function usualActions(row: Learner | Coach): { id: PersonDialogName; label: string }[] {
  const leave = { id: 'leave', label: 'Put on leave…' } as const
  const standing = { id: 'standing', label: 'Change standing…' } as const
  if (!isLearner(row)) return row.status === 'leave' ? [standing] : [leave, standing]
  const pair = { id: 'pair', label: row.coachId === null ? 'Pair with a coach…' : 'Change coach…' } as const
  switch (learnerPresence(row.status)) {
    case 'present':
      return [pair, leave]
    case 'away':
      return [pair, { id: 'back', label: 'Bring back…' }]
    case 'gone':
      return [standing]
  }
}
