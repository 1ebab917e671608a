import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { mergeFields, mergeSides } from '#shared/roster/merge.ts'

const likelyPerson = z.object({
  personId: idSchema,
  name: z.string(),
  email: z.string(),
  about: z.string().describe('what they are in the program: "Learner, class of 2029"'),
})

export const duplicatePeopleSchema = z.array(
  z.object({ keep: likelyPerson, merge: likelyPerson, reason: z.string(), score: z.number().min(0).max(1) }),
)

export const mergeInputSchema = z.object({ keepId: idSchema, mergeId: idSchema })

export const mergeChoicesSchema = z
  .partialRecord(z.enum(mergeFields), z.enum(mergeSides))
  .describe('whose value stands, by field; what the preview says where absent')

export const mergePreviewSchema = z.object({
  keepName: z.string(),
  mergeName: z.string(),
  fields: z.array(
    z.object({ field: z.enum(mergeFields), keep: z.string(), merge: z.string(), kept: z.enum(mergeSides) }),
  ),
  moves: z
    .object({ enrolments: z.int(), appointments: z.int(), staffRoles: z.int(), pairings: z.int() })
    .describe('what goes over'),
  joins: z.array(z.string()).describe('programs in which both had a place, one after the other, that become one'),
  obstacle: z.string().nullable().describe('why they cannot be merged, and what to do first'),
})

export type DuplicatePeople = z.infer<typeof duplicatePeopleSchema>
export type MergePreview = z.infer<typeof mergePreviewSchema>
