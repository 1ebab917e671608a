import type { Grouping, HiddenReason } from '#shared/evaluation/resultSchema.ts'
import type { Identity } from '#shared/evaluation/schema.ts'
import { formatDate, type PlainDate, yearOf } from '#shared/kernel/plainDate.ts'

/** A score as it is read: two decimals. */
export const figure = (value: number): string => value.toFixed(2)

export const percent = (share: number): string => `${Math.round(100 * share)} %`

/** "Oct 1 to Oct 31, 2026": the year once, where it is the same. */
export const dayRange = (from: PlainDate, to: PlainDate): string =>
  `${yearOf(from) === yearOf(to) ? formatDate(from).replace(/, \d+$/, '') : formatDate(from)} to ${formatDate(to)}`

export const groupingLabels: Record<Grouping, string> = {
  none: 'Everybody',
  level: 'By level',
  site: 'By site',
  levelAndSite: 'By level and site',
}

/** Why a figure is not shown, where there is room for a word only. */
export const hiddenLabels: Record<HiddenReason, string> = {
  small: 'Too few',
  complement: 'Protects others',
  audience: 'Not shared',
}

/** Why a figure is not shown, in full. */
export const hiddenNotes: Record<HiddenReason, string> = {
  small: 'So few people that somebody could be recognised.',
  complement: 'Hidden, because it would tell what a few people answered, or what all of a group did.',
  audience: 'This audience does not see such figures.',
}

/** Why a figure is not shown, with the number of people that it takes. */
export const hiddenWords = (reason: HiddenReason, minimum: number): string =>
  reason === 'small' ? `Fewer than ${minimum} people: hidden, so that nobody can be recognised.` : hiddenNotes[reason]

export const identityNotes: Record<Identity, string> = {
  named: 'Each response is kept with the name of who gave it.',
  confidential: 'A code ties responses of one person together. Its key can be destroyed for good.',
  anonymous: 'Nothing ties a response to a person. Change can be shown between groups only.',
}
