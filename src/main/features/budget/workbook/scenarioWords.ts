import type { ScenarioDifference } from '#main/features/budget/workbook/scenariosSheet.ts'
import { nameOfItem } from '#shared/budget/budgetHistory.ts'
import {
  assumptionWords,
  budgetValueInWords,
  type FieldWords,
  itemKindLabels,
  itemWords,
} from '#shared/budget/budgetWords.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { BudgetDocument, Difference, Scenario } from '#shared/budget/schema.ts'

/** What a scenario has otherwise than the base, each with both values in words; items that only it has come last. */
export function scenarioInWords({ budget, items }: BudgetDocument, scenario: Scenario): ScenarioDifference[] {
  const names = new Map(items.map((item) => [item.key, nameOfItem(item.kind, item.content)]))
  const say = (words: FieldWords, field: string, value: unknown): string => {
    if (value === null && ofDesign.has(field)) return 'As the design says'
    return budgetValueInWords(words, value, (id) => names.get(id)) ?? 'None'
  }
  const changed = scenario.differences.map((difference): ScenarioDifference => {
    const { itemKey, field, value } = difference
    const item = items.find(({ key }) => key === itemKey)
    const name = itemKey === null ? 'Assumptions' : (names.get(itemKey) ?? 'A part since removed')
    if (field === 'removed') return { what: name, base: 'Included', scenario: value === true ? 'Left out' : 'Included' }
    const words = wordsOf(difference, item?.kind)
    if (!words) return { what: `${name}: ${field}`, base: '', scenario: '' }
    const stored: object = item?.content ?? budget.assumptions
    return {
      what: `${name}: ${words.label.toLowerCase()}`,
      base: say(words, field, (stored as Record<string, unknown>)[field]),
      scenario: say(words, field, value),
    }
  })
  const added = items
    .filter(({ scenarioId }) => scenarioId === scenario.id)
    .map((item): ScenarioDifference => ({
      what: `${itemKindLabels[item.kind]} ${nameOfItem(item.kind, item.content)}`,
      base: 'Not included',
      scenario: 'Included',
    }))
  return [...changed, ...added]
}

/** Assumptions that follow the design where they are left out. */
const ofDesign = new Set<string>([
  'learnersPerCoach',
  'learnersPerCoachByLevel',
  'meetingsPerLearner',
  'administrationsPerYear',
] satisfies (keyof Assumptions)[])

function wordsOf({ field }: Difference, kind: keyof typeof itemWords | undefined): FieldWords | undefined {
  const words: object = kind === undefined ? assumptionWords : itemWords[kind]
  return (words as Record<string, FieldWords>)[field]
}
