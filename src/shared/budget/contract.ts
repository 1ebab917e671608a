import * as z from 'zod'
import { accountMappingSchema, ledgerEntrySchema, planVsActualSchema } from '#shared/budget/actualsSchema.ts'
import {
  ledgerImportOptionsSchema,
  ledgerImportResultSchema,
  ledgerPreviewSchema,
} from '#shared/budget/ledgerSchema.ts'
import { budgetResultSchema, sensitivitySchema } from '#shared/budget/resultSchema.ts'
import { assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { budgetItemDraftSchema } from '#shared/budget/itemSchemas.ts'
import { budgetDocumentSchema, budgetSchema, budgetSettingsSchema, differenceSchema } from '#shared/budget/schema.ts'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

const ofProgram = z.object({ programId: idSchema })
const ofBudget = z.object({ budgetId: idSchema })
const ofScenario = ofBudget.extend({ scenarioId: idSchema.nullable().default(null).describe('null: the base') })
const name = z.string().trim().min(1, 'Enter a name.').max(120)
const audience = z.string().trim().min(1, 'Say for whom the file is.').max(120).describe('goes to the log of exports')

export const budgetContract = {
  'budget.list': query('The versions of a program’s budget, newest first', ofProgram, z.array(budgetSchema)),
  'budget.get': query('A budget with everything it is figured from', ofBudget, budgetDocumentSchema),
  'budget.create': mutation(
    'Start a budget from what the design decided: positions, funds and how coaches are paid',
    ofProgram.extend({ settings: budgetSettingsSchema }),
    budgetDocumentSchema,
  ),
  'budget.copy': mutation(
    'Start a new version from this one, for the same years or later ones',
    ofBudget.extend({ name, firstYear: budgetSettingsSchema.shape.firstYear.optional() }),
    budgetDocumentSchema,
  ),
  'budget.remove': mutation('Give up a draft', ofBudget, z.object({ removed: z.literal(true) })),
  'budget.approve': mutation(
    'Approve a budget: it is locked with the figures of that day, and the one approved before is superseded',
    ofBudget.extend({ revision: z.int(), on: plainDateSchema, by: name }),
    budgetDocumentSchema,
  ),
  'budget.saveSettings': mutation(
    'Change the name, the years and who prepares it',
    ofBudget.extend({ revision: z.int(), settings: budgetSettingsSchema }),
    budgetDocumentSchema,
  ),
  'budget.saveAssumptions': mutation(
    'Change the assumptions of the base',
    ofBudget.extend({ revision: z.int(), assumptions: assumptionsSchema }),
    budgetDocumentSchema,
  ),
  'budget.saveItems': mutation(
    'Add or change positions, lines, funds, rates and pay plans; all or none',
    ofBudget.extend({ items: z.array(budgetItemDraftSchema).min(1).max(5000) }),
    budgetDocumentSchema,
  ),
  'budget.removeItems': mutation(
    'Take out positions, lines, funds, rates or pay plans; all or none',
    ofBudget.extend({ ids: z.array(idSchema).min(1).max(5000) }),
    budgetDocumentSchema,
  ),
  'budget.saveScenario': mutation(
    'Add a scenario, or rename it',
    ofBudget.extend({
      id: idSchema.optional().describe('absent for a new one'),
      revision: z.int().optional(),
      name,
      note: z.string().trim().max(1000).default(''),
      copyFrom: idSchema.optional().describe('a scenario whose differences a new one starts with'),
    }),
    budgetDocumentSchema,
  ),
  'budget.removeScenario': mutation(
    'Take a scenario out',
    ofBudget.extend({ scenarioId: idSchema }),
    budgetDocumentSchema,
  ),
  'budget.setDifferences': mutation(
    'Say what a scenario has otherwise than the base; a field named in `clear` is as in the base again',
    ofBudget.extend({
      scenarioId: idSchema,
      set: z.array(differenceSchema).max(5000).default([]),
      clear: z
        .array(differenceSchema.omit({ value: true }))
        .max(5000)
        .default([]),
    }),
    budgetDocumentSchema,
  ),

  'budget.show': query(
    'What a budget comes to: cost by year, category and fund, coaches, FTE',
    ofScenario,
    budgetResultSchema,
  ),
  'budget.compare': query(
    'Scenarios side by side, the base first',
    ofBudget.extend({ scenarioIds: z.array(idSchema).max(12).optional().describe('all if absent') }),
    z.array(budgetResultSchema),
  ),

  'budget.sensitivity': query(
    'Total cost by ratio and effort, and which assumption moves it most',
    ofScenario.extend({
      ratios: z.array(z.int().min(1).max(200)).min(1).max(12).optional(),
      efforts: z.array(z.int().min(0).max(10_000)).min(1).max(12).optional(),
    }),
    sensitivitySchema,
  ),
  'budget.planVsActual': query(
    'Plan against what was spent and committed, with the forecast to the end of the fiscal year',
    ofBudget.extend({ year: z.int().optional().describe('the first fiscal year of the budget if absent') }),
    planVsActualSchema,
  ),
  'budget.saveVarianceNote': mutation(
    'Say why a category is over or under',
    ofBudget.extend({
      year: z.int(),
      category: planVsActualSchema.shape.rows.element.shape.category,
      note: z.string().trim().max(2000),
    }),
    planVsActualSchema,
  ),
  'budget.listLedger': query(
    'What was imported from the ledger',
    ofProgram.extend({ from: plainDateSchema.optional(), to: plainDateSchema.optional() }),
    z.array(ledgerEntrySchema),
  ),
  'budget.listAccounts': query('Where the accounts of the ledger belong', ofProgram, z.array(accountMappingSchema)),
  'budget.mapAccounts': mutation(
    'Say where accounts of the ledger belong in the budget',
    ofProgram.extend({ accounts: z.array(accountMappingSchema).min(1).max(2000) }),
    z.array(accountMappingSchema),
  ),
  'budget.previewLedger': job(
    'Read a ledger export and say what importing it would add',
    ledgerImportOptionsSchema,
    ledgerPreviewSchema,
  ),
  'budget.applyLedger': job(
    'Import a ledger export after a backup, in one step that can be undone',
    ledgerImportOptionsSchema,
    ledgerImportResultSchema,
  ),

  'budget.exportWorkbook': job(
    'Write the budget as a workbook of live formulas',
    ofBudget.extend({ scenarioIds: z.array(idSchema).max(6).optional().describe('all if absent'), audience }),
    stagedFileSchema,
  ),
  'budget.exportLines': job(
    'Write the lines and positions as a CSV',
    ofScenario.extend({ audience }),
    stagedFileSchema,
  ),
} as const
