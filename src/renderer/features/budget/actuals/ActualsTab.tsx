import './actuals.css'
import { Upload } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PlanVsActual } from '#shared/budget/actualsSchema.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { dollars, shortDollars } from '../budgetWords.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { AccountsDialog } from './AccountsDialog.tsx'
import { LedgerImport } from './LedgerImport.tsx'
import { VarianceTable } from './VarianceTable.tsx'

/** What was spent and committed against the plan, with the forecast to the end of the fiscal year. */
export function ActualsTab({ work, programId }: { work: BudgetWork; programId: string }) {
  const { budget } = work.document
  const { years } = work.calculated.result
  const [year, setYear] = useState(years[0] ?? budget.settings.firstYear)
  const read = useRead('budget.planVsActual', { budgetId: budget.id, year })
  const [shown, setShown] = useState<'import' | 'accounts' | null>(null)
  const found = read.data
  const hasActuals = found !== undefined && (found.closedThrough !== null || found.unmapped.length > 0)
  const importing = (
    <Button kind={hasActuals ? 'plain' : 'primary'} icon={Upload} onPress={() => setShown('import')}>
      Import ledger…
    </Button>
  )
  if (shown === 'import') return <LedgerImport programId={programId} onClose={() => setShown(null)} />
  return (
    <div className="cd-budget-part">
      <header className="cd-budget-bar">
        <Select
          label="Fiscal year"
          isLabelHidden
          choices={years.map((each) => ({ id: String(each), label: formatFiscalYear(each) }))}
          value={String(year)}
          onChange={(id) => setYear(Number(id))}
        />
        {found && hasActuals && <p>{standing(found)}</p>}
        <span>
          <Button onPress={() => setShown('accounts')}>Accounts…</Button>
          {importing}
        </span>
      </header>
      {read.error && read.error.problem.code !== 'disconnected' && <ProblemNotice problem={read.error.problem} />}
      {!found && !read.error && <Skeleton label="Plan and actual" lines={10} />}
      {found && !hasActuals && (
        <EmptyState title={`Nothing spent in ${formatFiscalYear(year)} yet`}>
          Export the ledger of the program’s accounts from the finance system and import it here. Each account is placed
          once; the next import remembers where it belongs.
        </EmptyState>
      )}
      {found && hasActuals && (
        <>
          {found.unmapped.length > 0 && (
            <div className="cd-unmapped">
              <p>
                {`${count(found.unmapped.length, 'account belongs', 'accounts belong')} nowhere yet: ${dollars(
                  found.unmapped.reduce((sum, { actual, encumbered }) => sum + actual + encumbered, 0),
                )} is in no category below, so totals are incomplete.`}
              </p>
              <Button onPress={() => setShown('accounts')}>Place accounts…</Button>
            </div>
          )}
          {work.scenario && <p className="cd-quiet">The plan is the base, not a scenario.</p>}
          <h2 className="cd-visually-hidden">Plan and actual</h2>
          <VarianceTable budgetId={budget.id} found={found} isLocked={budget.status === 'superseded'} />
          <ChartWithTable
            title="Plan and actual by month"
            summary={standing(found)}
            rowHeader="Month"
            labels={found.months.map(({ month }) => formatDate(month).slice(0, 3))}
            format={dollars}
            formatShort={shortDollars}
            series={[
              { key: 'plan', label: 'Plan', color: 8, values: found.months.map(({ plan }) => plan) },
              { key: 'actual', label: 'Actual', color: 1, values: found.months.map(({ actual }) => actual) },
              {
                key: 'encumbered',
                label: 'Committed',
                color: 4,
                values: found.months.map(({ encumbered }) => encumbered),
              },
            ]}
          />
        </>
      )}
      {shown === 'accounts' && (
        <AccountsDialog programId={programId} unmapped={found?.unmapped ?? []} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

/** How spending stands, in one sentence. */
function standing({ closedThrough, total }: PlanVsActual): string {
  const closed = closedThrough === null ? 'No month is closed' : `Closed through ${formatDate(closedThrough)}`
  const { actual, encumbered, forecast, variance } = total
  const parts = [
    actual !== null && `${dollars(actual)} spent`,
    encumbered !== null && encumbered !== 0 && `${dollars(encumbered)} committed`,
    forecast !== null && `${dollars(forecast)} forecast`,
    variance !== null && (variance < 0 ? `${dollars(-variance)} over the plan` : `${dollars(variance)} under the plan`),
  ].filter((part) => part !== false)
  return parts.length === 0 ? `${closed}; totals are not known yet` : `${closed}: ${parts.join(', ')}`
}
