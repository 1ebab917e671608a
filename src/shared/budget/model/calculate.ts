import { contextOf } from '#shared/budget/model/context.ts'
import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import { findBudgetProblems } from '#shared/budget/model/problems.ts'
import { budgetResult } from '#shared/budget/model/result.ts'
import { samePeople } from '#shared/budget/model/sameInputs.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import { type BudgetRows, budgetRows, tableShapes } from '#shared/budget/model/tables.ts'
import { levelLimits } from '#shared/budget/model/tables/staffing.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import { Calculation } from '#shared/calculation/calculation.ts'
import type { Results } from '#shared/calculation/results.ts'
import type { TablesData, TableShape } from '#shared/calculation/table.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A budget as it was calculated: the figures on screen, and the tables they come from. */
export interface CalculatedBudget {
  inputs: BudgetInputs
  result: BudgetResult
  shapes: ReadonlyMap<string, TableShape>
  data: TablesData
  rows: BudgetRows
  cells: Results
}

/**
 * Calculates the base (null) or a scenario of a budget. Throws as `applyScenario` does. `like` is a budget calculated
 * before that differs little, such as the same one before an edit: what is alike is used again.
 */
export const calculateBudget = (
  document: BudgetDocument,
  scenarioId: Id | null,
  like: CalculatedBudget | null = null,
): CalculatedBudget => calculate(applyScenario(document, scenarioId), like)

/**
 * The base and scenarios of a budget, in this order. `before` is what an earlier call gave: each is made from what it was,
 * or, where it was made of other people, from the base.
 */
export function calculateScenarios(
  document: BudgetDocument,
  scenarioIds: readonly Id[],
  before: readonly CalculatedBudget[] = [],
): CalculatedBudget[] {
  const earlier = (id: Id | null): CalculatedBudget | null =>
    before.find(({ inputs }) => inputs.scenarioId === id) ?? null
  const base = calculateBudget(document, null, earlier(null))
  const scenarios = scenarioIds.map((id) => {
    const inputs = applyScenario(document, id)
    const own = earlier(id)
    return calculate(inputs, own && samePeople(inputs, own.inputs, own.rows.context.spans) ? own : base)
  })
  return [base, ...scenarios]
}

export function calculate(inputs: BudgetInputs, like: CalculatedBudget | null = null): CalculatedBudget {
  const context = contextOf(inputs, like?.rows.context)
  const levels = levelLimits(inputs).map(({ level }) => level)
  const calculation = calculationOf(context.spans, levels)
  const rows = budgetRows(context, like?.rows ?? null)
  const cells = calculation.evaluate(rows.data, like?.cells ?? null)
  const result = budgetResult(context, cells)
  const problems = findBudgetProblems(context, cells)
  const complete = result.complete && problems.every(({ level }) => level !== 'error')
  return { inputs, result: { ...result, complete, problems }, shapes: calculation.shapes, data: rows.data, rows, cells }
}

const calculations = new Map<string, Calculation>()

/** Made ready once for all budgets of the same years and limits: making ready takes longer than calculating. */
function calculationOf(spans: readonly YearSpan[], levels: readonly string[]): Calculation {
  const name = JSON.stringify([spans[0]!.start, spans.length, levels])
  const known = calculations.get(name) ?? new Calculation(tableShapes(spans, levels))
  calculations.set(name, known)
  return known
}
