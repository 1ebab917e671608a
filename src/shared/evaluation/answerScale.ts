import type { InstrumentItem, Scale } from '#shared/evaluation/instrumentSchema.ts'

const yesNo: Scale['labels'] = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
]

/** The scale that an item is answered on, with the words for yes and no that its own leaves out; null where it has none. */
export function answerScale({ kind, scale }: Pick<InstrumentItem, 'kind' | 'scale'>): Scale | null {
  if (kind !== 'yesNo' || (scale !== null && scale.labels.length > 0)) return scale
  return { min: 0, max: 1, labels: yesNo }
}
