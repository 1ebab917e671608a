import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema, plainDateSchema } from '#shared/kernel/plainDate.ts'
import { effortSchema } from '#shared/kernel/rate.ts'

const text = (max: number) => z.string().trim().max(max)
const name = text(120).min(1, 'Enter a name.')
const optionalDate = plainDateSchema.nullable().default(null)
const cents = z.int().min(0, 'Enter an amount of zero or more.').max(100_000_000_00)
const optionalCents = cents.nullable().default(null)
/** Basis points: 2,390 is 23.9 %. */
const rate = z.int().min(0, 'Enter a rate of 0 % or more.').max(100_000)
const optionalCount = z.int().min(0).max(100_000).nullable().default(null)
/** Hundredths: 250 is 2.5. */
const quantity = z.int().min(0).max(100_000_000)

/** A value for each fiscal year, by the year it ends in; a year that is not there is not known, never zero. */
const byYear = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d{4}$/), value).default({})

export const budgetStatuses = ['draft', 'approved', 'superseded'] as const

/** What the office spends money on (domain.md 4.5), in the order of a budget request. */
export const budgetCategories = [
  'coaches',
  'leadership',
  'administration',
  'training',
  'evaluation',
  'materials',
  'events',
  'travel',
  'recognition',
  'software',
  'other',
  'contingency',
  'vacancy',
  'indirect',
] as const
export type BudgetCategory = (typeof budgetCategories)[number]
export const budgetCategoryLabels: Record<BudgetCategory, string> = {
  coaches: 'Coaches',
  leadership: 'Leadership',
  administration: 'Administration and data',
  training: 'Coach training',
  evaluation: 'Evaluation',
  materials: 'Materials and printing',
  events: 'Food and events',
  travel: 'Travel',
  recognition: 'Recognition',
  software: 'Software',
  other: 'Other',
  contingency: 'Contingency',
  vacancy: 'Vacancy savings',
  indirect: 'Facilities and administration (F&A)',
}
/** Those that a line can be put in; vacancy and F&A are figured. */
export const lineCategories = [
  'coaches',
  'leadership',
  'administration',
  'training',
  'evaluation',
  'materials',
  'events',
  'travel',
  'recognition',
  'software',
  'other',
  'contingency',
] as const satisfies readonly BudgetCategory[]

export const positionRoles = [
  'coach',
  'leadCoach',
  'director',
  'associateDirector',
  'dean',
  'administrator',
  'coordinator',
  'dataManager',
  'evaluator',
  'trainer',
  'other',
] as const
export type PositionRole = (typeof positionRoles)[number]
export const positionRoleLabels: Record<PositionRole, string> = {
  coach: 'Coach',
  leadCoach: 'Lead coach',
  director: 'Program director',
  associateDirector: 'Associate director',
  dean: 'Dean',
  administrator: 'Program administrator',
  coordinator: 'Coordinator',
  dataManager: 'Data manager',
  evaluator: 'Evaluator',
  trainer: 'Trainer',
  other: 'Other',
}
/** The category that a position's cost is counted in. */
export const categoryOfRole: Record<PositionRole, BudgetCategory> = {
  coach: 'coaches',
  leadCoach: 'leadership',
  director: 'leadership',
  associateDirector: 'leadership',
  dean: 'leadership',
  administrator: 'administration',
  coordinator: 'administration',
  dataManager: 'administration',
  evaluator: 'evaluation',
  trainer: 'training',
  other: 'administration',
}

/** Which funds pay, in shares of 10,000 that are to make 10,000. The order is the order of running remainders. */
export const fundSharesSchema = z
  .array(z.object({ fund: idSchema.describe('the key of a fund'), share: z.int().min(0).max(10_000) }))
  .max(12)
  .default([])

export const fundSchema = z.object({
  name,
  code: text(80).default('').describe('cost center or chartstring, as the ledger writes it'),
  amounts: byYear(cents).describe('what it gives in each fiscal year'),
  carryOver: z.boolean().default(false).describe('whether what is left moves to the next year'),
  startsOn: optionalDate,
  endsOn: optionalDate.describe('the last day; what is planned after it is unfunded'),
  appliesCap: z.boolean().default(false).describe('whether the salary cap binds what it pays'),
  indirectRate: rate.default(0).describe('F&A it bears, in basis points of the direct cost'),
  restrictions: text(500).default(''),
})

export const fringeClassSchema = z.object({
  name,
  rates: byYear(rate),
  source: text(300).default(''),
})

export const salaryCapSchema = z.object({
  fromOn: plainDateSchema.describe('it holds from that day until the next one'),
  amount: cents.describe('a year, full time'),
  source: text(300).default(''),
})

