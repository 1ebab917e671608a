import './scenarios.css'
import { useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Plus } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { type CalculatedBudget, calculateScenarios } from '#shared/budget/model/calculate.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { recalculation } from '../recalculation.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { CompareTable } from './CompareTable.tsx'
import { Differences } from './Differences.tsx'
import { ScenarioDialog } from './ScenarioDialog.tsx'
import { SensitivityPart } from './SensitivityPart.tsx'

const newCalculation = () =>
  recalculation((before: CalculatedBudget[] | null, document: BudgetDocument) => {
    const ids = document.scenarios.map(({ id }) => id)
    return calculateScenarios(document, ids, before ?? [])
  })

/** The base and its scenarios side by side, what differs in each, and what the total depends on most. */
export function ScenariosTab({ work, onShow }: { work: BudgetWork; onShow: (id: Id | null) => void }) {
  const { document, isLocked } = work
  const { years } = work.calculated.result
  const [year, setYear] = useState(0)
  const [isAdding, setAdding] = useState(false)
  const [calculate] = useState(newCalculation)
  const results = useMemo(() => calculate(document).map(({ result }) => result), [calculate, document])
  return (
    <div className="cd-budget-part cd-scenarios">
      <section aria-labelledby="budget-compare">
        <header>
          <h2 id="budget-compare">Side by side</h2>
          <ToggleButtonGroup
            className="cd-scenario-years"
            aria-label="Fiscal year"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(year)]}
            onSelectionChange={(keys) => {
              const [key] = keys
              if (key !== undefined) setYear(Number(key))
            }}
          >
            {years.map((each, at) => (
              <ToggleButton key={each} id={String(at)} className="cd-scenario">
                {formatFiscalYear(each)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {!isLocked && (
            <Button icon={Plus} onPress={() => setAdding(true)}>
              Add scenario…
            </Button>
          )}
        </header>
        {document.scenarios.length === 0 && (
          <p className="cd-quiet">
            A scenario holds only what differs from the base: another ratio, stipends in place of effort, a grant that
            ends. Add one, change it under Plan, and it stands beside the base here.
          </p>
        )}
        <CompareTable work={work} results={results} at={Math.min(year, years.length - 1)} onShow={onShow} />
      </section>
      <Differences document={document} />
      <SensitivityPart work={work} />
      {isAdding && <ScenarioDialog work={work} onClose={() => setAdding(false)} />}
    </div>
  )
}
