import type { AccountMapping } from '#shared/budget/actualsSchema.ts'
import { budgetCategoryLabels, lineCategories } from '#shared/budget/categories.ts'

const unplaced = 'unplaced'
const elsewhere = 'elsewhere'

/** Where an account can belong: a category, not this program, or nowhere yet. */
export const placements = [
  { id: unplaced, label: 'Not placed yet' },
  ...[...lineCategories, 'indirect' as const].map((id) => ({ id: id as string, label: budgetCategoryLabels[id] })),
  { id: elsewhere, label: 'Not of this program' },
]

export type Account = Pick<AccountMapping, 'account' | 'fundCode'>

/** An account with its fund code tells where an entry belongs. */
export const accountKey = ({ account, fundCode }: Account): string => `${account}\n${fundCode}`

/** What a choice says about an account; null: nothing yet. */
export function mappingOf({ account, fundCode }: Account, choice: string): AccountMapping | null {
  if (choice === unplaced) return null
  const category = choice === elsewhere ? null : (choice as AccountMapping['category'])
  return { account, fundCode, category, itemKey: null }
}

/** The choice that stands for what is known about an account. */
export const choiceOf = (mapping: Pick<AccountMapping, 'category'> | undefined): string =>
  mapping === undefined ? unplaced : (mapping.category ?? elsewhere)
