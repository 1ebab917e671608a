import { answerScale } from '#shared/evaluation/answerScale.ts'
import type { InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { ResponseReading } from './useResponseImport.ts'

type Meanings = NonNullable<ResponseReading['values']>

/** What stands in the file for an answer, over all items of one scale, and the figure it is read as. */
export interface AnswerText {
  readonly text: string
  readonly items: readonly InstrumentItem[]
  /** Null where it is in no figure. */
  readonly value: number | null
  readonly reason: string
}

/** A scale of more steps is not chosen from a list. */
const mostSteps = 15

/**
 * The answers of the file that are no plain figure on the scale: texts, figures beyond the scale, and whatever somebody
 * said the meaning of. What is in no figure comes first, and keeps its place once its meaning is said.
 */
export function answerTexts(
  { labels, problems }: Pick<ResponsePreview, 'labels' | 'problems'>,
  items: readonly InstrumentItem[],
  said: Meanings = {},
): AnswerText[] {
  const isClear = ({ text, items: [item], value }: AnswerText): boolean =>
    value !== null && said[item!.key]?.[text] === undefined
  const found = new Map<string, { item: InstrumentItem; text: string; value: number | null; reason: string }>()
  const add = (key: string | null, text: string, value: number | null, reason: string): void => {
    const item = items.find((one) => one.key === key)
    if (item && text !== '' && !found.has(`${key}\n${text}`))
      found.set(`${key}\n${text}`, { item, text, value, reason })
  }
  for (const [key, meanings] of Object.entries(said))
    for (const [text, value] of Object.entries(meanings))
      add(key, text, value === '' ? null : Number(value), value === '' ? 'Left out by you' : 'Chosen by you')
  for (const { item, text, value, reason } of labels) add(item, text, value, reason)
  for (const { field, value } of problems) add(field, value, null, 'Not on the scale')
  const alike = Map.groupBy(
    [...found.values()],
    ({ item, text, value }) => `${text}\n${value}\n${JSON.stringify(item.scale)}`,
  )
  return [...alike.values()]
    .map((group): AnswerText => ({ ...group[0]!, items: group.map(({ item }) => item) }))
    .toSorted(
      (a, b) => Number(isClear(a)) - Number(isClear(b)) || a.text.localeCompare(b.text, 'en', { numeric: true }),
    )
}

/** The figures that an answer to an item can stand for; none where there are too many to choose from. */
export function stepsOf(item: InstrumentItem): { value: number; label: string }[] {
  const scale = answerScale(item)
  if (scale === null || scale.max - scale.min > mostSteps) return []
  if (scale.labels.length > 2) return scale.labels
  return Array.from({ length: Math.floor(scale.max - scale.min) + 1 }, (_, at) => {
    const value = scale.min + at
    return { value, label: scale.labels.find((one) => one.value === value)?.label ?? '' }
  })
}

/** The same meaning for each of the items; null leaves the answer out. */
export function withMeaning(said: Meanings = {}, { text, items }: AnswerText, value: number | null): Meanings {
  const meaning = { [text]: value === null ? '' : String(value) }
  return { ...said, ...Object.fromEntries(items.map(({ key }) => [key, { ...said[key], ...meaning }])) }
}
