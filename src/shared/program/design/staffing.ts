import * as z from 'zod'
import {
  choiceSchema,
  itemIdSchema,
  lineSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
} from '#shared/program/design/answer.ts'
import { effortSchema } from '#shared/kernel/rate.ts'

export const payModels = ['effort', 'stipend', 'teachingCredit', 'volunteer', 'mixed'] as const
export const payModelLabels: Record<(typeof payModels)[number], string> = {
  effort: 'Protected effort (FTE)',
  stipend: 'Stipend',
  teachingCredit: 'Teaching credit',
  volunteer: 'Volunteer',
  mixed: 'Mixed, by coach',
}

export const positionSchema = z.object({
  id: itemIdSchema,
  title: z.string().trim().min(1, 'Name the position.').max(200, 'Keep it under 200 characters.'),
  holder: lineSchema.describe('empty where it is to be hired'),
  effort: effortSchema.nullable().default(null).describe('basis points of a full-time job'),
  duties: lineSchema,
})

export const fundingSchema = z.object({
  id: itemIdSchema,
  source: z.string().trim().min(1, 'Name the source.').max(200, 'Keep it under 200 characters.'),
  pays: lineSchema,
  endsOn: optionalDateSchema.describe('when a grant or a promise ends'),
})

const stipendMessage = 'Enter $0 to $1,000,000 a year.'

/** Question 5. */
export const staffingChoicesSchema = z.object({
  positions: listSchema(positionSchema),
  payModel: choiceSchema(payModels),
  coachEffort: effortSchema.nullable().default(null).describe('basis points of a full-time job, for one coach'),
  stipendCents: z
    .int(stipendMessage)
    .min(0, stipendMessage)
    .max(100_000_000, stipendMessage)
    .nullable()
    .default(null)
    .describe('a year, for one coach'),
  funding: listSchema(fundingSchema),
  dataManagement: textSchema.describe('who keeps the rosters, surveys and reports'),
  materials: textSchema.describe('handbooks, rooms, food, software'),
})
