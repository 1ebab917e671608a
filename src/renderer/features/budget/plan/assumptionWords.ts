import { assumptionWords, budgetValueInWords } from '#shared/budget/budgetWords.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import { nameOfItem } from '../items/itemRows.ts'
import type { AssumptionName } from './assumptionsForm.ts'

/** What the design answers where the budget says nothing itself. */
const designed: ReadonlySet<string> = new Set<AssumptionName>([
  'learnersPerCoach',
  'learnersPerCoachByLevel',
  'meetingsPerLearner',
  'administrationsPerYear',
])

/** What an assumption says, in a few words. */
export function assumptionInWords(
  name: AssumptionName,
  assumptions: Assumptions,
  items: readonly BudgetItem[],
): string {
  const nameOf = (key: string): string | undefined => {
    const item = items.find((one) => one.key === key)
    return item && nameOfItem(item)
  }
  const value = assumptions[name]
  if (value === null && designed.has(name)) return 'as in the design'
  if (name === 'learnersPerCoachByLevel' && assumptions[name]?.length === 0) return 'no limit'
  if (name === 'intakes' && assumptions.intakes.length === 0) return 'as many as now'
  return budgetValueInWords(assumptionWords[name], value, nameOf) ?? 'not said'
}

export const isAssumption = (field: string): field is AssumptionName => field in assumptionWords
