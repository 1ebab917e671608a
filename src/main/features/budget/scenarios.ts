import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  deleteDifference,
  deleteScenario,
  insertScenario,
  loadItems,
  loadScenarios,
  putDifference,
  updateScenario,
} from '#main/features/budget/repository.ts'
import { getBudget, requireDraft } from '#main/features/budget/service.ts'
import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { type BudgetItem, itemSchemas } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, Difference, Scenario } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type * as z from 'zod'

/** Adds a scenario, with the differences of another where one is named, or renames one. */
export async function saveScenario(
  file: DataFile,
  input: {
    budgetId: Id
    id?: Id | undefined
    revision?: number | undefined
    name: string
    note: string
    copyFrom?: Id | undefined
  },
  call: CallContext,
): Promise<BudgetDocument> {
  const { budgetId, id, name } = input
  return file.write(call, { label: `${id === undefined ? 'Add' : 'Change'} the scenario ${name}` }, async (tx) => {
    await requireDraft(tx, budgetId)
    const scenarios = await loadScenarios(tx, budgetId)
    if (scenarios.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()))
      throw refuse('duplicate', `There is a scenario ${name} already. Give this one another name.`, [
        { path: 'name', message: 'Another scenario has this name.' },
      ])
    if (id !== undefined) {
      const stored = requireScenario(scenarios, id)
      if (stored.revision !== input.revision)
        throw refuse('stale', `${stored.name} was changed elsewhere since it was read. Make the change again.`)
      await updateScenario(tx, id, input)
    } else {
      const copied = input.copyFrom === undefined ? [] : requireScenario(scenarios, input.copyFrom).differences
      const added = await insertScenario(tx, budgetId, { ...input, position: scenarios.length })
      for (const difference of copied) await putDifference(tx, added, difference)
    }
    return getBudget(tx, budgetId, call.today)
  })
}

export async function removeScenario(
  file: DataFile,
  { budgetId, scenarioId }: { budgetId: Id; scenarioId: Id },
  call: CallContext,
): Promise<BudgetDocument> {
  const scenario = requireScenario(await loadScenarios(file.db, budgetId), scenarioId)
  return file.write(call, { label: `Remove the scenario ${scenario.name}` }, async (tx) => {
    await requireDraft(tx, budgetId)
    requireScenario(await loadScenarios(tx, budgetId), scenarioId)
    await deleteScenario(tx, scenarioId)
    return getBudget(tx, budgetId, call.today)
  })
}

/** Says what a scenario has otherwise than the base. @throws Refusal `invalid_input` where a value does not fit its field */
export async function setDifferences(
  file: DataFile,
  input: {
    budgetId: Id
    scenarioId: Id
    set: readonly Difference[]
    clear: readonly Pick<Difference, 'itemKey' | 'field'>[]
  },
  call: CallContext,
): Promise<BudgetDocument> {
  const { budgetId, scenarioId } = input
  const scenario = requireScenario(await loadScenarios(file.db, budgetId), scenarioId)
  return file.write(call, { label: `Change the scenario ${scenario.name}` }, async (tx) => {
    await requireDraft(tx, budgetId)
    requireScenario(await loadScenarios(tx, budgetId), scenarioId)
    const items = new Map((await loadItems(tx, budgetId)).map((item) => [item.key, item]))
    for (const difference of input.set) await putDifference(tx, scenarioId, checked(difference, items))
    for (const difference of input.clear) await deleteDifference(tx, scenarioId, difference)
    return getBudget(tx, budgetId, call.today)
  })
}

function requireScenario(scenarios: readonly Scenario[], id: Id): Scenario {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw refuse('not_found', 'This scenario is not part of the budget any more.')
  return scenario
}

/** The difference with its value as the field's schema stores it. */
function checked({ itemKey, field, value }: Difference, items: ReadonlyMap<Id, BudgetItem>): Difference {
  const item = itemKey === null ? null : items.get(itemKey)
  if (item === undefined) throw refuse('not_found', 'What the scenario changes is not part of the budget any more.')
  if (item !== null && field === 'removed') return { itemKey, field, value: value === true }
  const shape: Record<string, z.ZodType> = item === null ? assumptionsSchema.shape : itemSchemas[item.kind].shape
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined
  if (!schema) throw refuse('invalid_input', `${field} is not a field that a scenario can have otherwise.`)
  const read = schema.safeParse(value)
  if (!read.success)
    throw refuse('invalid_input', read.error.issues[0]?.message ?? 'The value does not fit.', [
      { path: field, message: read.error.issues[0]?.message ?? 'The value does not fit.' },
    ])
  return { itemKey, field, value: read.data as Difference['value'] }
}
