import * as z from 'zod'
import { questionSchema } from '#shared/program/design/design.ts'

export const answeredStates = ['open', 'partly', 'answered'] as const

export const findingSchema = z.object({
  id: z.string().describe('stays the same while the finding does'),
  severity: z.enum(['wrong', 'warning']).describe('wrong: two answers contradict each other, or the roster'),
  question: questionSchema,
  field: z.string().describe('the choice to look at: "learnersPerCoach", "goals.0.measure"'),
  message: z.string(),
  fix: z.string().describe('what would settle it'),
})
export type Finding = z.infer<typeof findingSchema>

export const readinessSchema = z.object({
  questions: z.array(
    z.object({
      question: questionSchema,
      state: z.enum(answeredStates),
      missing: z.array(z.object({ field: z.string(), label: z.string() })).describe('what is not decided yet'),
      openPoints: z.int(),
      late: z.int().describe('open points past their date'),
    }),
  ),
  findings: z.array(findingSchema),
  answered: z.int().describe('questions answered, of eight'),
})
export type Readiness = z.infer<typeof readinessSchema>
