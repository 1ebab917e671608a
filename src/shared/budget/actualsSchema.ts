import * as z from 'zod'
import { budgetCategories } from '#shared/budget/categories.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

const figure = z.int().nullable()

export const ledgerKinds = ['actual', 'encumbrance'] as const

export const ledgerEntrySchema = z.object({
  id: idSchema,
  postedOn: plainDateSchema,
  kind: z.enum(ledgerKinds),
  account: z.string(),
  fundCode: z.string(),
  description: z.string(),
  reference: z.string(),
  amount: z.int().describe('cents; negative for a credit'),
})

/** Where the entries of an account belong in the budget; said once, and obeyed by every later import. */
export const accountMappingSchema = z.object({
  account: z.string().min(1).max(80),
  fundCode: z.string().max(80).default('').describe('empty: whatever the fund'),
  category: z.enum(budgetCategories).nullable().describe('null: not of this program'),
  itemKey: idSchema.nullable().default(null).describe('the position or line, where it is known'),
})

const varianceFields = {
  plan: figure,
  actual: figure,
  encumbered: figure,
  forecast: figure.describe(
    'spent, and what is committed or planned for the months that are not closed, whichever is more',
  ),
  variance: figure.describe('plan less forecast: negative is overspent'),
  variancePercent: z.int().nullable().describe('basis points of the size of the plan'),
}

export const planVsActualSchema = z.object({
  year: z.int(),
  closedThrough: plainDateSchema.nullable().describe('the last day of the last month with actuals; null: none'),
  months: z.array(z.object({ month: plainDateSchema, plan: figure, actual: figure, encumbered: figure })),
  rows: z.array(
    z.object({
      category: z.enum(budgetCategories),
      ...varianceFields,
      noteDue: z.boolean().describe('over the threshold, and no note yet'),
      note: z.string(),
    }),
  ),
  total: z.object(varianceFields),
  unmapped: z.array(
    z.object({ account: z.string(), fundCode: z.string(), entries: z.int(), actual: z.int(), encumbered: z.int() }),
  ),
})

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
export type AccountMapping = z.infer<typeof accountMappingSchema>
export type PlanVsActual = z.infer<typeof planVsActualSchema>
