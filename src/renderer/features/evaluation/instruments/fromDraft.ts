import type { Instrument, InstrumentItem, Scale, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import { scoreRange } from '#shared/evaluation/scoreRange.ts'
import {
  type InstrumentDraft,
  isCounted,
  type ItemDraft,
  linesOf,
  readFigure,
  type ResponseScaleDraft,
  type SubscaleDraft,
  yesNoEnds,
} from './draft.ts'
import { keysFor } from './keys.ts'

/** What of an instrument is not edited in the form. */
type InstrumentFrame = Pick<Instrument, 'key' | 'version' | 'licence'>

/** What an instrument asks and how it scores, as a draft says it. Figures that cannot be read are NaN in it. */
export function instrumentFrom(draft: InstrumentDraft): Omit<Instrument, keyof InstrumentFrame> {
  const keys = keysFor(
    draft.items.map(({ key, text }) => ({ key, words: text })),
    'item',
  )
  const items = draft.items.map((item, at) => itemFrom(item, keys[at]!, draft.scales))
  const keyOf = new Map(draft.items.map(({ id }, at) => [id, keys[at]!]))
  const subscaleKeys = keysFor(
    draft.subscales.map(({ key, name }) => ({ key, words: name })),
    'scale',
  )
  return {
    name: draft.name,
    respondents: draft.respondents,
    about: draft.about,
    dataClass: draft.dataClass,
    items,
    subscales: draft.subscales.map((scale, at) => subscaleFrom(scale, subscaleKeys[at]!, items, keyOf)),
    monitoringDuty: draft.monitoringDuty,
    notes: linesOf(draft.notes),
  }
}

function itemFrom(item: ItemDraft, key: string, scales: readonly ResponseScaleDraft[]): InstrumentItem {
  const chosen = scales.find(({ id }) => id === item.answers)
  const counted = isCounted(item)
  return {
    key,
    text: item.text.trim(),
    kind: chosen?.kind ?? (item.answers === 'choices' ? 'choice' : (item.answers as 'yesNo' | 'number' | 'text')),
    scale: chosen ? scaleFrom(chosen) : item.answers === 'yesNo' ? yesNoEnds : null,
    reversed: counted && item.reversed,
    favourable:
      counted && item.favourableAt.trim() !== ''
        ? { at: readFigure(item.favourableAt), direction: item.favourableSide }
        : null,
    aliases: linesOf(item.aliases),
  }
}

/** The ends are the lowest and highest step; answers between them need no step unless they have words. */
function scaleFrom({ steps }: ResponseScaleDraft): Scale {
  const figures = steps.map(({ value, label }) => ({ value: readFigure(value), label: label.trim() }))
  const values = figures.map(({ value }) => value)
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    labels: figures.filter(({ label }) => label !== ''),
  }
}

function subscaleFrom(
  draft: SubscaleDraft,
  key: string,
  items: readonly InstrumentItem[],
  keyOf: ReadonlyMap<string, string>,
): Subscale {
  const { method } = draft
  // In the order of the items, whichever was checked first.
  const chosen = [...keyOf].filter(([id]) => draft.items.includes(id))
  const weights = chosen.flatMap(([id, item]) => {
    const weight = draft.weights[id]?.trim() ?? ''
    return method === 'gas' && weight !== '' ? [[item, readFigure(weight)] as const] : []
  })
  const counted = chosen.map(([, item]) => item)
  return {
    key,
    name: draft.name.trim(),
    items: counted,
    method,
    weights: Object.fromEntries(weights),
    missing: {
      answeredShare: Math.round(100 * readFigure(draft.answeredPercent)),
      prorate: method === 'sum' && draft.prorate,
    },
    range: scoreRange(items, { items: counted, method }),
    better: draft.better === 'neither' ? null : draft.better,
    cuts: draft.cuts.map(({ name, at, direction, source }) => ({
      name: name.trim(),
      at: readFigure(at),
      direction,
      source: source.trim(),
    })),
  }
}
