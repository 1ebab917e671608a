import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import {
  meetingCountsSchema,
  observedSchema,
  programProcessSchema,
  trainingSchema,
} from '#shared/coaching/processSchema.ts'
import { accesses, audiences } from '#shared/program/design/audiences.ts'
import { instrumentClasses } from '#shared/evaluation/instrumentSchema.ts'
import { responseStates } from '#shared/evaluation/responsesSchema.ts'

/**
 * Why a figure is not shown: its group is under the minimum, it would give such a group away, or the audience may not
 * see this class of data.
 */
export const hiddenReasons = ['small', 'complement', 'audience'] as const
export type HiddenReason = (typeof hiddenReasons)[number]
const hidden = z.enum(hiddenReasons).nullable().describe('null: shown')

const share = z.number().min(0).max(1)
const intervalSchema = z.object({ low: z.number(), high: z.number() }).describe('95 %')

/** What a figure says in plain language, and what it does not say. */
export const statementSchema = z.object({ sentence: z.string(), caveat: z.string() })

export const groupings = ['none', 'level', 'site', 'levelAndSite'] as const
export type Grouping = (typeof groupings)[number]

/** What is known of the answers of one group. */
export const summarySchema = z.object({
  mean: z.number(),
  sd: z.number().nullable().describe('of a sample (n - 1); null for one answer'),
  median: z.number(),
  lowerQuartile: z.number().describe('type 7: between the two nearest answers, as Excel’s QUARTILE.INC'),
  upperQuartile: z.number(),
  topShare: share.nullable().describe('of favourable answers to an item; null where none is set'),
  cuts: z.array(z.object({ name: z.string(), people: z.int(), share })),
  distribution: z.array(z.object({ value: z.number(), label: z.string(), people: z.int() })).describe('of items only'),
})

/** A group’s figure; `n` and `summary` are null where it is hidden, `summary` also where nobody answered. */
export const cellSchema = z.object({
  administrationId: idSchema,
  group: z.string(),
  measure: z.string(),
  n: z.int().nullable(),
  hidden,
  summary: summarySchema.nullable(),
})

export const measureSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['subscale', 'item']),
  range: z.object({ min: z.number(), max: z.number() }).nullable(),
  better: z.enum(['higher', 'lower']).nullable(),
})

const rateSchema = z.object({
  group: z.string(),
  label: z.string(),
  expected: z.int(),
  received: z.int().nullable(),
  rate: share.nullable().describe('null where hidden, or where nobody was expected'),
  hidden,
})

export const waveSchema = z.object({
  administrationId: idSchema,
  instrumentKey: z.string(),
  instrument: z.string(),
  dataClass: z.enum(instrumentClasses),
  name: z.string(),
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
  rates: z.array(rateSchema).describe('everybody first, then by level and by site'),
  leftOut: z.partialRecord(z.enum(responseStates), z.int()).describe('responses that are in no figure, by reason'),
  answersLeftOut: z.int().describe('single answers beyond the scale or not understood'),
  notes: z.array(z.string()).describe('on the response rate and who did not answer'),
})

export const overviewSchema = z.object({ audience: z.enum(audiences), waves: z.array(waveSchema) })

/** The same people at two times. Never people who answered only once. */
export const changeSchema = z.object({
  measure: z.string(),
  group: z.string(),
  from: idSchema.describe('the earlier administration'),
  to: idSchema,
  n: z.int().nullable().describe('people with both'),
  hidden,
  change: z
    .object({
      before: z.number().nullable().describe('null where it would give away who answered only once'),
      after: z.number().nullable(),
      mean: z.number().describe('of the differences, after less before'),
      sd: z.number().describe('of the differences'),
      interval: intervalSchema,
      t: z.number().nullable().describe('null where all differ by the same'),
      degrees: z.int(),
      p: z.number().nullable(),
      wilcoxon: z
        .object({ w: z.number(), p: z.number(), exact: z.boolean(), n: z.int().describe('who changed at all') })
        .nullable(),
      dz: z.number().nullable().describe('mean difference over the SD of the differences'),
      dav: z.number().nullable().describe('mean difference over the mean of the two waves’ SDs'),
    })
    .nullable(),
  statement: statementSchema.nullable(),
})

/** Two groups of one wave, by Welch’s test, which does not take their spreads for equal. */
export const comparisonSchema = z.object({
  measure: z.string(),
  administrationId: idSchema,
  group: z.string(),
  other: z.string(),
  hidden,
  difference: z
    .object({
      mean: z.number().describe('group less other'),
      interval: intervalSchema,
      t: z.number(),
      degrees: z.number(),
      p: z.number(),
    })
    .nullable(),
  statement: statementSchema.nullable(),
})

export const trendSchema = z.object({
  measure: z.string(),
  group: z.string(),
  points: z.array(z.object({ year: z.int(), mean: z.number().nullable(), n: z.int().nullable(), hidden })),
  perYear: z.number().nullable().describe('slope of the yearly means, each weighted by its n; null under three years'),
  statement: statementSchema.nullable(),
})

export const reliabilitySchema = z.object({
  administrationId: idSchema,
  measure: z.string(),
  items: z.int(),
  n: z.int().nullable(),
  hidden,
  alpha: z.number().nullable(),
})

