import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { itemIdSchema } from '#shared/program/design/answer.ts'

export const meetingModes = ['inPerson', 'video', 'phone'] as const
export type MeetingMode = (typeof meetingModes)[number]
export const meetingModeLabels: Record<MeetingMode, string> = { inPerson: 'In person', video: 'Video', phone: 'Phone' }

export const meetingOutcomes = ['held', 'missed'] as const
export type MeetingOutcome = (typeof meetingOutcomes)[number]
export const meetingOutcomeLabels: Record<MeetingOutcome, string> = { held: 'Held', missed: 'Missed' }

const minutesMessage = 'Enter 1 to 600 minutes.'

/** What a meeting says of itself. What was talked about stays with the two: there is no field for it. */
const meetingFields = {
  learnerId: idSchema.describe('the learner’s place in the program'),
  coachId: idSchema.describe('the coach’s appointment'),
  on: plainDateSchema,
  outcome: z.enum(meetingOutcomes),
  mode: z.enum(meetingModes).nullable().describe('null where nobody said'),
  minutes: z.int(minutesMessage).min(1, minutesMessage).max(600, minutesMessage).nullable(),
}

const stored = { id: idSchema, revision: z.int() }
/** Absent for a new one. */
const draft = { id: idSchema.optional(), revision: z.int().optional() }

export const meetingSchema = z.object({
  ...stored,
  ...meetingFields,
  learnerPersonId: idSchema,
  learnerName: z.string(),
  coachPersonId: idSchema,
  coachName: z.string(),
})

export const meetingDraftSchema = z.object({
  ...draft,
  ...meetingFields,
  outcome: meetingFields.outcome.default('held'),
  mode: meetingFields.mode.default(null),
  minutes: meetingFields.minutes.default(null),
})

const ofCoach = { coachId: idSchema.describe('the coach’s appointment'), on: plainDateSchema }

const completionFields = { ...ofCoach, moduleId: itemIdSchema.describe('of the modules of question 7') }

export const completionSchema = z.object({
  ...stored,
  ...completionFields,
  moduleName: z.string().describe('as it was called then'),
  coachName: z.string(),
})

export const completionDraftSchema = z.object({ ...draft, ...completionFields })

const observationFields = {
  ...ofCoach,
  observerId: idSchema.nullable().describe('the appointment of the coach who observed; null where nobody said'),
  round: z.string().trim().max(80, 'Keep it under 80 characters.').describe('"Round 1"; empty where there are none'),
}

export const observationSchema = z.object({
  ...stored,
  ...observationFields,
  coachName: z.string(),
  observerName: z.string().nullable(),
})

export const observationDraftSchema = z.object({
  ...draft,
  ...observationFields,
  observerId: observationFields.observerId.default(null),
  round: observationFields.round.default(''),
})

/** What a coach’s record is made of. */
export const recordKinds = ['meetings', 'completions', 'observations'] as const
export type RecordKind = (typeof recordKinds)[number]

/** One coach’s record, newest first in each list. */
export const coachRecordSchema = z.object({
  meetings: z.array(meetingSchema),
  completions: z.array(completionSchema),
  observations: z.array(observationSchema),
  modules: z.array(z.object({ id: itemIdSchema, name: z.string() })).describe('those of question 7'),
})

export type Meeting = z.infer<typeof meetingSchema>
export type MeetingDraft = z.infer<typeof meetingDraftSchema>
export type Completion = z.infer<typeof completionSchema>
export type CompletionDraft = z.infer<typeof completionDraftSchema>
export type Observation = z.infer<typeof observationSchema>
export type ObservationDraft = z.infer<typeof observationDraftSchema>
export type CoachRecord = z.infer<typeof coachRecordSchema>
