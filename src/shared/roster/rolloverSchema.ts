import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { rolloverActions } from '#shared/roster/rollover.ts'
import { learnerStatuses } from '#shared/roster/schema.ts'

const place = z.object({ level: z.string(), status: z.enum(learnerStatuses), cohort: z.string().nullable() })

export const rolloverCountsSchema = z.object({ promote: z.int(), graduate: z.int(), hold: z.int() })

export const rolloverPreviewSchema = z.object({
  fromYear: z.int(),
  toYear: z.int(),
  effectiveOn: plainDateSchema,
  lastLevel: z.int().describe('the level a residency ends with'),
  rows: z.array(
    z.object({
      learnerId: idSchema,
      name: z.string(),
      from: place,
      to: place,
      action: z.enum(rolloverActions),
      nextLevel: z.string().nullable().describe('what promoting would mean; null where it cannot be'),
      reason: z.string(),
    }),
  ),
  counts: rolloverCountsSchema,
  newCohorts: z.array(z.string()),
})

/** How the turn of the year is meant; the usual where a field is absent. */
export const rolloverOptionsSchema = z.object({
  programId: idSchema,
  toYear: z.int().min(1990).max(2100).optional().describe('the year after the program’s own'),
  effectiveOn: plainDateSchema.optional().describe('July 1 of that year if absent'),
  lastLevel: z.int().min(1).max(8).optional().describe('of a residency, by its cohorts and levels if absent'),
})

export const rolloverDecisionsSchema = z.array(z.object({ learnerId: idSchema, action: z.enum(rolloverActions) }))

export type RolloverCounts = z.infer<typeof rolloverCountsSchema>
export type RolloverPreview = z.infer<typeof rolloverPreviewSchema>