export const positionSchema = z.object({
  role: z.enum(positionRoles),
  title: text(120).default(''),
  holder: text(120).default('').describe('empty: to be hired'),
  personId: idSchema.nullable().default(null).describe('to add up the effort of one person over programs'),
  department: text(120).default(''),
  baseSalary: optionalCents.describe('a year, full time, in the first fiscal year'),
  effort: effortSchema.default(0),
  headcount: z.int().min(1).max(500).default(1),
  startsOn: optionalDate,
  endsOn: optionalDate,
  fringeClass: idSchema.nullable().default(null).describe('the key of a fringe class'),
  raises: z.boolean().default(true),
  funds: fundSharesSchema,
  note: text(500).default(''),
})

export const coachPayModels = ['effort', 'stipend', 'perLearner', 'perMeeting', 'hybrid', 'volunteer'] as const
export type CoachPayModel = (typeof coachPayModels)[number]
export const coachPayModelLabels: Record<CoachPayModel, string> = {
  effort: 'Protected effort (FTE)',
  stipend: 'Stipend for each coach',
  perLearner: 'Amount for each learner',
  perMeeting: 'Amount for each meeting held',
  hybrid: 'Effort and stipend',
  volunteer: 'Volunteer: effort shown, cost zero',
}

/** How coaches are paid; the program has one plan for all, and others for some. */
export const payPlanSchema = z.object({
  name,
  model: z.enum(coachPayModels),
  baseSalary: optionalCents.describe('full time, where the coach has none of their own'),
  effort: effortSchema.nullable().default(null).describe('of each coach whose appointment says none'),
  stipend: optionalCents.describe('a year'),
  perLearner: optionalCents.describe('a year'),
  perMeeting: optionalCents,
  fringeClass: idSchema.nullable().default(null).describe('for effort'),
  stipendFringeClass: idSchema.nullable().default(null).describe('for stipends, amounts for learners and meetings'),
  funds: fundSharesSchema,
})

/** What is different for one appointed coach. */
export const coachPaySchema = z.object({
  appointmentId: idSchema,
  payPlan: idSchema.nullable().default(null).describe('the key of another plan'),
  baseSalary: optionalCents,
  effort: effortSchema.nullable().default(null),
  stipend: optionalCents,
  funds: fundSharesSchema.describe('empty: as the plan'),
  note: text(500).default(''),
})

export const lineDrivers = ['fixed', 'learners', 'coaches', 'meetings', 'sessions', 'administrations'] as const
export type LineDriver = (typeof lineDrivers)[number]
export const lineDriverLabels: Record<LineDriver, string> = {
  fixed: 'Fixed',
  learners: 'Each learner',
  coaches: 'Each coach',
  meetings: 'Each meeting held',
  sessions: 'Each session',
  administrations: 'Each administration of an instrument',
}

export const lineSchema = z.object({
  category: z.enum(lineCategories),
  item: name,
  driver: z.enum(lineDrivers).default('fixed'),
  quantity: quantity.default(100).describe('in hundredths, for each unit of the driver'),
  unit: text(40).default(''),
  unitCost: optionalCents.describe('in the first fiscal year'),
  inflates: z.boolean().default(true),
  firstYear: z.int().nullable().default(null).describe('the first fiscal year it is needed in; null: from the start'),
  lastYear: z.int().nullable().default(null),
  funds: fundSharesSchema,
  justification: text(1000).default(''),
})

/** Learners that enter each fiscal year, at one level and site. */
export const intakeSchema = z.object({
  level: text(20).min(1),
  site: text(120).default('').describe('empty: no site'),
  learners: byYear(z.int().min(0).max(100_000)),
})

/** Everything that is one number (or one per year) for the whole budget. */
export const assumptionsSchema = z.object({
  coachSource: z
    .enum(['appointments', 'rule', 'both'])
    .default('both')
    .describe('coaches as appointed, as the ratio needs, or appointed and the rest to be hired'),
  ratioBasis: z.enum(['learnersPerCoach', 'hoursPerLearner']).default('learnersPerCoach'),
  learnersPerCoach: z.int().min(1).max(200).nullable().default(null).describe('null: as the design says'),
  learnersPerCoachByLevel: z
    .array(z.object({ level: text(20).min(1), learnersPerCoach: z.int().min(1).max(200) }))
    .max(20)
    .nullable()
    .default(null)
    .describe('null: as the design says'),
  hoursPerLearner: quantity.nullable().default(null).describe('coach hours a learner and year, in hundredths'),
  hoursPerYear: quantity.default(208_000).describe('of a full-time job, in hundredths'),
  intakes: z.array(intakeSchema).max(60).default([]).describe('none for a level and site: as many as are there now'),
  payPlan: idSchema.nullable().default(null).describe('the key of the plan of coaches without their own'),
  meetingsPerLearner: z.int().min(0).max(400).nullable().default(null).describe('a year; null: as the design says'),
  heldShare: rate.max(10_000).default(10_000).describe('of the meetings, those expected to be held and paid'),
  sessionsPerYear: optionalCount,
  administrationsPerYear: optionalCount.describe('null: the waves of the design'),
  raises: byYear(rate),
  inflation: byYear(rate),
  vacancy: rate.max(10_000).default(0).describe('share of salaries and fringe not spent, of positions to be hired'),
  varianceShare: rate.default(1000).describe('a note is due where a variance is over this share of the plan'),
  varianceAmount: cents.default(500_00).describe('and over this amount'),
})

