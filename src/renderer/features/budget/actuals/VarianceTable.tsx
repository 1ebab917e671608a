import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { PlanVsActual } from '#shared/budget/actualsSchema.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { dollars, signedDollars, signedPercent } from '../budgetWords.ts'

interface Props {
  budgetId: Id
  found: PlanVsActual
  isLocked: boolean
}

type Row = PlanVsActual['rows'][number]
type Figures = PlanVsActual['total']

const isEmpty = ({ plan, actual, encumbered, note }: Row): boolean =>
  plan === 0 && actual === 0 && encumbered === 0 && note === ''

/** Plan, actual, committed, forecast and variance by category; where one is over the threshold, why. */
export function VarianceTable({ budgetId, found, isLocked }: Props) {
  return (
    <div className="cd-scroll-x">
      <table className="cd-table cd-figure-table cd-variance" aria-describedby="budget-variance-about">
        <caption className="cd-visually-hidden">Plan and actual by category</caption>
        <thead>
          <tr>
            <th scope="col">Category</th>
            {['Plan', 'Actual', 'Committed', 'Forecast', 'Variance', 'Variance %'].map((heading) => (
              <th key={heading} scope="col" data-number>
                {heading}
              </th>
            ))}
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {found.rows
            .filter((row) => !isEmpty(row))
            .map((row) => (
              <tr key={row.category}>
                <th scope="row">{budgetCategoryLabels[row.category]}</th>
                <FigureCells figures={row} />
                <td>
                  {(row.noteDue || row.note !== '') && (
                    <NoteField key={row.note} budgetId={budgetId} year={found.year} row={row} isLocked={isLocked} />
                  )}
                </td>
              </tr>
            ))}
          <tr data-total>
            <th scope="row">Total</th>
            <FigureCells figures={found.total} />
            <td>
              <span className="cd-visually-hidden">Notes stand beside categories</span>
            </td>
          </tr>
        </tbody>
      </table>
      <p id="budget-variance-about" className="cd-quiet">
        Forecast: spent, and for the months to come what is committed or planned, whichever is more. Variance: the plan
        less the forecast; a minus is over the plan.
      </p>
    </div>
  )
}

function FigureCells({ figures }: { figures: Figures }) {
  const { plan, actual, encumbered, forecast, variance, variancePercent } = figures
  return (
    <>
      {Object.entries({ plan, actual, encumbered, forecast }).map(([key, value]) => (
        <td key={key} data-number>
          {value === null ? <span className="cd-quiet">not known</span> : dollars(value)}
        </td>
      ))}
      <td data-number data-over={(variance !== null && variance < 0) || undefined}>
        {variance === null ? <span className="cd-quiet">not known</span> : signedDollars(variance)}
      </td>
      <td data-number data-over={(variance !== null && variance < 0) || undefined}>
        {variancePercent === null ? '' : signedPercent(variancePercent)}
      </td>
    </>
  )
}

interface NoteProps {
  budgetId: Id
  year: number
  row: Row
  isLocked: boolean
}

/** Why a category is over or under; stored when it is left. */
function NoteField({ budgetId, year, row, isLocked }: NoteProps) {
  const [note, setNote] = useState(row.note)
  const save = useChange('budget.saveVarianceNote', {
    patch: (queries, saved) => queries.setQueryData(['budget.planVsActual', { budgetId, year }], saved),
  })
  const done = useDone()
  const leave = async (): Promise<void> => {
    if (note.trim() === row.note) return
    await save.mutateAsync({ budgetId, year, category: row.category, note })
    await done(`Noted why ${budgetCategoryLabels[row.category].toLowerCase()} differs`)
  }
  return (
    <div className="cd-variance-note">
      {row.noteDue && <StatusDot tone="needs">Note due</StatusDot>}
      <TextField
        label={`Why ${budgetCategoryLabels[row.category].toLowerCase()} differs`}
        isLabelHidden
        isDisabled={isLocked}
        value={note}
        onChange={(text) => setNote(text.slice(0, 2000))}
        onBlur={() => void leave().catch(showProblem)}
      />
    </div>
  )
}
