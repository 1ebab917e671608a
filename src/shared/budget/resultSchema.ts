import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { budgetCategories } from '#shared/budget/categories.ts'

/** Integer cents, basis points or a count; null where something it needs is not known: never a silent zero. */
const figure = z.number().nullable()
const eachYear = z.array(figure).describe('one for each fiscal year of the budget')

/** What is wrong with a budget, where, and what to do. */
export const budgetProblemSchema = z.object({
  code: z.enum([
    'sharesNotWhole', // fund shares that do not make 100 %
    'noFund', // something costs, and no fund pays
    'unknownFund',
    'rateMissing', // a fringe rate, raise or inflation of a year in use
    'capMissing', // no salary cap is known for a day that needs one
    'amountMissing', // a salary, stipend or unit cost
    'unknownFringeClass',
    'endBeforeStart',
    'effortOverFull', // one person over 100 % across positions and programs
    'fundOverspent',
    'fundEnded', // costs planned on a fund after its last day
    'ratioMissing',
    'payPlanMissing',
    'coachOverCapacity',
    'unmappedAccount',
  ]),
  level: z.enum(['error', 'warning']).describe('an error leaves totals incomplete'),
  message: z.string(),
  itemKey: idSchema.nullable().describe('null: the assumptions, or the whole'),
  field: z.string().nullable(),
  year: z.int().nullable(),
})

const totalsSchema = z.object({
  learners: eachYear.describe('who need a coach at the start of the year'),
  coaches: eachYear.describe('appointed and to be hired'),
  coachesAppointed: eachYear,
  coachesNeeded: eachYear,
  coachesToHire: eachYear,
  fte: eachYear.describe('basis points of full-time jobs, all positions and coaches'),
  direct: eachYear.describe('cents, before F&A'),
  indirect: eachYear,
  total: eachYear,
  costPerLearner: eachYear,
  costPerCoach: eachYear,
})

export const budgetResultSchema = z.object({
  budgetId: idSchema,
  scenarioId: idSchema.nullable().describe('null: the base'),
  scenario: z.string(),
  years: z.array(z.int()).describe('fiscal years, by the calendar year they end in'),
  complete: z.boolean().describe('whether every total is known'),
  totals: totalsSchema,
  byCategory: z.array(z.object({ category: z.enum(budgetCategories), cost: eachYear })),
  byFund: z.array(
    z.object({
      fund: idSchema.nullable().describe('the key of a fund; null: what no fund pays'),
      name: z.string(),
      carriedIn: eachYear,
      available: eachYear.describe('what it gives in the year, with what was carried in'),
      cost: eachYear,
      left: eachYear.describe('negative: overspent'),
    }),
  ),
  byItem: z
    .array(z.object({ itemKey: idSchema, cost: eachYear }))
    .describe('what each position, line and pay plan costs, before F&A'),
  staffing: z.array(
    z.object({
      year: z.int(),
      site: z.string(),
      learners: figure,
      needed: figure,
      appointed: figure,
      toHire: figure,
      byLevel: z.array(z.object({ level: z.string(), learners: figure, needed: figure })),
    }),
  ),
  effortRoster: z
    .array(
      z.object({
        appointmentId: idSchema.nullable().describe('null: to be hired'),
        name: z.string(),
        effort: figure,
        learners: figure,
        learnersPerTenth: figure.describe('learners for each 0.1 FTE, in hundredths'),
        load: z.enum(['over', 'fit', 'room', 'unknown']),
      }),
    )
    .describe('of the first fiscal year'),
  months: z
    .array(
      z.object({
        month: plainDateSchema,
        byCategory: z.array(z.object({ category: z.enum(budgetCategories), cost: figure })),
      }),
    )
    .describe('the plan of the first fiscal year by month'),
  problems: z.array(budgetProblemSchema),
})

export const sensitivitySchema = z.object({
  year: z.int(),
  ratios: z.array(z.int()),
  efforts: z.array(z.int()),
  totals: z.array(z.array(figure)).describe('cents: a row for each ratio, a column for each effort'),
  drivers: z
    .array(
      z.object({
        assumption: z.string().describe('in words: "Learners per coach, 8 to 9"'),
        from: z.string(),
        to: z.string(),
        change: figure.describe('of the total, in cents'),
      }),
    )
    .describe('one step of each assumption, the one that moves the total most first'),
})

export type BudgetResult = z.infer<typeof budgetResultSchema>
export type BudgetProblem = z.infer<typeof budgetProblemSchema>
export type Sensitivity = z.infer<typeof sensitivitySchema>
