import type {
  Instrument,
  InstrumentItem,
  ListedInstrument,
  Scale,
  Subscale,
} from '#shared/evaluation/instrumentSchema.ts'

/** How an item is answered, where no response scale says it. */
export const plainAnswers = ['yesNo', 'number', 'choices', 'text'] as const
type PlainAnswer = (typeof plainAnswers)[number]

/** Figures are texts while they are typed: what cannot be read stays, and is said at its field. */
export interface ItemDraft {
  id: string
  /** Empty: made from the wording. */
  key: string
  /** Whether answers may be stored under its key already. */
  isStored: boolean
  text: string
  /** A plain answer, or the id of a response scale. */
  answers: string
  reversed: boolean
  favourableAt: string
  favourableSide: Side
  /** One to a line. */
  aliases: string
}

export type Side = 'atLeast' | 'atMost'

/** What several items can be answered with. Of numbers, the steps are the two ends. */
export interface ResponseScaleDraft {
  id: string
  kind: 'likert' | 'choice' | 'number'
  steps: { id: string; value: string; label: string }[]
}

export interface CutDraft {
  id: string
  name: string
  at: string
  direction: Side
  source: string
}

export interface SubscaleDraft {
  id: string
  /** Empty: made from the name. */
  key: string
  name: string
  /** Ids of items. */
  items: string[]
  method: Subscale['method']
  /** Of goals, by the id of the item. */
  weights: Record<string, string>
  answeredPercent: string
  prorate: boolean
  better: 'higher' | 'lower' | 'neither'
  cuts: CutDraft[]
}

export interface InstrumentDraft {
  name: string
  respondents: Instrument['respondents']
  about: Instrument['about']
  dataClass: Instrument['dataClass']
  items: ItemDraft[]
  scales: ResponseScaleDraft[]
  subscales: SubscaleDraft[]
  monitoringDuty: string
  /** One to a line. */
  notes: string
}

export const newId = (): string => crypto.randomUUID()

/** No is 0, yes is 1. */
export const yesNoEnds: Scale = { min: 0, max: 1, labels: [] }
// With more answers than this, only the ends are listed.
const mostSteps = 20

/** An instrument as it is edited: the response scales stand once, whichever items use them. */
export function draftOf(instrument: Instrument, { isStored }: { isStored: boolean }): InstrumentDraft {
  const scales = new Map<string, ResponseScaleDraft>()
  const scaleFor = (kind: ResponseScaleDraft['kind'], scale: Scale): string => {
    const content = JSON.stringify([kind, scale])
    const known = scales.get(content) ?? { id: newId(), kind, steps: stepsOf(kind, scale) }
    scales.set(content, known)
    return known.id
  }
  const items = instrument.items.map((item): ItemDraft => ({
    id: newId(),
    key: item.key,
    isStored,
    text: item.text,
    answers: plainAnswer(item) ?? scaleFor(item.kind as ResponseScaleDraft['kind'], item.scale!),
    reversed: item.reversed,
    favourableAt: item.favourable ? String(item.favourable.at) : '',
    favourableSide: item.favourable?.direction ?? 'atLeast',
    aliases: item.aliases.join('\n'),
  }))
  const ids = new Map(items.map(({ key, id }) => [key, id]))
  return {
    name: instrument.name,
    respondents: instrument.respondents,
    about: instrument.about,
    dataClass: instrument.dataClass,
    items,
    scales: [...scales.values()],
    subscales: instrument.subscales.map((scale) => subscaleDraftOf(scale, ids)),
    monitoringDuty: instrument.monitoringDuty,
    notes: instrument.notes.join('\n'),
  }
}

function plainAnswer({ kind, scale }: InstrumentItem): PlainAnswer | null {
  if (kind === 'text' || kind === 'yesNo') return kind
  if (scale !== null) return null
  return kind === 'choice' ? 'choices' : 'number'
}

function stepsOf(kind: ResponseScaleDraft['kind'], { min, max, labels }: Scale): ResponseScaleDraft['steps'] {
  const isWhole = Number.isInteger(min) && Number.isInteger(max) && max - min <= mostSteps
  const between =
    kind === 'number' || !isWhole || labels.length > 2
      ? [min, max]
      : Array.from({ length: max - min + 1 }, (_, step) => min + step)
  const values = [...new Set([...between, ...labels.map(({ value }) => value)])].toSorted((a, b) => a - b)
  return values.map((value) => ({
    id: newId(),
    value: String(value),
    label: labels.find((label) => label.value === value)?.label ?? '',
  }))
}

function subscaleDraftOf(scale: Subscale, ids: ReadonlyMap<string, string>): SubscaleDraft {
  const weights = Object.entries(scale.weights).flatMap(([key, weight]) =>
    ids.has(key) ? [[ids.get(key)!, String(weight)] as const] : [],
  )
  return {
    id: newId(),
    key: scale.key,
    name: scale.name,
    items: scale.items.flatMap((key) => ids.get(key) ?? []),
    method: scale.method,
    weights: Object.fromEntries(weights),
    answeredPercent: String(scale.missing.answeredShare / 100),
    prorate: scale.missing.prorate,
    better: scale.better ?? 'neither',
    cuts: scale.cuts.map((cut) => ({ ...cut, id: newId(), at: String(cut.at) })),
  }
}

/** A new instrument that counts nothing yet: one response scale, one item to word. */
export function emptyDraft(): InstrumentDraft {
  const scale = newScale('agreement')
  return {
    name: '',
    respondents: 'learners',
    about: 'coach',
    dataClass: 'ratings',
    items: [newItem(scale.id)],
    scales: [scale],
    subscales: [],
    monitoringDuty: '',
    notes: '',
  }
}

/** What is made anew of an instrument: everything but its name and that answers are stored under its keys. */
export function copyDraft(source: ListedInstrument, name: string): InstrumentDraft {
  const draft = draftOf(source, { isStored: false })
  const from = `Copied from ${source.name}, version ${source.version}.`
  return { ...draft, name, notes: [draft.notes, from].filter(Boolean).join('\n') }
}

export function newItem(answers: string, like?: ItemDraft): ItemDraft {
  return {
    id: newId(),
    key: '',
    isStored: false,
    text: '',
    answers,
    reversed: false,
    favourableAt: like?.favourableAt ?? '',
    favourableSide: like?.favourableSide ?? 'atLeast',
    aliases: '',
  }
}

export const usualScales = {
  agreement: ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'],
  frequency: ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
  quality: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'],
  numbers: ['', ''],
} as const

export function newScale(usual: keyof typeof usualScales): ResponseScaleDraft {
  const steps = usualScales[usual].map((label, at) => ({ id: newId(), value: String(at + 1), label }))
  return { id: newId(), kind: usual === 'numbers' ? 'number' : 'likert', steps }
}

export function newSubscale(items: string[]): SubscaleDraft {
  return {
    id: newId(),
    key: '',
    name: '',
    items,
    method: 'mean',
    weights: {},
    answeredPercent: '80',
    prorate: false,
    better: 'higher',
    cuts: [],
  }
}

export const newCut = (): CutDraft => ({ id: newId(), name: '', at: '', direction: 'atLeast', source: '' })

/** Reads "4", "-2" or "1.33"; NaN where it is no number. */
export function readFigure(text: string): number {
  const clean = text.trim()
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : Number.NaN
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Whether an item is answered by something that can be counted. */
export const isCounted = ({ answers }: ItemDraft): boolean => answers !== 'text' && answers !== 'choices'
