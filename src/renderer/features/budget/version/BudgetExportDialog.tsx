import './version.css'
import { useState } from 'react'
import { ExportDialog } from '#renderer/app/ExportDialog.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import type { BudgetDocument, Scenario } from '#shared/budget/schema.ts'

interface Props {
  what: 'workbook' | 'lines'
  document: BudgetDocument
  /** The scenario whose lines are written; the base, when null. */
  scenario: Scenario | null
  onClose: () => void
}

const usualAudience = 'Finance office'

// Each scenario has calculation sheets of its own in the workbook.
const mostScenarios = 6

/** Writes the budget as a workbook of live formulas, or its lines as a CSV. */
export function BudgetExportDialog({ what, document, scenario, onClose }: Props) {
  const { budget, scenarios } = document
  const [chosen, setChosen] = useState(() => scenarios.slice(0, mostScenarios).map(({ id }) => id))
  if (what === 'lines')
    return (
      <ExportDialog
        job="budget.exportLines"
        input={{ budgetId: budget.id, scenarioId: scenario?.id ?? null }}
        title="Export lines"
        about={`Every position and line of ${scenario ? scenario.name : 'the base'} with its cost by year, as a CSV.`}
        audience={usualAudience}
        onClose={onClose}
      />
    )
  return (
    <ExportDialog
      job="budget.exportWorkbook"
      input={{ budgetId: budget.id, scenarioIds: chosen }}
      title="Export workbook"
      about="Every number is a formula that leads back to named assumptions, with charts, ready to print on letter paper."
      audience={usualAudience}
      onClose={onClose}
    >
      {scenarios.length > 0 && (
        <fieldset className="cd-export-scenarios">
          <legend>Scenarios beside the base</legend>
          {scenarios.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              value={chosen.includes(id)}
              isDisabled={!chosen.includes(id) && chosen.length >= mostScenarios}
              onChange={(isChosen) =>
                setChosen(isChosen ? [...chosen, id] : chosen.filter((scenarioId) => scenarioId !== id))
              }
            />
          ))}
        </fieldset>
      )}
    </ExportDialog>
  )
}
