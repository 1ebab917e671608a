import type { ReactNode } from 'react'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import type { ItemKind } from '#shared/budget/itemSchemas.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { sumKnown } from '../charts.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { ItemGrid } from './ItemGrid.tsx'
import { kindFacts } from './itemKinds.ts'
import { itemRows } from './itemRows.ts'

interface TabProps {
  work: BudgetWork
  bar: ReactNode
  /** The item a link leads to, by its key. */
  activeItem: string | undefined
}

export function PositionsTab({ work, bar, activeItem }: TabProps) {
  const fte = itemsOf(work, 'position').reduce((sum, { content }) => sum + content.effort * content.headcount, 0)
  return (
    <>
      {bar}
      <ItemGrid
        kind="position"
        work={work}
        activeItem={activeItem}
        totals={
          <>
            <span>{`${formatEffort(fte)} FTE`}</span>
            <CostTotal kind="position" work={work} />
          </>
        }
      />
    </>
  )
}

export function LinesTab({ work, bar, activeItem }: TabProps) {
  return (
    <>
      {bar}
      <ItemGrid kind="line" work={work} activeItem={activeItem} totals={<CostTotal kind="line" work={work} />} />
    </>
  )
}

function CostTotal({ kind, work }: { kind: ItemKind; work: BudgetWork }) {
  const { firstYear } = work.document.budget.settings
  const total = sumKnown(itemRows(kind, work).map(({ cost }) => cost ?? null))
  return <b>{`${formatFiscalYear(firstYear)}: ${total === null ? 'not known yet' : formatMoney(total)}`}</b>
}

const rateKinds = ['fund', 'payPlan', 'coachPay', 'fringeClass', 'salaryCap'] as const

/** Who pays, how coaches are paid, and the rates that hold. */
export function RatesTab({ work, bar, activeItem }: TabProps) {
  return (
    <>
      {bar}
      <div className="cd-budget-part cd-rates">
        {rateKinds.map((kind) => (
          <div key={kind}>
            <h2>{kindFacts[kind].title}</h2>
            {itemsOf(work, kind).length > 0 && <p className="cd-quiet">{kindFacts[kind].about}</p>}
            <ItemGrid kind={kind} work={work} activeItem={activeItem} />
          </div>
        ))}
      </div>
    </>
  )
}
