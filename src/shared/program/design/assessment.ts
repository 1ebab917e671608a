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
import { sharingSchema } from '#shared/program/design/audiences.ts'

export const respondents = ['learners', 'coaches', 'both'] as const
export const respondentLabels: Record<(typeof respondents)[number], string> = {
  learners: 'Learners',
  coaches: 'Coaches',
  both: 'Learners and coaches',
}

export const instrumentSchema = z.object({
  id: itemIdSchema,
  name: z.string().trim().min(1, 'Name the instrument.').max(200, 'Keep it under 200 characters.'),
  respondents: z.enum(respondents).default('learners'),
  measures: lineSchema.describe('what it is for'),
  licence: lineSchema.describe('who may use it, and until when'),
  waves: listSchema(
    z.object({
      id: itemIdSchema,
      name: z.string().trim().min(1, 'Name the wave.').max(100, 'Keep it under 100 characters.'),
      on: optionalDateSchema,
    }),
  ),
})

const groupMessage = 'Enter 3 to 100 people; a smaller group can be seen through.'

/** Question 8. */
export const assessmentChoicesSchema = z.object({
  instruments: listSchema(instrumentSchema),
  requiredSharePercent: wholeNumberSchema(0, 100, 'Enter 0 to 100 %.').describe(
    'share of a coach’s pairs that reach the required meetings',
  ),
  accountability: textSchema.describe('what happens where a coach falls below it'),
  annualReview: yesNoSchema.describe('each coach has a review with the director'),
  sharing: sharingSchema.nullable().default(null).describe('who may see what; the usual where it is not decided'),
  minimumRatings: wholeNumberSchema(3, 100, groupMessage).describe('answers before a rating is shown'),
  minimumComments: wholeNumberSchema(3, 100, groupMessage).describe('answers before comments are shown'),
  smallestGroup: wholeNumberSchema(1, 10_000, 'Enter 1 to 10,000 people.').describe(
    'the smallest group that reports are to show apart',
  ),
  reportOn: optionalDateSchema.describe('when the dean receives the outcomes'),
})
