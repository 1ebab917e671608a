import {
  assumptionWords,
  budgetValueInWords,
  type FieldWords,
  itemKindLabels,
  itemWords,
  settingWords,
} from '#shared/budget/budgetWords.ts'
import type { ItemKind } from '#shared/budget/itemSchemas.ts'

interface ChangeInWords {
  field: string
  before: string | null
  after: string | null
}
type Image = Readonly<Record<string, string | number | null>> | null
type NameOf = (id: string) => string | undefined

/** What became of the fields that a row of the budget holds as JSON: one of its parts, or the budget itself. */
export function budgetRowInWords(table: string, before: Image, after: Image, nameOf: NameOf): ChangeInWords[] {
  if (table === 'budget_difference') return differenceInWords(before, after, nameOf)
  if (table !== 'budget_item')
    return [
      ...fieldsInWords(settingWords, before?.settings, after?.settings, nameOf),
      ...fieldsInWords(assumptionWords, before?.assumptions, after?.assumptions, nameOf),
    ]
  const image = after ?? before
  const kind = image?.kind as ItemKind
  const what = titleOf(kind, read(image?.content), nameOf)
  return fieldsInWords(itemWords[kind], before?.content, after?.content, nameOf).map((change) => ({
    ...change,
    field: `${what}: ${change.field.toLowerCase()}`,
  }))
}

function differenceInWords(before: Image, after: Image, nameOf: NameOf): ChangeInWords[] {
  const { item_key: key, field } = (after ?? before)!
  const what = nameOf(String(key)) ?? (key === '' ? 'Assumptions' : 'A part since removed')
  // Positions and assumptions both have raises, a pay of a coach and assumptions both a pay plan.
  const named = key === '' ? [assumptionWords] : Object.values(itemWords)
  const words = named.flatMap((fields) => (fields as Record<string, FieldWords>)[String(field)] ?? [])[0]
  const value = (image: Image) => {
    if (image?.value === undefined || image.value === null) return null
    const stored: unknown = JSON.parse(String(image.value))
    return words ? budgetValueInWords(words, stored, nameOf) : stored === true ? 'Left out' : String(stored)
  }
  return [
    {
      field: `${what}: ${words ? words.label.toLowerCase() : 'in the scenario'}`,
      before: value(before),
      after: value(after),
    },
  ]
}

/** "Program director", "Handbooks": what a part of a budget goes by; its kind where it has no name. */
export function nameOfItem(kind: ItemKind, content: Readonly<Record<string, unknown>>): string {
  const named = ['name', 'item', 'title', 'holder'].find((field) => content[field])
  return named ? String(content[named]) : itemKindLabels[kind]
}

/** "Position Program director", "Line Handbooks". */
function titleOf(kind: ItemKind, content: Readonly<Record<string, unknown>>, nameOf: NameOf): string {
  const words = itemWords[kind] as Record<string, FieldWords>
  const named = ['name', 'item', 'title', 'holder', 'role', 'appointmentId', 'fromOn'].find((field) => content[field])
  const said = named && budgetValueInWords(words[named]!, content[named], nameOf)
  return said ? `${itemKindLabels[kind]} ${said}` : itemKindLabels[kind]
}

function fieldsInWords(words: object, before: unknown, after: unknown, nameOf: NameOf): ChangeInWords[] {
  const [from, to] = [read(before), read(after)]
  return Object.entries(words as Record<string, FieldWords>).flatMap(([field, about]) => {
    const [was, is] = [budgetValueInWords(about, from[field], nameOf), budgetValueInWords(about, to[field], nameOf)]
    return was === is ? [] : [{ field: about.label, before: was, after: is }]
  })
}

const read = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'string' ? (JSON.parse(json) as Record<string, unknown>) : {}
