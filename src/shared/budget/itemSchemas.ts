import * as z from 'zod'
import { lineCategories, positionRoles } from '#shared/budget/categories.ts'
import { byYear, cents, name, optionalCents, optionalDate, quantity, rate, text } from '#shared/budget/fieldSchemas.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { effortSchema } from '#shared/kernel/rate.ts'

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

export type Position = z.infer<typeof positionSchema>
export type PayPlan = z.infer<typeof payPlanSchema>
export type BudgetLine = z.infer<typeof lineSchema>
export type FundShares = z.infer<typeof fundSharesSchema>
export type BudgetItem = z.infer<typeof budgetItemSchema>
export type BudgetItemDraft = z.infer<typeof budgetItemDraftSchema>
export type ItemOf<K extends ItemKind> = Extract<BudgetItem, { kind: K }>
