import * as z from 'zod'
import {
  itemIdSchema,
  lineSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
  wholeNumberSchema,
  yesNoSchema,
} from '#shared/program/design/answer.ts'

export const coachRoles = ['coach', 'leadCoach', 'panelist', 'observer'] as const
export type CoachRole = (typeof coachRoles)[number]
export const coachRoleLabels: Record<CoachRole, string> = {
  coach: 'Coach',
  leadCoach: 'Lead coach',
  panelist: 'Interview panelist',
  observer: 'Peer observer',
}

export const moduleSchema = z.object({
  id: itemIdSchema,
  name: z.string().trim().min(1, 'Name the module.').max(200, 'Keep it under 200 characters.'),
  requiredFor: z.array(z.enum(coachRoles)).max(coachRoles.length).default([]),
  minutes: wholeNumberSchema(5, 10_000, 'Enter 5 to 10,000 minutes.'),
  renewMonths: wholeNumberSchema(1, 120, 'Enter 1 to 120 months.').describe('null where it is done once'),
  dueOn: optionalDateSchema,
})

/** Question 7. */
export const developmentChoicesSchema = z.object({
  modules: listSchema(moduleSchema),
  simulation: yesNoSchema.describe('coaches practise with standardized learners'),
  simulationNote: textSchema,
  observationsPerYear: wholeNumberSchema(0, 24, 'Enter 0 to 24 observations.').describe(
    'a coach is observed coaching, by a peer',
  ),
  peerFeedback: yesNoSchema,
  communityMeetings: wholeNumberSchema(0, 52, 'Enter 0 to 52 meetings.').describe('of the coaches together, a year'),
  experts: listSchema(
    z.object({
      id: itemIdSchema,
      name: z.string().trim().min(1, 'Name the expert.').max(200, 'Keep it under 200 characters.'),
      topic: lineSchema,
    }),
  ),
})
