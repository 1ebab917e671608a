import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { getBudget } from '#main/features/budget/service.ts'
import { calculateBudget, calculateScenarios } from '#shared/budget/model/calculate.ts'
import { sensitivity } from '#shared/budget/model/sensitivity.ts'
import type { BudgetResult, Sensitivity } from '#shared/budget/resultSchema.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'

type Db = Kysely<Tables>

/** What a budget, or one scenario of it, comes to. */
export async function showBudget(
  db: Db,
  { budgetId, scenarioId }: { budgetId: Id; scenarioId: Id | null },
  today: PlainDate,
): Promise<BudgetResult> {
  const document = await getBudget(db, budgetId, today)
  requireScenarios(document, scenarioId === null ? [] : [scenarioId])
  return calculateBudget(document, scenarioId).result
}

/** The base, then the scenarios: those asked for, or all. */
export async function compareScenarios(
  db: Db,
  { budgetId, scenarioIds }: { budgetId: Id; scenarioIds?: Id[] | undefined },
  today: PlainDate,
): Promise<BudgetResult[]> {
  const document = await getBudget(db, budgetId, today)
  requireScenarios(document, scenarioIds ?? [])
  const ids = scenarioIds ?? document.scenarios.map(({ id }) => id)
  return calculateScenarios(document, ids).map(({ result }) => result)
}

export async function getSensitivity(
  db: Db,
  input: { budgetId: Id; scenarioId: Id | null; ratios?: number[] | undefined; efforts?: number[] | undefined },
  today: PlainDate,
): Promise<Sensitivity> {
  const document = await getBudget(db, input.budgetId, today)
  requireScenarios(document, input.scenarioId === null ? [] : [input.scenarioId])
  return sensitivity(document, input.scenarioId, { ratios: input.ratios, efforts: input.efforts })
}

function requireScenarios({ scenarios }: BudgetDocument, ids: readonly Id[]): void {
  if (ids.some((id) => scenarios.every((scenario) => scenario.id !== id)))
    throw refuse('not_found', 'This scenario is not part of the budget any more.')
}
