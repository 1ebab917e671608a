import type { Instrument, InstrumentItem, Scale, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import { scoreRange } from '#shared/evaluation/scoreRange.ts'
import type { ProblemDetail } from '#shared/kernel/problem.ts'

/**
 * What would make an instrument score wrongly, or not at all, each with the path of the field it is in. These are asked
 * of what is saved, not of what is read: a version that was stored stays readable whatever is asked later.
 */
export function instrumentProblems({ dataClass, items, subscales }: Instrument): ProblemDetail[] {
  return [
    ...items.flatMap((item, at) => itemProblems(items, subscales, dataClass === 'goals', item, at)),
    ...subscales.flatMap((scale, at) => subscaleProblems(items, subscales, scale, at)),
  ]
}

function itemProblems(
  items: readonly InstrumentItem[],
  subscales: readonly Subscale[],
  areGoals: boolean,
  item: InstrumentItem,
  at: number,
): ProblemDetail[] {
  const found = (field: string, message: string) => ({ path: `items.${at}.${field}`, message })
  const counting = subscales.filter((scale) => scale.items.includes(item.key))
  const share = counting.find(({ method }) => method === 'favourable')
  const problems: ProblemDetail[] = []
  const twin = items.findIndex(({ key }) => key === item.key)
  if (twin < at) problems.push(found('key', `Item ${twin + 1} has the key ${item.key} too. Give each item its own.`))
  if (item.text === '' && item.aliases.length === 0)
    problems.push(found('text', 'Enter the wording, or what the column is called in exports.'))
  if (counting.length === 0 && item.reversed)
    problems.push(found('reversed', 'No subscale counts this item, so reversing it changes nothing. Put it in one.'))
  else if (counting.length === 0 && areGoals && item.kind !== 'text')
    problems.push(found('reversed', 'No subscale counts this goal. Put it in one.'))
  if (share && !item.favourable)
    problems.push(found('favourable', `${share.name} counts favourable answers. Enter which of this item are.`))
  if (item.favourable && item.scale && !isWithin(item.scale, item.favourable.at))
    problems.push(found('favourable', `Enter ${span(item.scale)}, which is what can be answered.`))
  return problems
}

function subscaleProblems(
  items: readonly InstrumentItem[],
  subscales: readonly Subscale[],
  scale: Subscale,
  at: number,
): ProblemDetail[] {
  const found = (field: string, message: string) => ({ path: `subscales.${at}.${field}`, message })
  const problems: ProblemDetail[] = []
  const counted = items.filter(({ key }) => scale.items.includes(key))
  const twin = subscales.findIndex(({ name }) => name === scale.name)
  if (twin < at) problems.push(found('name', `Subscale ${twin + 1} has this name too. Give another.`))
  const wrong = wrongItems(items, counted, scale)
  if (wrong !== null) problems.push(found('items', wrong))
  const range = scale.range ?? scoreRange(items, scale)
  for (const [index, { at: figure, source }] of scale.cuts.entries()) {
    if (range && !isWithin(range, figure))
      problems.push(found(`cuts.${index}.at`, `Enter ${span(range)}, which is what ${scale.name} can be.`))
    if (source === '') problems.push(found(`cuts.${index}.source`, 'Say who set this cut point.'))
  }
  return problems
}

/** Why the items of a subscale cannot be counted together; null where they can. */
function wrongItems(items: readonly InstrumentItem[], counted: readonly InstrumentItem[], scale: Subscale) {
  const inWords = counted.find(({ kind, scale: ends }) => kind === 'text' || (kind === 'choice' && ends === null))
  if (inWords) return `Item ${items.indexOf(inWords) + 1} is answered in words and cannot be counted. Take it out.`
  const lengths = new Set(counted.map(({ scale: ends }) => (ends ? span(ends) : 'any number')))
  if (scale.method === 'mean' && lengths.size > 1)
    return `A mean needs items with the same ends; these have ${[...lengths].join(' and ')}.`
  if (scale.method === 'gas' && (lengths.size > 1 || !lengths.has('-2 to 2')))
    return 'Goals are rated from -2 to 2. Choose items with these ends.'
  return null
}

const isWithin = ({ min, max }: Pick<Scale, 'min' | 'max'>, figure: number): boolean => figure >= min && figure <= max
const span = ({ min, max }: Pick<Scale, 'min' | 'max'>): string => `${min} to ${max}`
