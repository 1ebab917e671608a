import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  deleteItems,
  insertItems,
  loadItems,
  loadScenarios,
  namesOf,
  type NewItem,
  personOfAppointments,
  updateItem,
} from '#main/features/budget/repository.ts'
import { getBudget, requireDraft } from '#main/features/budget/service.ts'
import { itemKindLabels } from '#shared/budget/budgetWords.ts'
import { nameOfItem } from '#shared/budget/budgetHistory.ts'
import type { BudgetItem, BudgetItemDraft } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/**
 * Adds or changes parts of a draft, all or none.
 * @throws Refusal `conflict` where the budget is locked, `not_found` and `stale`, naming each part by its id
 */
export async function saveItems(
  file: DataFile,
  { budgetId, items }: { budgetId: Id; items: readonly BudgetItemDraft[] },
  call: CallContext,
): Promise<BudgetDocument> {
  return file.write(call, { label: labelOf(items) }, async (tx) => {
    await requireDraft(tx, budgetId)
    await refuseUnknownScenarios(tx, budgetId, items)
    const stored = new Map((await loadItems(tx, budgetId)).map((item) => [item.id, item]))
    refuseChanged(items, stored)
    refuseTakenKeys(items, stored)
    const people = await peopleOf(tx, items)
    const added: NewItem[] = []
    for (const item of items) {
      const personId = personOf(item, people)
      if (item.id !== undefined) await updateItem(tx, item.id, { content: item.content, personId })
      else
        added.push({
          key: item.key ?? newId(),
          kind: item.kind,
          scenarioId: item.scenarioId,
          content: item.content,
          personId,
        })
    }
    await insertItems(tx, budgetId, added)
    return getBudget(tx, budgetId, call.today)
  })
}

/** Takes parts out of a draft. What others name by their keys is told of by the budget's problems, not refused. */
export async function removeItems(
  file: DataFile,
  { budgetId, ids }: { budgetId: Id; ids: readonly Id[] },
  call: CallContext,
): Promise<BudgetDocument> {
  const { items } = await getBudget(file.db, budgetId, call.today)
  const only = items.find(({ id }) => ids.includes(id))
  const label =
    ids.length === 1 && only
      ? `Remove ${nameOfItem(only.kind, only.content)} from the budget`
      : `Remove ${count(ids.length, 'row')} from the budget`
  return file.write(call, { label }, async (tx) => {
    await requireDraft(tx, budgetId)
    const stored = new Set((await loadItems(tx, budgetId)).map(({ id }) => id))
    const missing = ids.filter((id) => !stored.has(id))
    if (missing.length > 0) throw gone(missing)
    await deleteItems(tx, ids)
    return getBudget(tx, budgetId, call.today)
  })
}

function labelOf(items: readonly BudgetItemDraft[]): string {
  const [first] = items
  if (items.length === 1 && first)
    return `${first.id === undefined ? 'Add' : 'Change'} ${nameOfItem(first.kind, first.content)} in the budget`
  const kinds = new Set(items.map(({ kind }) => itemKindLabels[kind].toLowerCase()))
  return `Change ${count(items.length, kinds.size === 1 ? [...kinds][0]! : 'row')} in the budget`
}

function refuseChanged(items: readonly BudgetItemDraft[], stored: ReadonlyMap<Id, BudgetItem>): void {
  const known = items.filter((item): item is BudgetItemDraft & { id: Id } => item.id !== undefined)
  const missing = known.filter(({ id, kind }) => stored.get(id)?.kind !== kind)
  if (missing.length > 0) throw gone(missing.map(({ id }) => id))
  const stale = known.filter(({ id, revision }) => stored.get(id)!.revision !== revision)
  if (stale.length > 0)
    throw refuse(
      'stale',
      'Somebody changed this meanwhile. The rows now show what is stored; make the change again if it still fits.',
      stale.map(({ id }) => ({ path: id, message: 'Changed meanwhile.' })),
    )
}

function refuseTakenKeys(items: readonly BudgetItemDraft[], stored: ReadonlyMap<Id, BudgetItem>): void {
  const taken = new Set([...stored.values()].map(({ key }) => key))
  for (const { id, key } of items) {
    if (id !== undefined || key === undefined) continue
    if (taken.has(key))
      throw refuse(
        'duplicate',
        `Another row of this budget has the key ${key}. Give the new one a key of its own, or none.`,
      )
    taken.add(key)
  }
}

const gone = (ids: readonly Id[]) =>
  refuse(
    'not_found',
    `${count(ids.length, 'row is', 'rows are')} not part of this budget any more.`,
    ids.map((path) => ({ path, message: 'Not part of this budget any more.' })),
  )

async function refuseUnknownScenarios(db: Db, budgetId: Id, items: readonly BudgetItemDraft[]): Promise<void> {
  if (items.every(({ scenarioId }) => scenarioId === null)) return
  const known = new Set((await loadScenarios(db, budgetId)).map(({ id }) => id))
  if (items.some(({ scenarioId }) => scenarioId !== null && !known.has(scenarioId)))
    throw refuse('not_found', 'This scenario is not part of the budget any more.')
}

/** The people that coaches with pay of their own are. Refuses coaches and holders that are not in the data file. */
async function peopleOf(db: Db, items: readonly BudgetItemDraft[]): Promise<ReadonlyMap<Id, Id>> {
  const holders = items.flatMap((item) => (item.kind === 'position' ? (item.content.personId ?? []) : []))
  const known = await namesOf(db, holders)
  if (holders.some((id) => !known.has(id)))
    throw refuse('not_found', 'The person who is to hold this position is not in the open data file any more.')
  const ids = items.flatMap((item) => (item.kind === 'coachPay' ? [item.content.appointmentId] : []))
  const people = await personOfAppointments(db, ids)
  const unknown = ids.filter((id) => !people.has(id))
  if (unknown.length > 0) throw refuse('not_found', 'This coach is not in the roster any more.')
  return people
}

function personOf(item: BudgetItemDraft, people: ReadonlyMap<Id, Id>): Id | null {
  if (item.kind === 'coachPay') return people.get(item.content.appointmentId)!
  return item.kind === 'position' ? item.content.personId : null
}
