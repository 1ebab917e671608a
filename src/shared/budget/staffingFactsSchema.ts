import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { effortSchema } from '#shared/kernel/rate.ts'

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

export type StaffingFacts = z.infer<typeof staffingFactsSchema>
