import type { Context } from '#shared/budget/model/context.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

/** What a sentence calls an item. */
export function itemName(item: BudgetItem, { labels }: Context): string {
  switch (item.kind) {
    case 'salaryCap':
      return `the cap of ${formatDate(item.content.fromOn)}`
    case 'coachPay':
      return labels.coach.get(item.content.appointmentId) ?? 'a coach'
    default:
      return labels[item.kind].get(item.key)!
  }
}
