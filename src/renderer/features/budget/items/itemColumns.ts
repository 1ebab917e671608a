import type { GridColumn, GridValue, Parsed } from '#renderer/ui/grid/gridTypes.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type * as z from 'zod'
import type { BudgetItem, ItemKind, itemSchemas } from '#shared/budget/itemSchemas.ts'
import { type Cents, formatMoney, parseMoney } from '#shared/kernel/money.ts'
import { tidyText } from '#shared/kernel/text.ts'
import { formatHundredths, parseHundredths } from '../hundredths.ts'

type Contents = { [K in ItemKind]: z.infer<(typeof itemSchemas)[K]> }
export type ContentOf<K extends ItemKind> = Contents[K]

/** An item as a row of its grid: what holds in the scenario that is shown. */
export interface ItemRow<K extends ItemKind> {
  id: string
  item: BudgetItem
  content: ContentOf<K>
  /** What it costs in the first fiscal year; null is not known, undefined where an item has no cost of its own. */
  cost: number | null | undefined
  /** Whether it is in this scenario only, differs from the base, or is as in the base. */
  standing: 'base' | 'differs' | 'own'
}

/** A column of an item: how a cell is shown and read, and what of the item it changes. */
export interface ItemColumn<K extends ItemKind> extends GridColumn<ItemRow<K>> {
  /** Absent: the cell is figured. */
  set?: (content: ContentOf<K>, value: GridValue) => ContentOf<K>
}

/** The fields of an item that hold values of a type. */
type FieldOf<K extends ItemKind, V> = {
  [F in keyof ContentOf<K>]-?: ContentOf<K>[F] extends V ? F : never
}[keyof ContentOf<K>] &
  string

interface Options<K extends ItemKind> {
  header: string
  width?: number
  pinned?: boolean
  hiddenByDefault?: boolean
  parse?: (text: string) => Parsed
  field: FieldOf<K, unknown>
}

type ByYear = Record<string, number>

// TypeScript does not follow a field of some kind of item back to its type.
const fieldOf = (content: object, field: string): unknown => (content as Record<string, unknown>)[field]
const withField = <K extends ItemKind>(content: ContentOf<K>, field: string, value: unknown): ContentOf<K> => ({
  ...content,
  [field]: value,
})

const ok = (value: GridValue): Parsed => ({ ok: true, value })
const wrong = (message: string): Parsed => ({ ok: false, message })

function fieldColumn<K extends ItemKind>(
  { field, ...column }: Options<K>,
  kind: Pick<ItemColumn<K>, 'kind' | 'format' | 'parse' | 'choices'>,
  blank: unknown = null,
): ItemColumn<K> {
  return {
    key: field,
    ...kind,
    ...column,
    value: ({ content }) => {
      const value = fieldOf(content, field) as GridValue
      return value === '' ? null : value
    },
    editable: true,
    set: (content, value) => withField<K>(content, field, value ?? blank),
  }
}

export function textColumn<K extends ItemKind>(options: Options<K> & { field: FieldOf<K, string>; max?: number }) {
  const { max = 120, ...column } = options
  const parse = (text: string): Parsed => {
    const tidy = tidyText(text)
    return tidy.length > max ? wrong(`${tidy.length} letters; at most ${max} fit`) : ok(tidy === '' ? null : tidy)
  }
  return fieldColumn<K>(column, { kind: 'text', parse }, '')
}

export function choiceColumn<K extends ItemKind>(
  options: Options<K> & { choices: readonly { id: string; label: string }[] },
) {
  const { choices, ...column } = options
  return fieldColumn<K>(column, { kind: 'choice', choices })
}

/** A field that is so or not, as Yes and No. */
export function yesNoColumn<K extends ItemKind>(options: Options<K> & { field: FieldOf<K, boolean> }): ItemColumn<K> {
  const { field } = options
  return {
    ...fieldColumn<K>(options, {
      kind: 'choice',
      choices: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    }),
    value: ({ content }) => (fieldOf(content, field) === true ? 'yes' : 'no'),
    set: (content, value) => withField<K>(content, field, value === 'yes'),
  }
}

