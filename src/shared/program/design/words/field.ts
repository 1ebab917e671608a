import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'

/** How one choice is called and written, on screen, in the charter and in a comparison. */
export interface FieldWords<T> {
  readonly label: string
  /** Without it the question counts as not fully answered. */
  readonly needed?: true
  /** The value in words; empty where it is not decided. */
  readonly words: (value: T) => string
  /** Of a list: its items, so that each is compared by itself. */
  readonly items?: (value: T) => ItemWords[]
}

export interface ItemWords {
  readonly id: string
  readonly name: string
  readonly words: string
}

/** The words of every choice of a question, in the order they are asked. */
export type WordsOf<C> = { readonly [K in keyof C]-?: FieldWords<C[K]> }

export const plain = (value: string): string => value
export const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'Yes' : 'No')
export const day = (value: PlainDate | null): string => (value === null ? '' : formatDate(value))

/** Writes a number with its unit: "2 years", "1 year". */
export const counted =
  (one: string, many = `${one}s`) =>
  (value: number | null): string =>
    value === null ? '' : `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`

export const percent = (value: number | null): string => (value === null ? '' : `${value} %`)

export const oneOf =
  <K extends string>(labels: Record<K, string>) =>
  (value: K | null): string =>
    value === null ? '' : labels[value]

export const someOf =
  <K extends string>(labels: Record<K, string>) =>
  (values: readonly K[]): string =>
    values.map((value) => labels[value]).join(', ')

/** A list of things that have an id each. */
export function list<T extends { id: string }>(
  label: string,
  name: (item: T) => string,
  details: (item: T) => (string | false)[],
  needed?: 'needed',
): FieldWords<readonly T[]> {
  const items = (value: readonly T[]): ItemWords[] =>
    value.map((item) => ({ id: item.id, name: name(item), words: details(item).filter(Boolean).join('; ') }))
  return {
    label,
    ...(needed && { needed: true }),
    items,
    words: (value) =>
      items(value)
        .map((item) => (item.words === '' ? item.name : `${item.name} (${item.words})`))
        .join(', '),
  }
}
