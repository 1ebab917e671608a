import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { type RolloverAction, rolloverActions } from '#shared/roster/rollover.ts'
import { rolloverActionLabels, type RolloverRow } from './rolloverRows.ts'

const tones: Record<RolloverAction, Tone> = { promote: 'done', graduate: 'info', hold: 'needs' }

/** Who, from what to what, and why; only the action can be changed. */
export const rolloverColumns: readonly GridColumn<RolloverRow>[] = [
  { key: 'name', header: 'Name', kind: 'text', width: 180, value: (row) => row.name, pinned: true },
  { key: 'now', header: 'Now', kind: 'text', width: 228, value: (row) => row.now },
  { key: 'next', header: 'Then', kind: 'text', width: 156, value: (row) => row.next },
  {
    key: 'action',
    header: 'Action',
    kind: 'choice',
    width: 124,
    value: (row) => row.action,
    choices: rolloverActions.map((id) => ({ id, label: rolloverActionLabels[id] })),
    tone: (row) => tones[row.action],
    editable: true,
  },
  { key: 'reason', header: 'Why', kind: 'text', width: 360, value: (row) => row.reason },
]
