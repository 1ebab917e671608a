import * as z from 'zod'
import {
  choiceSchema,
  itemIdSchema,
  lineSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
} from '#shared/program/design/answer.ts'

/** What coaching programs are for, as the national surveys name it [AMA-Catching][Peds25]. */
export const needs = [
  'identity',
  'professionalism',
  'academic',
  'wellBeing',
  'community',
  'leadership',
  'lifelongLearning',
  'communication',
  'clinicalSkills',
  'remediation',
  'other',
] as const
export type Need = (typeof needs)[number]

export const needLabels: Record<Need, string> = {
  identity: 'Professional identity formation',
  professionalism: 'Professionalism',
  academic: 'Academic performance',
  wellBeing: 'Well-being',
  community: 'Community building',
  leadership: 'Leadership',
  lifelongLearning: 'Lifelong learning',
  communication: 'Communication',
  clinicalSkills: 'Clinical skills',
  remediation: 'Struggling learners',
  other: 'Another need',
}

export const directions = ['raise', 'lower', 'hold'] as const
export const directionLabels: Record<(typeof directions)[number], string> = {
  raise: 'Raise',
  lower: 'Lower',
  hold: 'Hold at',
}

const figureMessage = 'Enter a figure from -1,000,000 to 1,000,000.'
const figureSchema = z.number().min(-1_000_000, figureMessage).max(1_000_000, figureMessage).nullable().default(null)

export const goalSchema = z
  .object({
    id: itemIdSchema,
    statement: z.string().trim().min(1, 'Say what is to be reached.').max(500, 'Keep it under 500 characters.'),
    need: choiceSchema(needs),
    measure: lineSchema.describe('what is counted or scored; empty where there is none yet'),
    instrument: lineSchema.describe('the survey, log or record it is read from'),
    unit: lineSchema.describe('"%", "points of 5", "learners"'),
    direction: choiceSchema(directions),
    baseline: figureSchema,
    target: figureSchema,
    due: optionalDateSchema,
    owner: lineSchema,
  })
  .superRefine(({ direction, baseline, target }, issues) => {
    if (baseline === null || target === null) return
    if (direction === 'raise' && target < baseline)
      issues.addIssue({
        code: 'custom',
        path: ['target'],
        message: wrongWay(target, 'below', baseline, 'raise', 'more'),
      })
    if (direction === 'lower' && target > baseline)
      issues.addIssue({
        code: 'custom',
        path: ['target'],
        message: wrongWay(target, 'above', baseline, 'lower', 'less'),
      })
  })

const wrongWay = (target: number, side: string, baseline: number, verb: string, way: string): string =>
  `${target} is ${side} the baseline of ${baseline}, and the goal is to ${verb} it. Enter ${baseline} or ${way}, or change the direction.`

/** Question 1. */
export const goalsChoicesSchema = z.object({
  problem: textSchema.describe('the problem the program is to solve'),
  needs: z.array(z.enum(needs)).max(needs.length).default([]),
  coachDefinition: textSchema.describe('what a coach is here, apart from an adviser and a mentor'),
  goals: listSchema(goalSchema),
})

export type Goal = z.infer<typeof goalSchema>
