import { itemsOf } from '#shared/budget/model/inputs.ts'
import { positionRoleLabels } from '#shared/budget/categories.ts'
import type { BudgetItem, ItemKind } from '#shared/budget/itemSchemas.ts'
import { fieldsThatDiffer } from '../differences.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import type { ContentOf, ItemRow } from './itemColumns.ts'

/** The items of one kind as rows of their grid. */
export function itemRows<K extends ItemKind>(kind: K, work: BudgetWork): ItemRow<K>[] {
  const costs = new Map(work.calculated.result.byItem.map(({ itemKey, cost }) => [itemKey, cost[0] ?? null]))
  return itemsOf(work, kind).map((item) => ({
    id: item.id,
    item,
    content: item.content as ContentOf<K>,
    cost: costs.get(item.key),
    standing:
      item.scenarioId !== null ? 'own' : fieldsThatDiffer(work.scenario, item.key).size > 0 ? 'differs' : 'base',
  }))
}

/** What of the base is not in the scenario that is shown. */
export function leftOut(kind: ItemKind, { document, scenario }: BudgetWork): { id: string; name: string }[] {
  const keys = new Set(scenario?.differences.flatMap(({ itemKey, field }) => (field === 'removed' ? [itemKey] : [])))
  return document.items
    .filter((item) => item.kind === kind && keys.has(item.key))
    .map((item) => ({ id: item.id, name: nameOfItem(item) }))
}

/** What an item is called in a sentence. */
export function nameOfItem(item: BudgetItem): string {
  switch (item.kind) {
    case 'position': {
      const { holder, title, role } = item.content
      return `${title || positionRoleLabels[role]}${holder === '' ? '' : `, ${holder}`}`
    }
    case 'line':
      return item.content.item
    case 'salaryCap':
      return `Salary cap from ${item.content.fromOn}`
    case 'coachPay':
      return item.content.note || 'Coach with pay of their own'
    default:
      return item.content.name
  }
}