/** The parts of a budget that come in numbers, each a row of a grid. */
export const itemSchemas = {
  fund: fundSchema,
  fringeClass: fringeClassSchema,
  salaryCap: salaryCapSchema,
  position: positionSchema,
  payPlan: payPlanSchema,
  coachPay: coachPaySchema,
  line: lineSchema,
} as const
export const itemKinds = ['fund', 'fringeClass', 'salaryCap', 'position', 'payPlan', 'coachPay', 'line'] as const
export type ItemKind = (typeof itemKinds)[number]

const itemFields = {
  id: idSchema,
  key: idSchema.describe('the same in every version of the budget; others name it by this'),
  revision: z.int(),
  scenarioId: idSchema.nullable().describe('the one scenario it is in; null: all'),
}

const itemOf = <K extends ItemKind>(kind: K) =>
  z.object({ ...itemFields, kind: z.literal(kind), content: itemSchemas[kind] })

export const budgetItemSchema = z.discriminatedUnion('kind', [
  itemOf('fund'),
  itemOf('fringeClass'),
  itemOf('salaryCap'),
  itemOf('position'),
  itemOf('payPlan'),
  itemOf('coachPay'),
  itemOf('line'),
])

const draftOf = <K extends ItemKind>(kind: K) =>
  z.object({
    kind: z.literal(kind),
    id: idSchema.optional().describe('absent for a new one'),
    revision: z.int().optional().describe('as it was read; absent for a new one'),
    key: idSchema.optional().describe('for a new one that others are to name; made if absent'),
    scenarioId: idSchema.nullable().default(null),
    content: itemSchemas[kind],
  })

export const budgetItemDraftSchema = z.discriminatedUnion('kind', [
  draftOf('fund'),
  draftOf('fringeClass'),
  draftOf('salaryCap'),
  draftOf('position'),
  draftOf('payPlan'),
  draftOf('coachPay'),
  draftOf('line'),
])

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

/** What the roster and the design say, as far as staffing needs it; kept with a budget when it is approved. */
export const staffingFactsSchema = z.object({
  asOf: plainDateSchema,
  programYear: z.int().describe('the academic year the levels are read in, by the year it starts in'),
  levels: z.array(z.string()).describe('in the order of the years; the last one graduates'),
  learners: z.array(
    z.object({
      level: z.string(),
      site: z.string().describe('empty: none'),
      learners: z.int().describe('who need a coach'),
      away: z.int().describe('on leave, and expected back'),
    }),
  ),
  coaches: z.array(
    z.object({
      appointmentId: idSchema,
      personId: idSchema,
      name: z.string(),
      department: z.string(),
      site: z.string(),
      effort: effortSchema.nullable(),
      capacity: z.int().nullable(),
      learners: z.int().describe('paired with them now'),
      startsOn: plainDateSchema.nullable(),
      endsOn: plainDateSchema.nullable(),
      available: z.boolean().describe('not on leave, full or paused'),
    }),
  ),
  effortElsewhere: z
    .record(idSchema, effortSchema.max(1_000_000))
    .describe('by person: effort planned in the budgets of other programs'),
  design: z.object({
    learnersPerCoach: z.int().nullable(),
    learnersPerCoachByLevel: z.array(z.object({ level: z.string(), learnersPerCoach: z.int() })),
    sameSite: z.boolean(),
    meetingsPerYear: z.int().nullable(),
    administrationsPerYear: z.int().nullable(),
  }),
})

/** A budget with everything it is figured from: what the window edits and the model calculates. */
export const budgetDocumentSchema = z.object({
  budget: budgetSchema,
  items: z.array(budgetItemSchema).describe('in the order of their grids'),
  scenarios: z.array(scenarioSchema),
  facts: staffingFactsSchema,
})

export type Position = z.infer<typeof positionSchema>
export type PayPlan = z.infer<typeof payPlanSchema>
export type BudgetLine = z.infer<typeof lineSchema>
export type FundShares = z.infer<typeof fundSharesSchema>
export type Assumptions = z.infer<typeof assumptionsSchema>
export type BudgetSettings = z.infer<typeof budgetSettingsSchema>
export type Budget = z.infer<typeof budgetSchema>
export type BudgetItem = z.infer<typeof budgetItemSchema>
export type BudgetItemDraft = z.infer<typeof budgetItemDraftSchema>
export type ItemOf<K extends ItemKind> = Extract<BudgetItem, { kind: K }>
export type Scenario = z.infer<typeof scenarioSchema>
export type Difference = z.infer<typeof differenceSchema>
export type StaffingFacts = z.infer<typeof staffingFactsSchema>
export type BudgetDocument = z.infer<typeof budgetDocumentSchema>
