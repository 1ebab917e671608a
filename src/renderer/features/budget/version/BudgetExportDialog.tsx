import { ExportDialog } from '#renderer/app/ExportDialog.tsx'
import type { BudgetDocument, Scenario } from '#shared/budget/schema.ts'

interface Props {
  document: BudgetDocument
  /** The scenario whose lines are written; the base, when null. */
  scenario: Scenario | null
  onClose: () => void
}

/** Writes the lines of the budget as a CSV. */
export function BudgetExportDialog({ document, scenario, onClose }: Props) {
  return (
    <ExportDialog
      job="budget.exportLines"
      input={{ budgetId: document.budget.id, scenarioId: scenario?.id ?? null }}
      title="Export lines"
      about={`Every position and line of ${scenario ? scenario.name : 'the base'} with its cost by year, as a CSV.`}
      audience="Finance office"
      onClose={onClose}
    />
  )
}
