import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema, plainDateSchema } from '#shared/kernel/plainDate.ts'
import { audiences } from '#shared/program/design/audiences.ts'

/** How a response is tied to a person: by name, by a code whose key can be destroyed, or not at all. */
export const identities = ['named', 'confidential', 'anonymous'] as const
export type Identity = (typeof identities)[number]
export const identityLabels: Record<Identity, string> = {
  named: 'Named',
  confidential: 'Confidential, by code',
  anonymous: 'Anonymous',
}

export const populations = ['learners', 'coaches'] as const

/** Who was asked, by the groups that reports show. */
export const expectedSchema = z.object({
  level: z.string().trim().max(40),
  site: z.string().trim().max(120),
  people: z.int().min(0).max(1_000_000),
})

const administrationFields = {
  instrumentKey: z.string().min(1).max(40),
  name: z.string().trim().min(1, 'Name the wave.').max(120),
  population: z.enum(populations),
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
  identity: z.enum(identities),
}

/** One wave of an instrument. It keeps the version of the instrument it was made with, and is scored by that. */
export const administrationSchema = z.object({
  id: idSchema,
  revision: z.int(),
  programId: idSchema,
  ...administrationFields,
  instrumentVersion: z.int(),
  expected: z.array(expectedSchema),
  codes: z.int().describe('how many codes were made'),
  keyDestroyedAt: instantSchema.nullable().describe('when codes ceased to lead to people'),
})

export const administrationDraftSchema = z
  .object({
    id: idSchema.optional().describe('absent for a new one'),
    revision: z.int().optional(),
    ...administrationFields,
    expected: z
      .array(expectedSchema)
      .max(5000)
      .optional()
      .describe('counted from the roster on the opening day if absent'),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    message: 'The wave closes before it opens. Enter a later day.',
  })

/** One export of figures: for whom, what was held back, and enough to make it again. */
export const releaseSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  audience: z.enum(audiences),
  what: z.enum(['outcomes', 'brief']),
  fileName: z.string(),
  year: z.int(),
  administrations: z.array(idSchema),
  suppressed: z.array(z.string()).describe('what was held back, in words'),
})

export type Administration = z.infer<typeof administrationSchema>
export type AdministrationDraft = z.infer<typeof administrationDraftSchema>
export type Expected = z.infer<typeof expectedSchema>
export type Release = z.infer<typeof releaseSchema>
