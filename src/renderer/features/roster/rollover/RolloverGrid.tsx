import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '#renderer/ui/Button.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridEdit, type GridState, initialGridState, type RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import { type RolloverAction, rolloverActions } from '#shared/roster/rollover.ts'
import type { RolloverCounts } from '#shared/roster/rolloverSchema.ts'
import { rolloverColumns } from './rolloverColumns.ts'
import {
  actionProblem,
  type Decisions,
  isRolloverAction,
  onlyAction,
  rolloverActionLabels,
  type RolloverRow,
} from './rolloverRows.ts'

interface RolloverGridProps {
  rows: readonly RolloverRow[]
  counts: RolloverCounts
  onDecide: (decided: Decisions) => void
}

const rowId = (row: RolloverRow): string => row.id
const noun = { one: 'learner', many: 'learners' }

/** Everybody who is there at the turn of the year; the action of a row, or of those that are ticked, can be changed. */
export function RolloverGrid({ rows, counts, onDecide }: RolloverGridProps) {
  const [state, setState] = useState<GridState>(initialGridState)
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const shown = JSON.stringify(state.filters['action'])

  /** Decides for those for whom it is possible; says why it is not for the others. */
  const decide = async (edits: readonly GridEdit[]) => {
    const decided = new Map<string, RolloverAction>()
    const rejected: RejectedEdit[] = []
    for (const { rowId: id, key, value } of edits) {
      const row = byId.get(id)
      if (!row || !isRolloverAction(value)) continue
      const message = actionProblem(row, value)
      if (message === null) decided.set(id, value)
      else rejected.push({ rowId: id, key, message })
    }
    onDecide(decided)
    return { rejected }
  }

  return (
    <>
      <div className="cd-new-year-counts" role="group" aria-label="Show only">
        {rolloverActions.map((action) => {
          const only = onlyAction(action)
          return (
            <ToggleButton
              key={action}
              className="cd-new-year-count"
              isDisabled={counts[action] === 0}
              isSelected={shown === JSON.stringify(only)}
              onChange={(isOn) => setState({ ...state, filters: isOn ? { action: only } : {} })}
            >
              <b>{counts[action].toLocaleString('en-US')}</b> {rolloverActionLabels[action]}
            </ToggleButton>
          )
        })}
      </div>
      <DataGrid
        rows={rows}
        getRowId={rowId}
        columns={rolloverColumns}
        label="Learners in the new year"
        noun={noun}
        state={state}
        onStateChange={setState}
        onEdit={decide}
        renderSelectedRowActions={(ids) =>
          rolloverActions.map((action) => {
            const able = ids.filter((id) => {
              const row = byId.get(id)
              return row !== undefined && actionProblem(row, action) === null
            })
            return (
              <Button
                key={action}
                isDisabled={able.length === 0}
                onPress={() => onDecide(new Map(able.map((id) => [id, action])))}
              >
                {`${rolloverActionLabels[action]} ${able.length}`}
              </Button>
            )
          })
        }
      />
    </>
  )
}
