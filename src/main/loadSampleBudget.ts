import * as z from 'zod'
import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { mapAccounts } from '#main/features/budget/actuals.ts'
import { importLedger } from '#main/features/budget/importLedger.ts'
import { removeItems, saveItems } from '#main/features/budget/items.ts'
import { saveScenario, setDifferences } from '#main/features/budget/scenarios.ts'
import { createBudget, saveAssumptions } from '#main/features/budget/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { readResource } from '#main/resources.ts'
import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { budgetCategories } from '#shared/budget/categories.ts'
import { budgetItemDraftSchema, itemKinds } from '#shared/budget/itemSchemas.ts'
import { budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A sample budget names its own parts by a word with an @ in front, which stands for the key they get. */
const sampleSchema = z.object({
  settings: z.unknown(),
  assumptions: z.unknown(),
  items: z.array(z.object({ ref: z.string(), kind: z.enum(itemKinds), content: z.unknown() })),
  scenarios: z.array(
    z.object({
      name: z.string(),
      note: z.string(),
      differences: z.array(z.object({ item: z.string().nullable(), field: z.string(), value: z.json() })),
    }),
  ),
  accounts: z.array(z.tuple([z.string(), z.enum(budgetCategories)])),
  ledger: z.string(),
})

/** Gives a sample program its budget with scenarios, and half a year of its ledger, by the calls that an office makes. */
export async function loadSampleBudget(
  workspace: Workspace,
  programId: Id,
  resource: string,
  call: CallContext,
): Promise<void> {
  const file = workspace.current()
  const ownRequest = (): CallContext => ({ ...call, requestId: newId() })
  const sample = sampleSchema.parse(JSON.parse(new TextDecoder().decode(await readResource(`sample/${resource}`))))
  const keys = new Map(sample.items.map(({ ref }) => [ref, newId()]))
  const named = <T>(value: T): T => withKeys(value, keys) as T

  const settings = budgetSettingsSchema.parse(sample.settings)
  const { budget, items: fromDesign } = await createBudget(file, { programId, settings }, ownRequest())
  const budgetId = budget.id
  // The sample says in full what the design only begins.
  await removeItems(file, { budgetId, ids: fromDesign.map(({ id }) => id) }, ownRequest())
  const items = sample.items.map(({ ref, kind, content }) =>
    budgetItemDraftSchema.parse({ kind, key: keys.get(ref), content: named(content) }),
  )
  await saveItems(file, { budgetId, items }, ownRequest())
  const assumptions = assumptionsSchema.parse(named(sample.assumptions))
  await saveAssumptions(file, { budgetId, revision: budget.revision, assumptions }, ownRequest())
  for (const { name, note, differences } of sample.scenarios) {
    const { scenarios } = await saveScenario(file, { budgetId, name, note }, ownRequest())
    const set = differences.map(({ item, field, value }) => ({ itemKey: named(item), field, value: named(value) }))
    await setDifferences(file, { budgetId, scenarioId: scenarios.at(-1)!.id, set, clear: [] }, ownRequest())
  }

  const accounts = sample.accounts.map(([account, category]) => ({ account, fundCode: '', category, itemKey: null }))
  await mapAccounts(file, { programId, accounts }, ownRequest())
  const { handle } = workspace.staging.put(sample.ledger, await readResource(`sample/${sample.ledger}`))
  await importLedger(workspace, { handle, programId, accounts: [], repeats: 'skip', backUp: false }, ownRequest())
}

function withKeys(value: unknown, keys: ReadonlyMap<string, Id>): unknown {
  if (typeof value === 'string') return keys.get(value) ?? value
  if (Array.isArray(value)) return value.map((part) => withKeys(part, keys))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withKeys(part, keys)]))
}
