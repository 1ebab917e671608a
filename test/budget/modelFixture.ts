import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { type BudgetItem, itemSchemas, type ItemKind, type ItemOf } from '#shared/budget/itemSchemas.ts'
import { type BudgetDocument, budgetSettingsSchema, type Difference } from '#shared/budget/schema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import type * as z from 'zod'

/** An id that reads as a number: the seventh is …0007. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

let made = 0

/** An item of a budget, with what is not said as a new one has it. */
export function item<K extends ItemKind>(
  kind: K,
  content: z.input<(typeof itemSchemas)[K]>,
  key = idOf((made += 1) + 1_000),
): ItemOf<K> {
  const read = itemSchemas[kind].parse(content)
  return { id: key, key, revision: 1, scenarioId: null, kind, content: read } as unknown as ItemOf<K>
}

type Settings = Partial<z.input<typeof budgetSettingsSchema>>

export interface Parts {
  settings?: Settings
  assumptions?: z.input<typeof assumptionsSchema>
  items?: readonly BudgetItem[]
  facts?: Partial<StaffingFacts>
  differences?: Difference[]
}

export const scenarioId = idOf(9)

/** A budget of one program for FY27 with one scenario, "Other". */
export function budgetOf({ settings, assumptions, items = [], facts, differences = [] }: Parts): BudgetDocument {
  return {
    budget: {
      id: idOf(1),
      revision: 1,
      programId: idOf(2),
      number: 1,
      status: 'draft',
      approvedOn: null,
      approvedBy: '',
      changedAt: '2026-05-01T00:00:00.000Z',
      settings: budgetSettingsSchema.parse({ name: 'FY27', firstYear: 2027, years: 1, ...settings }),
      assumptions: assumptionsSchema.parse(assumptions ?? {}),
    },
    items: [...items],
    scenarios: [{ id: scenarioId, revision: 1, name: 'Other', note: '', differences }],
    facts: {
      asOf: '2026-09-01',
      programYear: 2026,
      levels: [],
      learners: [],
      coaches: [],
      effortElsewhere: {},
      design: {
        learnersPerCoach: null,
        learnersPerCoachByLevel: [],
        sameSite: false,
        meetingsPerYear: null,
        administrationsPerYear: null,
      },
      ...facts,
    },
  }
}