export const resultsSchema = z.object({
  instrument: z.object({ key: z.string(), name: z.string(), versions: z.array(z.int()) }),
  audience: z.enum(audiences),
  access: z.enum(accesses).describe('none: everything below is empty'),
  minimum: z.int(),
  groupBy: z.enum(groupings),
  waves: z.array(waveSchema),
  measures: z.array(measureSchema),
  groups: z.array(z.object({ key: z.string(), label: z.string() })).describe('everybody first'),
  cells: z.array(cellSchema),
  reliability: z.array(reliabilitySchema),
  changes: z.array(changeSchema),
  comparisons: z.array(comparisonSchema),
  trends: z.array(trendSchema),
  looks: z.object({ tests: z.int(), note: z.string() }).describe('how many tests stand side by side'),
  suppressed: z.array(z.string()).describe('what was held back, in words'),
  notes: z.array(z.string()),
})

export const goalResultSchema = z.object({
  goalId: z.string(),
  statement: z.string(),
  measure: z.string(),
  unit: z.string(),
  direction: z.enum(['raise', 'lower', 'hold']).nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  due: plainDateSchema.nullable(),
  actual: z.number().nullable(),
  status: z.enum(['met', 'notMet', 'noData', 'noMeasure']),
  evidence: z.string().describe('where the figure comes from, or why there is none'),
  points: z.array(z.object({ name: z.string(), on: plainDateSchema, value: z.number().nullable(), hidden })),
})

export const goalsSchema = z.object({ audience: z.enum(audiences), goals: z.array(goalResultSchema) })

/** How learners rate a coach, as far as the number of answers allows it to be shown. */
export const coachFeedbackSchema = z.object({
  state: z.enum(['year', 'pooled', 'received', 'notReceived']).describe('received: answers, but no mean to show'),
  hidden: hidden.describe('why there is no mean of what was received; null also where nobody gave ratings'),
  years: z.array(z.int()).describe('those that the mean is over'),
  people: z.int().nullable().describe('different people behind the mean'),
  mean: z.number().nullable(),
  interval: intervalSchema.nullable(),
  difference: z
    .object({ mean: z.number(), interval: intervalSchema })
    .nullable()
    .describe('from the coaches of the program together; null where it cannot be shown'),
  trend: z.array(z.object({ year: z.int(), mean: z.number().nullable(), hidden })),
  statement: statementSchema,
})

export const coachResultSchema = z.object({
  appointmentId: idSchema,
  name: z.string(),
  learners: z.int(),
  expected: z.int().nullable().describe('learners asked in the year; null where they are too few to say who answered'),
  received: z.int().nullable(),
  selfAssessed: z.boolean().nullable().describe('null, as the next: what a coach took part in is not shared by name'),
  observations: z.int().nullable().describe('forms of observers in the year'),
  feedback: coachFeedbackSchema,
  meetings: meetingCountsSchema.nullable().describe('these four null: not shared with the audience'),
  training: trainingSchema.nullable(),
  observation: observedSchema.nullable(),
  process: statementSchema.nullable().describe('the three in words'),
})

export const coachesSchema = z.object({
  audience: z.enum(audiences),
  year: z.int(),
  named: z.boolean().describe('false: the audience sees no coach by name'),
  minimum: z.int().describe('0: learners were not asked about coaches'),
  counts: z
    .object({
      coaches: z.int(),
      withFeedback: z.int(),
      shown: z.int(),
      observed: z.int().nullable().describe('null, as the next: what coaches did is not shared'),
      selfAssessed: z.int().nullable(),
    })
    .nullable()
    .describe('null where the audience sees no figures of coaches'),
  program: z
    .object({ n: z.int(), mean: z.number(), interval: intervalSchema.nullable() })
    .nullable()
    .describe('of all answers about coaches'),
  process: programProcessSchema.nullable().describe('what all coaches did; null: not shared with the audience'),
  coaches: z.array(coachResultSchema).describe('by name, never by rating'),
})

export const commentsSchema = z.object({
  audience: z.enum(audiences),
  minimum: z.int(),
  groups: z.array(
    z.object({
      administrationId: idSchema,
      group: z.string(),
      label: z.string(),
      people: z.int().nullable().describe('who wrote something, at least'),
      hidden,
      heldBack: z.boolean().describe('newer comments wait until enough people have written since the last export'),
      themes: z.array(z.object({ theme: z.string(), people: z.int() })),
      comments: z.array(z.object({ id: idSchema, item: z.string(), text: z.string(), themes: z.array(z.string()) })),
    }),
  ),
})

export type Statement = z.infer<typeof statementSchema>
export type Summary = z.infer<typeof summarySchema>
export type Cell = z.infer<typeof cellSchema>
export type Measure = z.infer<typeof measureSchema>
export type Wave = z.infer<typeof waveSchema>
export type Overview = z.infer<typeof overviewSchema>
export type Change = z.infer<typeof changeSchema>
export type Comparison = z.infer<typeof comparisonSchema>
export type Trend = z.infer<typeof trendSchema>
export type Reliability = z.infer<typeof reliabilitySchema>
export type Results = z.infer<typeof resultsSchema>
export type GoalResult = z.infer<typeof goalResultSchema>
export type Goals = z.infer<typeof goalsSchema>
export type CoachFeedback = z.infer<typeof coachFeedbackSchema>
export type CoachResult = z.infer<typeof coachResultSchema>
export type Coaches = z.infer<typeof coachesSchema>
export type Comments = z.infer<typeof commentsSchema>
