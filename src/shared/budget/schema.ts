import * as z from 'zod'
import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { name, text } from '#shared/budget/fieldSchemas.ts'
import { budgetItemSchema } from '#shared/budget/itemSchemas.ts'
import { staffingFactsSchema } from '#shared/budget/staffingFactsSchema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema, plainDateSchema } from '#shared/kernel/plainDate.ts'

export const budgetStatuses = ['draft', 'approved', 'superseded'] as const

/** One thing that a scenario has otherwise than the base: a field of an item or of the assumptions. */
export const differenceSchema = z.object({
  itemKey: idSchema.nullable().describe('null: the assumptions'),
  field: z.string().min(1).max(60).describe('a field of its content, or "removed" to leave the item out'),
  value: z.json(),
})

export const scenarioSchema = z.object({
  id: idSchema,
  revision: z.int(),
  name,
  note: text(1000),
  differences: z.array(differenceSchema),
})

export const budgetSettingsSchema = z.object({
  name,
  startMonth: z.int().min(1).max(12).default(7).describe('the month in which the institution’s fiscal year starts'),
  firstYear: z.int().min(2000).max(2100).describe('the fiscal year of the request, by the calendar year it ends in'),
  years: z.int().min(1, 'Plan 1 to 5 years.').max(5, 'Plan 1 to 5 years.').default(3),
  prorateBy: z.enum(['months', 'days']).default('months').describe('how a part of a year is counted'),
  preparedBy: text(120).default(''),
  contact: text(200).default(''),
  note: text(2000).default(''),
})

export const budgetSchema = z.object({
  id: idSchema,
  revision: z.int(),
  programId: idSchema,
  number: z.int().describe('the version of the program’s budget, from 1'),
  status: z.enum(budgetStatuses),
  approvedOn: plainDateSchema.nullable(),
  approvedBy: z.string(),
  changedAt: instantSchema,
  settings: budgetSettingsSchema,
  assumptions: assumptionsSchema,
})

/** A budget with everything it is figured from: what the window edits and the model calculates. */
export const budgetDocumentSchema = z.object({
  budget: budgetSchema,
  items: z.array(budgetItemSchema).describe('in the order of their grids'),
  scenarios: z.array(scenarioSchema),
  facts: staffingFactsSchema,
})

export type BudgetSettings = z.infer<typeof budgetSettingsSchema>
export type Budget = z.infer<typeof budgetSchema>
export type Scenario = z.infer<typeof scenarioSchema>
export type Difference = z.infer<typeof differenceSchema>
export type BudgetDocument = z.infer<typeof budgetDocumentSchema>
