import { useRead } from '#renderer/app/api.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { assertNever } from '#shared/kernel/assertNever.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { isLearner } from './isLearner.ts'
import { BringBackDialog } from './leave/BringBackDialog.tsx'
import { LeaveDialog } from './leave/LeaveDialog.tsx'
import { MergeWithDialog } from './merge/MergeWithDialog.tsx'
import { EndPairingDialog } from './pairing/EndPairingDialog.tsx'
import { PairDialog } from './pairing/PairDialog.tsx'
import { pairingsOf } from './pairing/pairingWords.ts'
import type { RosterSource } from './source.ts'
import { StandingDialog } from './StandingDialog.tsx'
import type { EditRoster } from './useRoster.ts'

export type PersonDialogName = 'pair' | 'endPairing' | 'leave' | 'back' | 'standing' | 'merge' | 'erase'

interface PersonDialogProps<R extends Learner | Coach> {
  dialog: PersonDialogName
  source: RosterSource<R>
  program: Program
  columns: readonly GridColumn<R>[]
  row: R
  today: PlainDate
  edit: EditRoster
  onClose: () => void
  onGone: () => void
}

/** The dialog of one of the things that can be done with somebody. */
export function PersonDialog<R extends Learner | Coach>(props: PersonDialogProps<R>) {
  const { dialog, source, program, columns, row, today, edit, onClose, onGone } = props
  const person = useRead('roster.getPerson', { personId: row.personId }).data
  const who = displayName(row)
  const standings = columns.filter(({ key }) => source.standingKeys.includes(key))
  const learners = isLearner(row) ? [row] : []
  const shared = { program, learners, who, today, onClose }

  switch (dialog) {
    case 'pair':
      return <PairDialog {...shared} />
    case 'endPairing':
      return person && <EndPairingDialog pairings={pairingsOf(row.id, person.pairings, today).now} {...shared} />
    case 'back':
      return <BringBackDialog {...shared} />
    case 'leave':
      if (isLearner(row)) return <LeaveDialog {...shared} />
      return (
        <StandingDialog
          title={`Put ${who} on leave`}
          verb="Put on leave"
          row={row}
          columns={standings.filter(({ key }) => key === 'status')}
          preset={{ status: 'On leave' }}
          {...{ today, edit, onClose }}
        />
      )
    case 'standing':
      return (
        <StandingDialog
          title={`Change the standing of ${who}`}
          verb="Change standing"
          row={row}
          columns={standings}
          preset={{}}
          {...{ today, edit, onClose }}
        />
      )
    case 'merge':
      return <MergeWithDialog program={program} row={row} onClose={onClose} />
    case 'erase':
      return person && <EraseDialog person={person} onClose={onClose} onErased={onGone} />
    default:
      return assertNever(dialog)
  }
}
