import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Eraser, ExternalLink, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { EraseDialog } from './EraseDialog.tsx'
import type { RosterSource } from './source.ts'
import { StandingDialog } from './StandingDialog.tsx'
import type { EditRoster } from './useRoster.ts'

interface PersonActionsProps<R extends Learner | Coach> {
  source: RosterSource<R>
  programId: string
  columns: readonly GridColumn<R>[]
  row: R
  today: PlainDate
  edit: EditRoster
  /** Offered beside the list, where the page is somewhere else. */
  canOpenPage: boolean
  onGone: () => void
}

/** What can be done with somebody in a program. */
export function PersonActions<R extends Learner | Coach>(props: PersonActionsProps<R>) {
  const { source, programId, columns, row, today, edit, canOpenPage, onGone } = props
  const navigate = useNavigate()
  const client = useClient()
  const done = useDone()
  const person = useRead('roster.getPerson', { personId: row.personId }).data
  const [dialog, setDialog] = useState<'leave' | 'standing' | 'erase' | null>(null)
  const close = () => setDialog(null)
  const name = displayName(row)
  const standings = columns.filter(({ key }) => source.standingKeys.includes(key))
  const isAway = row.status === 'leave'

  const remove = async (): Promise<void> => {
    await source.remove(client, { programId, ids: [row.id] })
    onGone()
    await done(`Removed ${name} from the program`)
  }
  const groups = [
    canOpenPage
      ? [
          {
            id: 'page',
            label: 'Open page',
            icon: ExternalLink,
            onAction: () =>
              void navigate({
                to: '/programs/$programId/people/$personId',
                params: { programId, personId: row.personId },
              }),
          },
        ]
      : [],
    [
      {
        id: 'remove',
        label: 'Remove from the program',
        icon: UserMinus,
        onAction: () => void remove().catch(showProblem),
      },
      {
        id: 'erase',
        label: 'Erase person…',
        icon: Eraser,
        isDanger: true,
        isDisabled: person === undefined,
        onAction: () => setDialog('erase'),
      },
    ],
  ].filter((group) => group.length > 0)

  return (
    <div className="cd-roster-actions">
      {!isAway && <Button onPress={() => setDialog('leave')}>Put on leave…</Button>}
      <Button onPress={() => setDialog('standing')}>Change standing…</Button>
      <Menu label={`More about ${name}`} groups={groups}>
        <IconButton icon={Ellipsis} label="More actions" />
      </Menu>
      {(dialog === 'leave' || dialog === 'standing') && (
        <StandingDialog
          title={dialog === 'leave' ? `Put ${name} on leave` : `Change the standing of ${name}`}
          verb={dialog === 'leave' ? 'Put on leave' : 'Change standing'}
          row={row}
          columns={dialog === 'leave' ? standings.filter(({ key }) => key === 'status') : standings}
          preset={dialog === 'leave' ? { status: 'On leave' } : {}}
          today={today}
          edit={edit}
          onClose={close}
        />
      )}
      {dialog === 'erase' && person && <EraseDialog person={person} onClose={close} onErased={onGone} />}
    </div>
  )
}
