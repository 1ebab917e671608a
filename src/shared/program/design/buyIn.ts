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

/** What an orientation to coaching covers [AMA-Catching]. */
export const orientationTopics = ['roles', 'confidentiality', 'whoSeesWhat', 'meetings', 'duties'] as const
export const orientationTopicLabels: Record<(typeof orientationTopics)[number], string> = {
  roles: 'Coach, adviser and mentor: the difference',
  confidentiality: 'Confidentiality and its limits',
  whoSeesWhat: 'Who sees what',
  meetings: 'The meeting schedule',
  duties: 'What is asked of the learner',
}

/** Question 6. */
export const buyInChoicesSchema = z.object({
  pitch: textSchema.describe('what learners are told coaching is for'),
  orientationOn: optionalDateSchema,
  orientationMinutes: wholeNumberSchema(5, 480, 'Enter 5 to 480 minutes.'),
  orientationTopics: z.array(z.enum(orientationTopics)).max(orientationTopics.length).default([]),
  agreement: yesNoSchema.describe('each pair signs an agreement'),
  expectationSurvey: yesNoSchema.describe('asked at orientation, compared at the end of the year'),
  communications: listSchema(
    z.object({
      id: itemIdSchema,
      what: z.string().trim().min(1, 'Say what is sent or said.').max(300, 'Keep it under 300 characters.'),
      to: lineSchema,
      channel: lineSchema,
      on: optionalDateSchema,
      owner: lineSchema,
    }),
  ),
})
