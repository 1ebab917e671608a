import { CalendarClock, CalendarX2, ChevronDown, Copy, Link2, PencilLine, Undo2, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner, Pairing } from '#shared/roster/schema.ts'
import { learnerPresence } from '#shared/roster/statuses.ts'
import { copyEmails } from './copyEmails.ts'
import { EditManyDialog } from './EditManyDialog.tsx'
import { isLearner } from './isLearner.ts'
import { BringBackDialog } from './leave/BringBackDialog.tsx'
import { LeaveDialog } from './leave/LeaveDialog.tsx'
import { EndPairingDialog } from './pairing/EndPairingDialog.tsx'
import { PairDialog } from './pairing/PairDialog.tsx'
import type { RosterSource } from './source.ts'
import type { EditRoster } from './useRoster.ts'

interface SelectedActionsProps<R extends Learner | Coach> {
  source: RosterSource<R>
  program: Program
  columns: readonly GridColumn<R>[]
  rows: readonly R[]
  ids: readonly string[]
  today: PlainDate
  edit: EditRoster
}

type DialogName = 'edit' | 'pair' | 'leave' | 'back'

/** What can be done with the rows that are ticked. */
export function SelectedActions<R extends Learner | Coach>(props: SelectedActionsProps<R>) {
  const { source, program, columns, rows, ids, today, edit } = props
  const client = useClient()
  const done = useDone()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [ending, setEnding] = useState<Pairing[] | null>(null)
  const ticked = new Set(ids)
  const chosen: (Learner | Coach)[] = rows.filter(({ id }) => ticked.has(id))
  if (chosen.length === 0) return null
  const people = count(chosen.length, source.noun.one, source.noun.many)
  const learners = chosen.filter(isLearner)
  const close = () => setDialog(null)

  const remove = async (): Promise<void> => {
    await source.remove(client, { programId: program.id, ids: chosen.map(({ id }) => id) })
    await done(`Removed ${people} from the program`)
  }
  const findPairings = async (): Promise<void> => {
    const held = await client.call('roster.listPairings', { programId: program.id, asOf: today })
    const found = held.filter(({ learnerId }) => ticked.has(learnerId))
    if (found.length > 0) setEnding(found)
    else showToast({ message: `None of the ${people} has a coach now`, tone: 'info' })
  }

  const ofLearners: MenuAction[] = [
    { id: 'pair', label: 'Pair with…', icon: Link2, onAction: () => setDialog('pair') },
    { id: 'end', label: 'End pairings…', icon: CalendarX2, onAction: () => void findPairings().catch(showProblem) },
    { id: 'leave', label: 'Put on leave…', icon: CalendarClock, onAction: () => setDialog('leave') },
    ...(learners.every(({ status }) => learnerPresence(status) === 'away')
      ? [{ id: 'back', label: 'Bring back…', icon: Undo2, onAction: () => setDialog('back') }]
      : []),
  ]
  const groups: MenuAction[][] = [
    [
      { id: 'edit', label: 'Edit one field…', icon: PencilLine, onAction: () => setDialog('edit') },
      {
        id: 'copy',
        label: 'Copy e-mails',
        icon: Copy,
        onAction: () => void copyEmails(chosen, people).catch(showProblem),
      },
    ],
    ...(learners.length > 0 ? [ofLearners] : []),
    [
      {
        id: 'remove',
        label: 'Remove from the program',
        icon: UserMinus,
        onAction: () => void remove().catch(showProblem),
      },
    ],
  ]
  const [only] = chosen.length === 1 ? chosen : []
  const shared = { program, learners, who: only ? displayName(only) : people, today, onClose: close }

  return (
    <>
      <Menu label={`With ${people}`} groups={groups}>
        <Button>
          With {people}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {dialog === 'edit' && (
        <EditManyDialog
          people={people}
          columns={columns}
          standingKeys={source.standingKeys}
          ids={chosen.map(({ id }) => id)}
          edit={edit}
          onClose={close}
        />
      )}
      {dialog === 'pair' && <PairDialog {...shared} />}
      {dialog === 'leave' && <LeaveDialog {...shared} />}
      {dialog === 'back' && <BringBackDialog {...shared} />}
      {ending && <EndPairingDialog pairings={ending} today={today} onClose={() => setEnding(null)} />}
    </>
  )
}
