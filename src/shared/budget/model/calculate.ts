import { contextOf } from '#shared/budget/model/context.ts'
import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import { findBudgetProblems } from '#shared/budget/model/problems.ts'
import { budgetResult } from '#shared/budget/model/result.ts'
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

/** The base and scenarios of a budget, in this order. Each scenario uses again what it has in common with the base. */
export function calculateScenarios(
  document: BudgetDocument,
  scenarioIds: readonly Id[],
  like: CalculatedBudget | null = null,
): CalculatedBudget[] {
  const base = calculateBudget(document, null, like)
  return [base, ...scenarioIds.map((id) => calculateBudget(document, id, base))]
}

export function calculate(inputs: BudgetInputs, like: CalculatedBudget | null = null): CalculatedBudget {
  const context = contextOf(inputs)
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
