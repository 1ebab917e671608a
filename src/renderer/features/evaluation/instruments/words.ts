import {
  type abouts,
  type Boundary,
  type Cut,
  type Instrument,
  type InstrumentClass,
  type InstrumentItem,
  type Licence,
  licenceKindLabels,
  type ListedInstrument,
  type scoringMethods,
  type Subscale,
} from '#shared/evaluation/instrumentSchema.ts'
import { licenceStanding } from '#shared/evaluation/licence.ts'
import { effectOfSaving } from '#shared/evaluation/savingInstrument.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

export const aboutLabels: Record<(typeof abouts)[number], string> = {
  self: 'Those who answer',
  coach: 'The coach',
  program: 'The program',
}

export const classLabels: Record<InstrumentClass, string> = {
  ratings: 'Ratings',
  wellBeing: 'Well-being',
  goals: 'Goals',
}

export const classNotes: Record<InstrumentClass, string> = {
  ratings: 'Shared as question 8 of the design says for ratings.',
  wellBeing: 'Never kept or shown with a name.',
  goals: 'Shared as question 8 of the design says for ratings.',
}

export const originLabels: Record<ListedInstrument['origin'], string> = {
  shipped: 'Coachdesk',
  changed: 'Changed here',
  own: 'Own',
}

export const originWords: Record<ListedInstrument['origin'], string> = {
  shipped: 'Came with Coachdesk',
  changed: 'Came with Coachdesk, changed here',
  own: 'Your own',
}

export const methodLabels: Record<(typeof scoringMethods)[number], string> = {
  mean: 'Mean of the items',
  sum: 'Sum of the items',
  favourable: 'Percent answered favourably',
  gas: 'T-score of goals',
}

/** What is done with the items of a subscale, before their places. */
export const methodOf: Record<(typeof scoringMethods)[number], string> = {
  mean: 'Mean of',
  sum: 'Sum of',
  favourable: 'Percent answered favourably of',
  gas: 'T-score of',
}

/** What is asked, and of whom it speaks: "Ratings of the coach". */
export function kindWords({ dataClass, about }: Pick<Instrument, 'dataClass' | 'about'>): string {
  return about === 'self' ? classLabels[dataClass] : `${classLabels[dataClass]} of ${aboutLabels[about].toLowerCase()}`
}

/** The ends of what can be answered, once each: "1 to 5", "0 to 54, 0 to 30". */
export function endsWords(items: readonly InstrumentItem[]): string {
  const ends = new Set(items.flatMap((item) => (item.scale && item.kind !== 'yesNo' ? answerWords(item) : [])))
  return ends.size > 0 ? [...ends].join(', ') : items.some(({ kind }) => kind === 'yesNo') ? 'Yes or no' : 'In words'
}

/** How one item is answered: "1 to 5", "Yes or no". */
export function answerWords({ kind, scale }: InstrumentItem): string {
  if (kind === 'yesNo') return 'Yes or no'
  if (scale) return `${scale.min} to ${scale.max}`
  return kind === 'text' ? 'In words' : kind === 'choice' ? 'Several choices' : 'Any number'
}

export const boundaryWords = ({ at, direction }: Boundary): string =>
  `${at} or ${direction === 'atLeast' ? 'more' : 'less'}`

export const cutWords = (cut: Cut): string => `${cut.name}: ${boundaryWords(cut)}`

/** The ends of a score; nothing where a figure is not readable yet. */
export function rangeWords({ range, items, method }: Subscale): string {
  if (items.length === 0) return ''
  if (range === null)
    return method === 'gas' ? 'Around 50, which is every goal attained as expected.' : 'No fixed range.'
  return Number.isFinite(range.min) && Number.isFinite(range.max) ? `From ${range.min} to ${range.max}.` : ''
}

/** When a subscale is scored: its missing-item rule in words. */
export function missingWords({ missing: { answeredShare, prorate }, items, method }: Subscale): string {
  if (items.length === 0 || Number.isNaN(answeredShare)) return ''
  const least = Math.max(1, Math.ceil((answeredShare * items.length) / 10_000))
  const rule =
    least === items.length
      ? 'all items are answered'
      : `at least ${least} of ${count(items.length, 'item')} are answered`
  return `Scored where ${rule}${prorate && method === 'sum' ? ', raised to what all would give' : ''}.`
}

/** Places in a list, runs of three and more drawn together: "1 to 4, 6, 7". */
export function placesWords(places: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && place === last.to + 1) last.to = place
    else runs.push({ from: place, to: place })
  }
  return runs
    .map(({ from, to }) => (to - from > 1 ? `${from} to ${to}` : from === to ? `${from}` : `${from}, ${to}`))
    .join(', ')
}

/** Whether the licence lets the instrument be used, with how much is left of it. */
export function licenceWords(licence: Licence, today: PlainDate): { tone: 'neutral' | 'needs'; words: string } {
  const { kind, administrationsLeft, expiresOn } = licence
  const standing = licenceStanding(licence, today)
  const label = licenceKindLabels[kind]
  if (standing === 'expired') return { tone: 'needs', words: `${label}, expired ${formatDate(expiresOn!)}` }
  if (standing === 'usedUp') return { tone: 'needs', words: `${label}, no administrations left` }
  const left = administrationsLeft === null ? [] : [`${administrationsLeft.toLocaleString('en-US')} left`]
  const until = expiresOn === null ? [] : [`until ${formatDate(expiresOn)}`]
  return { tone: 'neutral', words: [label, ...left, ...until].join(', ') }
}

/** The rights to somebody else's instrument: only its structure is here, and that is not ours to change. */
export const isLicensed = ({ licence: { kind }, origin }: ListedInstrument): boolean =>
  kind !== 'public' && origin !== 'own'

/** What saving a change to an instrument will do, said before it is saved. */
export function savingWords(stored: ListedInstrument): string {
  const { version, waves, origin } = stored
  if (effectOfSaving(stored) === 'inPlace')
    return `No wave was held with version ${version}, so it is changed as it stands.`
  const kept =
    waves.length === 0
      ? `Version ${version} stays as ${origin === 'shipped' ? 'it came with Coachdesk' : 'it is'}`
      : `${count(waves.length, 'wave')} ${waves.length === 1 ? 'keeps' : 'keep'} version ${version}`
  return `${kept}; new waves use version ${version + 1}.`
}
