import { type Instrument, instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
import type { Answers } from '#shared/evaluation/responsesSchema.ts'
import type { Expected } from '#shared/evaluation/schema.ts'

const items = 60

/** How many answered each of three waves: 50,000 in all. */
export const perWave = [20_000, 15_000, 15_000]
export const coaches = 250

const levels = ['M1', 'M2', 'M3', 'M4']
const sites = ['North', 'South', 'East', 'West']

/** The level and site of somebody of the roster. */
export const placeOf = (person: number): { level: string; site: string } => ({
  level: levels[person % levels.length]!,
  site: sites[Math.floor(person / 7) % sites.length]!,
})

/** Who was asked in a wave that so many answered. */
export const askedIn = (people: number): Expected[] =>
  levels.flatMap((level) => sites.map((site) => ({ level, site, people: Math.ceil(people / 16) })))

export const itemKeys = Array.from({ length: items }, (_, item) => `q${item}`)

/** Feedback on coaches with 60 questions and five scales. */
export const instrument: Instrument = instrumentSchema.parse({
  key: 'long',
  version: 1,
  name: 'Long survey',
  respondents: 'learners',
  about: 'coach',
  dataClass: 'ratings',
  licence: { kind: 'public' },
  items: itemKeys.map((key, at) => ({
    key,
    text: `Question ${at + 1} of the long survey`,
    kind: 'likert',
    scale: { min: 1, max: 5 },
    reversed: at % 7 === 0,
  })),
  subscales: Array.from({ length: 5 }, (_, scale) => ({
    key: `s${scale}`,
    name: `Scale ${scale}`,
    items: itemKeys.slice(scale * 12, (scale + 1) * 12),
    method: 'mean',
    missing: { answeredShare: 8000, prorate: false },
  })),
})

/** Answers that look drawn and are the same each time; one in fifty is missing. */
export function answersOf(person: number, wave: number): Answers {
  return Object.fromEntries(
    itemKeys.map((key, item) => {
      const drawn = (person * 7919 + item * 104_729 + wave * 31) % 1009
      return [key, drawn % 50 === 0 ? null : 1 + (drawn % 5)]
    }),
  )
}
