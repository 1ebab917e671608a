import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema, plainDateSchema } from '#shared/kernel/plainDate.ts'
import { answerSchemas, questionSchema } from '#shared/program/design/design.ts'

/** A program has one draft at most, one adopted version at most, and any number of those before. */
export const versionStates = ['draft', 'adopted', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]
export const versionStateLabels: Record<VersionState, string> = {
  draft: 'Draft',
  adopted: 'Adopted',
  superseded: 'Superseded',
}

export const designVersionSchema = z.object({
  id: idSchema.nullable().describe('null while nothing is answered: the first answer saved starts version 1'),
  number: z.int(),
  state: z.enum(versionStates),
  adoptedOn: plainDateSchema.nullable(),
  adoptedBy: z.string(),
})
export type DesignVersion = z.infer<typeof designVersionSchema>

/** How an answer stands in the data file. */
const stored = {
  revision: z.int().describe('0 where it was never saved'),
  savedAt: instantSchema.nullable(),
  savedBy: z.string(),
}

const storedAnswer = <T extends z.ZodType>(answer: T) => z.object({ answer, ...stored })

export const storedDesignSchema = z.object({
  goals: storedAnswer(answerSchemas.goals),
  stakeholders: storedAnswer(answerSchemas.stakeholders),
  structure: storedAnswer(answerSchemas.structure),
  recruitment: storedAnswer(answerSchemas.recruitment),
  staffing: storedAnswer(answerSchemas.staffing),
  buyIn: storedAnswer(answerSchemas.buyIn),
  development: storedAnswer(answerSchemas.development),
  assessment: storedAnswer(answerSchemas.assessment),
})
export type StoredDesign = z.infer<typeof storedDesignSchema>

/** One thing that differs between two versions, in words. */
export const designChangeSchema = z.object({
  question: questionSchema,
  field: z.string().describe('"learnersPerCoach"; of a list, "goals"'),
  label: z.string().describe('the field, and the item of a list, in words'),
  kind: z.enum(['changed', 'added', 'removed']),
  before: z.string(),
  after: z.string(),
})
export type DesignChange = z.infer<typeof designChangeSchema>
