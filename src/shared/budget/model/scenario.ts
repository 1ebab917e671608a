import type * as z from 'zod'
import { type BudgetInputs, baseOf } from '#shared/budget/model/inputs.ts'
import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { type BudgetItem, itemSchemas } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, Difference } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'

/**
 * What a scenario is calculated from: the base, without what the scenario leaves out, with what only it has, and with its
 * own values in place of those of the base. Items it leaves alone stay the same objects, so that what was made from them
 * can be kept. Refuses with `not_found` a scenario the budget does not have, `invalid_input` a value that does not fit.
 */
export function applyScenario(document: BudgetDocument, scenarioId: Id | null): BudgetInputs {
  const base = baseOf(document)
  if (scenarioId === null) return base
  const scenario = document.scenarios.find(({ id }) => id === scenarioId)
  if (!scenario) throw refuse('not_found', 'The scenario is not in this budget any more. Choose another one.')

  const differences = Map.groupBy(scenario.differences, ({ itemKey }) => itemKey)
  const items = document.items
    .filter((item) => item.scenarioId === null || item.scenarioId === scenarioId)
    .filter((item) => !differences.get(item.key)?.some(leavesOut))
    .map((item) => withDifferences(item, differences.get(item.key) ?? []))
  const own = (differences.get(null) ?? []).map((difference) => valueOf(assumptionsSchema, difference))
  return {
    ...base,
    scenarioId,
    scenario: scenario.name,
    assumptions: own.length === 0 ? base.assumptions : Object.assign({ ...base.assumptions }, ...own),
    items,
  }
}

const leavesOut = ({ field, value }: Difference): boolean => field === 'removed' && value === true

function withDifferences(item: BudgetItem, differences: readonly Difference[]): BudgetItem {
  const own = differences.filter(({ field }) => field !== 'removed')
  if (own.length === 0) return item
  const values = own.map((difference) => valueOf(itemSchemas[item.kind], difference))
  return { ...item, content: Object.assign({ ...item.content }, ...values) as never }
}

/** One field with its value, as the schema reads it. */
function valueOf(schema: { shape: Record<string, z.ZodType> }, { field, value }: Difference): Record<string, unknown> {
  const read = schema.shape[field]?.safeParse(value)
  if (!read?.success)
    throw refuse('invalid_input', `A scenario has a value for ${field} that cannot be used. Enter it again.`)
  return { [field]: read.data }
}
