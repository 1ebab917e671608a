import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { respondents } from '#shared/program/design/assessment.ts'

const text = (max: number) => z.string().trim().max(max, `Keep it under ${max} characters.`)
const keySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'Enter letters and digits, a small letter first.')
const figure = z.number().min(-1_000_000).max(1_000_000)

/** Whom the answers speak of. Answers about a coach come under the rules for coaches. */
export const abouts = ['self', 'coach', 'program'] as const

/** Which rules of sharing the answers come under: goals come under those of ratings. */
export const instrumentClasses = ['ratings', 'wellBeing', 'goals'] as const
export type InstrumentClass = (typeof instrumentClasses)[number]

export const licenceKinds = ['public', 'permission', 'paid'] as const
export const licenceKindLabels: Record<(typeof licenceKinds)[number], string> = {
  public: 'Free to use',
  permission: 'With permission',
  paid: 'Paid',
}

export const licenceSchema = z.object({
  kind: z.enum(licenceKinds),
  holder: text(200).default('').describe('who holds the rights'),
  terms: text(1000).default(''),
  source: text(500).default('').describe('where the terms and the scoring rule stand'),
  administrationsLeft: z.int().min(0).max(1_000_000).nullable().default(null).describe('null: not counted'),
  expiresOn: plainDateSchema.nullable().default(null),
})

/** Which side of a figure is meant; the figure itself is always in it. */
export const directions = ['atLeast', 'atMost'] as const
const boundarySchema = z.object({ at: figure, direction: z.enum(directions) })

export const itemKinds = ['likert', 'yesNo', 'number', 'choice', 'text'] as const

export const scaleSchema = z
  .object({
    min: figure,
    max: figure,
    labels: z
      .array(z.object({ value: figure, label: text(120).min(1, 'Say what the figure stands for.') }))
      .max(20)
      .default([])
      .describe('what stands beside the figures, as a survey tool may export them'),
  })
  .refine(({ min, max }) => min < max, {
    path: ['max'],
    message: 'The scale ends where it begins. Enter a larger end.',
  })

export const itemSchema = z.object({
  key: keySchema,
  text: text(1000).default('').describe('empty where the wording is licensed'),
  kind: z.enum(itemKinds),
  scale: scaleSchema.nullable().default(null).describe('null for text'),
  reversed: z.boolean().default(false).describe('counted from the other end of its scale'),
  favourable: boundarySchema.nullable().default(null).describe('answers that count as favourable, as they were given'),
  aliases: z.array(text(300).min(1)).max(20).default([]).describe('what its column is called in exports'),
})

export const scoringMethods = ['sum', 'mean', 'favourable', 'gas'] as const

export const cutSchema = boundarySchema.extend({
  name: text(120).min(1, 'Name the cut point.'),
  source: text(500).describe('who set it; says so where it is still to be checked'),
})

export const subscaleSchema = z.object({
  key: keySchema,
  name: text(120).min(1, 'Name the subscale.'),
  items: z.array(keySchema).min(1, 'Choose at least one item.').max(200),
  method: z
    .enum(scoringMethods)
    .describe('favourable: percent of the items answered favourably; gas: the T-score of goals from -2 to +2'),
  weights: z.record(keySchema, z.number().positive().max(100)).default({}).describe('of goals; 1 where absent'),
  missing: z.object({
    answeredShare: z.int().min(0).max(10_000).describe('basis points of the items that must be answered'),
    prorate: z.boolean().describe('a sum is raised to what all items would give'),
  }),
  range: z.object({ min: figure, max: figure }).nullable().default(null),
  better: z.enum(['higher', 'lower']).nullable().default(null),
  cuts: z.array(cutSchema).max(10).default([]),
})

/** A set of questions with its published or local scoring rule. A version never changes once it is stored. */
export const instrumentSchema = z
  .object({
    key: keySchema,
    version: z.int().min(1),
    name: text(200).min(1, 'Name the instrument.'),
    respondents: z.enum(respondents),
    about: z.enum(abouts),
    dataClass: z.enum(instrumentClasses),
    licence: licenceSchema,
    items: z.array(itemSchema).min(1, 'Enter at least one item.').max(300),
    subscales: z.array(subscaleSchema).max(40).default([]),
    monitoringDuty: text(500).default('').describe('what somebody must watch for in the answers; empty where nothing'),
    notes: z.array(text(1000).min(1)).max(20).default([]).describe('what to know of the rule and its sources'),
  })
  .superRefine(({ items, subscales }, issues) => {
    const keys = new Set(items.map(({ key }) => key))
    if (keys.size < items.length)
      issues.addIssue({ code: 'custom', path: ['items'], message: 'Two items have one key. Give each its own.' })
    subscales.forEach((scale, at) => {
      const unknown = scale.items.filter((key) => !keys.has(key))
      if (unknown.length > 0)
        issues.addIssue({
          code: 'custom',
          path: ['subscales', at, 'items'],
          message: `${scale.name} counts ${unknown.join(', ')}, which ${unknown.length === 1 ? 'is no item' : 'are no items'} of the instrument. Choose from its items.`,
        })
    })
  })

/** Where a version comes from: with the app, changed from what came with the app, or made by the office. */
export const origins = ['shipped', 'changed', 'own'] as const

/** A version as it stands in the data file: where it comes from, and the waves of all programs that were held with it. */
export const listedInstrumentSchema = instrumentSchema.safeExtend({
  origin: z.enum(origins),
  revision: z.int().describe('raised by each change in place; 0 for what came with the app'),
  waves: z.array(z.object({ program: z.string(), name: z.string() })),
})

export type ListedInstrument = z.infer<typeof listedInstrumentSchema>
export type Licence = z.infer<typeof licenceSchema>
export type Instrument = z.infer<typeof instrumentSchema>
export type InstrumentItem = z.infer<typeof itemSchema>
export type Subscale = z.infer<typeof subscaleSchema>
export type Scale = z.infer<typeof scaleSchema>
export type Cut = z.infer<typeof cutSchema>
export type Boundary = z.infer<typeof boundarySchema>
