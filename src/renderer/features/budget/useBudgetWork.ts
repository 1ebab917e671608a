import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { type ChangeName, useChange } from '#renderer/app/api.ts'
import { type Autosave, type Stored, useAutosave } from '#renderer/app/useAutosave.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import { type CalculatedBudget, calculateBudget } from '#shared/budget/model/calculate.ts'
import { type Assumptions, assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, Scenario } from '#shared/budget/schema.ts'
import type { Output } from '#shared/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { differenceChange, withAssumptions } from './differences.ts'
import { recalculation } from './recalculation.ts'

type DocumentChange = { [N in ChangeName]: Output<N> extends BudgetDocument ? N : never }[ChangeName]

const queryKey = (budgetId: Id) => ['budget.get', { budgetId }]

/** A change that answers with the whole budget, which is shown at once. */
export function useBudgetChange<N extends DocumentChange>(name: N) {
  return useChange<N>(name, {
    patch: (queries, saved) => void queries.setQueryData(queryKey(saved.budget.id), saved),
  })
}

/** The budget as it was last read or saved, whichever render asks: edits are sent one after the other. */
export function useNewestBudget(budgetId: Id): () => BudgetDocument {
  const queries = useQueryClient()
  return useCallback(() => {
    const document = queries.getQueryData<BudgetDocument>(queryKey(budgetId))
    if (!document) throw new Error('The budget was not read.')
    return document
  }, [queries, budgetId])
}

/** A budget as it is worked on: in the base or in one scenario, with what is typed, and what that comes to. */
export interface BudgetWork {
  /** With the assumptions as they are typed, before they are stored. */
  readonly document: BudgetDocument
  /** Null: the base. */
  readonly scenario: Scenario | null
  /** What holds in this scenario: the base with its differences. */
  readonly items: readonly BudgetItem[]
  readonly assumptions: Autosave<Assumptions>
  readonly calculated: CalculatedBudget
  /** Approved or superseded: it is read, not changed. */
  readonly isLocked: boolean
}

/** The assumptions that hold in the base or in a scenario, with the revision that a change of them needs. */
function storedAssumptions(document: BudgetDocument, scenarioId: Id | null): Stored<Assumptions> {
  const scenario = document.scenarios.find(({ id }) => id === scenarioId)
  const { revision } = scenario ?? document.budget
  return { value: applyScenario(document, scenario?.id ?? null).assumptions, revision }
}

const newCalculation = () =>
  recalculation((before: CalculatedBudget | null, document: BudgetDocument, scenarioId: Id | null) =>
    calculateBudget(document, scenarioId, before),
  )

/** Recalculates with every key, with the model that the main process and the workbook use; stores as a field is left. */
export function useBudgetWork(stored: BudgetDocument, scenario: Scenario | null): BudgetWork {
  const { budget } = stored
  const scenarioId = scenario?.id ?? null
  const newest = useNewestBudget(budget.id)
  const saveAssumptions = useBudgetChange('budget.saveAssumptions')
  const setDifferences = useBudgetChange('budget.setDifferences')
  const current = useMemo(() => storedAssumptions(stored, scenarioId), [stored, scenarioId])
  const assumptions = useAutosave<Assumptions>({
    stored: current,
    prepare: (value) => {
      const read = assumptionsSchema.safeParse(value)
      return read.success ? { value: read.data, isWhole: true } : null
    },
    save: async (value, revision) => {
      const before = newest()
      const saved =
        scenarioId === null
          ? await saveAssumptions.mutateAsync({ budgetId: budget.id, revision, assumptions: value })
          : await setDifferences.mutateAsync({
              budgetId: budget.id,
              scenarioId,
              ...differenceChange(null, before.budget.assumptions, storedAssumptions(before, scenarioId).value, value),
            })
      return storedAssumptions(saved, scenarioId)
    },
  })
  // The letter stands in its field first; with hundreds of coaches, the figures follow a moment later.
  const typed = useDeferredValue(assumptions.value)
  const document = useMemo(() => withAssumptions(stored, scenarioId, typed), [stored, scenarioId, typed])
  const items = useMemo(() => applyScenario(document, scenarioId).items, [document, scenarioId])
  const [calculate] = useState(newCalculation)
  const calculated = useMemo(() => calculate(document, scenarioId), [calculate, document, scenarioId])
  const shown = document.scenarios.find(({ id }) => id === scenarioId) ?? null
  return { document, scenario: shown, items, assumptions, calculated, isLocked: budget.status !== 'draft' }
}
