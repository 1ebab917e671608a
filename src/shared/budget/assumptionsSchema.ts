import * as z from 'zod'
import { byYear, cents, optionalCount, quantity, rate, text } from '#shared/budget/fieldSchemas.ts'
import { idSchema } from '#shared/kernel/ids.ts'

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

export type Assumptions = z.infer<typeof assumptionsSchema>