export const readMoney = (text: string): Parsed => {
  if (text.trim() === '') return ok(null)
  const cents = parseMoney(text)
  if (cents === null) return wrong(`"${text.trim()}" is not an amount; enter one such as 1,250.00`)
  return cents < 0 ? wrong(`${text.trim()} is below zero; enter zero or more`) : ok(cents)
}

/** "$240,000", "$12.50": cents only where there are some. */
export const moneyText = (cents: Cents): string => formatMoney(cents, { cents: cents % 100 !== 0 })

const money = {
  kind: 'number',
  format: (value: string | number) => moneyText(Number(value)),
  parse: readMoney,
} as const

export function moneyColumn<K extends ItemKind>(options: Options<K> & { field: FieldOf<K, number | null> }) {
  return fieldColumn<K>({ width: 120, ...options }, money)
}

const readHundredths = (text: string): Parsed => {
  if (text.trim() === '') return ok(null)
  const value = parseHundredths(text.replace('%', ''))
  return value === null
    ? wrong(`"${text.trim()}" is not a number of zero or more with two decimals at most`)
    : ok(value)
}

const hundredths = {
  kind: 'number',
  format: (value: string | number) => formatHundredths(Number(value)),
  parse: readHundredths,
} as const

/** A rate in percent, or a quantity: integer hundredths, zero where nothing is entered. */
export function hundredthsColumn<K extends ItemKind>(options: Options<K> & { field: FieldOf<K, number> }) {
  return fieldColumn<K>({ width: 96, ...options }, hundredths, 0)
}

const readWhole = (text: string): Parsed => {
  if (text.trim() === '') return ok(null)
  const clean = text.replace(/[,\s]/g, '')
  return /^\d{1,9}$/.test(clean) ? ok(Number(clean)) : wrong(`"${text.trim()}" is not a whole number of zero or more`)
}

export function wholeColumn<K extends ItemKind>(
  options: Options<K> & { field: FieldOf<K, number | null>; blank?: number },
) {
  const { blank = null, ...column } = options
  return fieldColumn<K>({ width: 88, ...column }, { kind: 'number', parse: readWhole, format: String }, blank)
}

export function effortColumn<K extends ItemKind>(
  options: Options<K> & { field: FieldOf<K, number | null>; blank?: number },
) {
  const { blank = null, ...column } = options
  return fieldColumn<K>({ width: 80, ...column }, { kind: 'effort' }, blank)
}

export function dateColumn<K extends ItemKind>(options: Options<K> & { field: FieldOf<K, string | null> }) {
  return fieldColumn<K>({ width: 112, ...options }, { kind: 'date' })
}

/** A column for each fiscal year of a record by year; a year with nothing entered is left out: it is not known. */
export function yearColumns<K extends ItemKind>(
  field: FieldOf<K, Record<string, number>>,
  years: readonly number[],
  holds: 'money' | 'rate',
): ItemColumn<K>[] {
  return years.map((year) => ({
    key: `${field}.${year}`,
    header: `${formatFiscalYear(year)} (${holds === 'money' ? '$' : '%'})`,
    width: 112,
    ...(holds === 'money' ? money : hundredths),
    value: ({ content }) => (fieldOf(content, field) as ByYear)[String(year)] ?? null,
    editable: true,
    set: (content, value) => {
      const { [String(year)]: _, ...others } = fieldOf(content, field) as ByYear
      return withField<K>(content, field, value === null ? others : { ...others, [String(year)]: Number(value) })
    },
  }))
}

/** What the item comes to in the first fiscal year, worked out by the model. */
export function costColumn<K extends ItemKind>(year: number): ItemColumn<K> {
  return {
    key: 'cost',
    header: `Cost ${formatFiscalYear(year)}`,
    kind: 'number',
    width: 120,
    value: ({ cost }) => cost ?? null,
    format: (value) => formatMoney(Number(value)),
  }
}

const standings = { base: 'As in the base', differs: 'Differs', own: 'Only here' }

/** Beside the rows of a scenario: whether they are as in the base. */
export function standingColumn<K extends ItemKind>(): ItemColumn<K> {
  return {
    key: 'standing',
    header: 'Scenario',
    kind: 'choice',
    width: 116,
    value: ({ standing }) => standing,
    choices: Object.entries(standings).map(([id, label]) => ({ id, label })),
    tone: ({ standing }) => (standing === 'base' ? 'neutral' : 'info'),
  }
}
