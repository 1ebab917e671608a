import { assumptionWords, budgetValueInWords, type FieldWords, itemWords } from '#shared/budget/budgetWords.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, Scenario } from '#shared/budget/schema.ts'
import { nameOfItem } from '../items/itemRows.ts'
import { assumptionInWords, isAssumption } from '../plan/assumptionWords.ts'

/** One thing a scenario has otherwise: "Learners for each coach", 8 in the base, 10 here. */
export interface DifferenceWords {
  key: string
  what: string
  base: string
  here: string
}

/** Everything a scenario has otherwise than the base, in words. */
export function differencesInWords(document: BudgetDocument, scenario: Scenario): DifferenceWords[] {
  const { assumptions } = document.budget
  const applied = applyScenario(document, scenario.id)
  const own = scenario.differences.flatMap(({ itemKey, field }): DifferenceWords[] => {
    const key = `${itemKey} ${field}`
    if (itemKey === null) {
      if (!isAssumption(field)) return []
      return [
        {
          key,
          what: assumptionWords[field].label,
          base: assumptionInWords(field, assumptions, document.items),
          here: assumptionInWords(field, applied.assumptions, document.items),
        },
      ]
    }
    const before = document.items.find((item) => item.key === itemKey)
    if (!before) return []
    if (field === 'removed') return [{ key, what: nameOfItem(before), base: 'in it', here: 'left out' }]
    const after = applied.items.find((item) => item.key === itemKey)
    const words = (itemWords[before.kind] as Record<string, FieldWords>)[field]
    if (!after || !words) return []
    const say = (item: BudgetItem): string =>
      budgetValueInWords(words, (item.content as Record<string, unknown>)[field], nameIn(document)) ?? 'blank'
    return [{ key, what: `${nameOfItem(before)}: ${words.label.toLowerCase()}`, base: say(before), here: say(after) }]
  })
  const added = document.items
    .filter(({ scenarioId }) => scenarioId === scenario.id)
    .map((item) => ({ key: item.id, what: nameOfItem(item), base: 'not in it', here: 'added' }))
  return [...own, ...added]
}

/** What is called so by its key: a fund, a fringe class, a pay plan. */
const nameIn =
  ({ items }: BudgetDocument) =>
  (key: string): string | undefined => {
    const item = items.find((one) => one.key === key)
    return item && nameOfItem(item)
  }
