import * as z from 'zod'
import { answerParts } from '#shared/program/design/answer.ts'
import { assessmentChoicesSchema } from '#shared/program/design/assessment.ts'
import { buyInChoicesSchema } from '#shared/program/design/buyIn.ts'
import { developmentChoicesSchema } from '#shared/program/design/development.ts'
import { goalsChoicesSchema } from '#shared/program/design/goals.ts'
import { recruitmentChoicesSchema } from '#shared/program/design/recruitment.ts'
import { staffingChoicesSchema } from '#shared/program/design/staffing.ts'
import { stakeholdersChoicesSchema } from '#shared/program/design/stakeholders.ts'
import { structureChoicesSchema } from '#shared/program/design/structure.ts'

/** The AMA's eight foundational questions [AMA8], in their order. */
export const questions = [
  'goals',
  'stakeholders',
  'structure',
  'recruitment',
  'staffing',
  'buyIn',
  'development',
  'assessment',
] as const
export const questionSchema = z.enum(questions)
export type Question = (typeof questions)[number]

const answerOf = <T extends z.ZodType>(choices: T) => z.object({ choices, ...answerParts })

export const answerSchemas = {
  goals: answerOf(goalsChoicesSchema),
  stakeholders: answerOf(stakeholdersChoicesSchema),
  structure: answerOf(structureChoicesSchema),
  recruitment: answerOf(recruitmentChoicesSchema),
  staffing: answerOf(staffingChoicesSchema),
  buyIn: answerOf(buyInChoicesSchema),
  development: answerOf(developmentChoicesSchema),
  assessment: answerOf(assessmentChoicesSchema),
} as const satisfies Record<Question, z.ZodType>

/** The eight answers, whichever version they are of. */
export const designSchema = z.object(answerSchemas)
export type Design = z.infer<typeof designSchema>
export type Answer<Q extends Question = Question> = Design[Q]
export type Choices<Q extends Question> = Design[Q]['choices']

/** The answers of a program that has decided nothing. */
export const blankDesign = (): Design =>
  designSchema.parse(Object.fromEntries(questions.map((question) => [question, { choices: {} }])))

/** One answer with the question it is to, as it is saved. */
export const answerToSchema = z.discriminatedUnion('question', [
  z.object({ question: z.literal('goals'), answer: answerSchemas.goals }),
  z.object({ question: z.literal('stakeholders'), answer: answerSchemas.stakeholders }),
  z.object({ question: z.literal('structure'), answer: answerSchemas.structure }),
  z.object({ question: z.literal('recruitment'), answer: answerSchemas.recruitment }),
  z.object({ question: z.literal('staffing'), answer: answerSchemas.staffing }),
  z.object({ question: z.literal('buyIn'), answer: answerSchemas.buyIn }),
  z.object({ question: z.literal('development'), answer: answerSchemas.development }),
  z.object({ question: z.literal('assessment'), answer: answerSchemas.assessment }),
])
export type AnswerTo = z.infer<typeof answerToSchema>
