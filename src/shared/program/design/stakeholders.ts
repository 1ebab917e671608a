import * as z from 'zod'
import {
  choiceSchema,
  itemIdSchema,
  lineSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
} from '#shared/program/design/answer.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** The AMA's four [AMA8], and those the papers add [Pitt-roles][Mich-survey]. */
export const stakeholderRoles = [
  'approvesBudget',
  'administers',
  'promotes',
  'recruits',
  'releasesEffort',
  'givesData',
  'advises',
] as const
export type StakeholderRole = (typeof stakeholderRoles)[number]
export const stakeholderRoleLabels: Record<StakeholderRole, string> = {
  approvesBudget: 'Approves the budget',
  administers: 'Administers',
  promotes: 'Promotes',
  recruits: 'Helps recruit',
  releasesEffort: 'Releases effort',
  givesData: 'Provides data',
  advises: 'Advises',
}

export const stances = ['champion', 'supportive', 'neutral', 'doubtful', 'opposed'] as const
export const stanceLabels: Record<(typeof stances)[number], string> = {
  champion: 'Champion',
  supportive: 'Supportive',
  neutral: 'Neutral',
  doubtful: 'Doubtful',
  opposed: 'Opposed',
}

export const influences = ['high', 'medium', 'low'] as const
export const influenceLabels: Record<(typeof influences)[number], string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

export const stakeholderSchema = z.object({
  id: itemIdSchema,
  name: z.string().trim().min(1, 'Name the person or body.').max(200, 'Keep it under 200 characters.'),
  body: lineSchema.describe('title, office or department'),
  roles: z.array(z.enum(stakeholderRoles)).max(stakeholderRoles.length).default([]),
  stance: choiceSchema(stances),
  influence: choiceSchema(influences),
  commitment: lineSchema.describe('what they promised'),
  nextStep: lineSchema,
  nextContact: optionalDateSchema,
  log: listSchema(z.object({ id: itemIdSchema, on: plainDateSchema, by: lineSchema, note: textSchema })),
})

/** Question 2. */
export const stakeholdersChoicesSchema = z.object({ stakeholders: listSchema(stakeholderSchema) })

export type Stakeholder = z.infer<typeof stakeholderSchema>
