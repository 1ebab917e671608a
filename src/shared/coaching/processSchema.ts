import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

export const meetingCountsSchema = z.object({
  required: z.int().nullable().describe('so far, pro rata for the days both were there; null: question 3 does not say'),
  held: z.int(),
  missed: z.int(),
  learners: z.int().describe('those of whom a meeting is required by now'),
  learnersBelow: z.int().nullable().describe('with fewer meetings than required by now'),
  wantedPercent: z
    .int()
    .nullable()
    .describe('of the learners are to meet as often as required, by question 8; null: not decided'),
})

export const trainingSchema = z.object({
  required: z.int().nullable().describe('null: question 7 names no modules'),
  done: z.int(),
  missing: z
    .array(z.object({ name: z.string(), why: z.enum(['notDone', 'lapsed']), dueOn: plainDateSchema.nullable() }))
    .describe('those that are due; one that is due later is not missing yet'),
})

export const observedSchema = z.object({
  required: z.int().nullable().describe('in the year, pro rata for the coach’s days; null: question 7 does not say'),
  done: z.int(),
})

/** What a coach did in a year, against what the design asks. */
export const coachProcessSchema = z.object({
  meetings: meetingCountsSchema,
  training: trainingSchema,
  observation: observedSchema,
})

/** The same of all coaches together, for comparison. */
export const programProcessSchema = z.object({
  coaches: z.int(),
  meetings: meetingCountsSchema,
  trained: z.int().nullable().describe('coaches with no module missing; null: question 7 names none'),
  observed: z.int().nullable().describe('coaches observed as often as required; null: question 7 does not say'),
})

export type MeetingCounts = z.infer<typeof meetingCountsSchema>
export type CoachProcess = z.infer<typeof coachProcessSchema>
export type ProgramProcess = z.infer<typeof programProcessSchema>
