import * as z from 'zod'
import { assertNever } from '#shared/kernel/assertNever.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { parseDate } from '#shared/kernel/plainDate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

export const customFieldKinds = ['text', 'number', 'date', 'choice', 'yesNo'] as const
export type CustomFieldKind = (typeof customFieldKinds)[number]

export const customFieldKindLabels: Record<CustomFieldKind, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  yesNo: 'Yes or no',
}

const fieldShape = {
  name: z.string().trim().min(1, 'Enter a name.').max(60, 'Keep it under 60 characters.'),
  kind: z.enum(customFieldKinds),
  choices: z.array(z.string().trim().min(1).max(80)).max(60).describe('for a choice; empty for the other kinds'),
}

export const customFieldSchema = z.object({ id: idSchema, appliesTo: z.enum(['learners', 'coaches']), ...fieldShape })

const hasChoices = ({ kind, choices }: { kind: CustomFieldKind; choices: string[] }): boolean =>
  (kind === 'choice') === choices.length > 0

/** What the user fills in for a field; one without an id is new. */
export const customFieldDraftSchema = z
  .object({ id: idSchema.optional(), ...fieldShape, choices: fieldShape.choices.default([]) })
  .refine(hasChoices, { message: 'Enter the texts to choose from.', path: ['choices'] })

export type CustomField = z.infer<typeof customFieldSchema>
export type CustomFieldDraft = z.infer<typeof customFieldDraftSchema>

/** The longest value, in characters. */
const longest = 500

/**
 * A value as it is stored, from what was typed or pasted: dates ISO, numbers without separators, `yes` or `no`, a choice as
 * the field spells it. Empty text stays empty. Null where it is no value of the field.
 */
export function readCustomValue(field: Pick<CustomField, 'kind' | 'choices'>, typed: string): string | null {
  const text = tidyText(typed)
  if (text === '') return ''
  const folded = foldText(text)
  switch (field.kind) {
    case 'text':
      return text.length <= longest ? text : null
    case 'number':
      return readNumber(text)
    case 'date':
      return parseDate(text)
    case 'choice':
      return field.choices.find((choice) => foldText(choice) === folded) ?? null
    case 'yesNo':
      return yesNo.get(folded) ?? null
    default:
      return assertNever(field.kind)
  }
}

const yesNo = new Map([
  ...['yes', 'y', 'true', '1', 'x'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, 'no'] as const),
])

// Groups of three from the first digit on: "0,125" is an eighth to some and 125 to others, so it is no number.
const numberText = /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?$/

/** "1,200.50", ".5" and "-3": a plain decimal number of at most 15 digits, which is what a spreadsheet keeps. */
function readNumber(text: string): string | null {
  const plain = text.replaceAll(',', '')
  const digits = plain.replace(/\D/g, '').length
  if (!numberText.test(text) || digits === 0 || digits > 15) return null
  const stored = String(Number(plain))
  return stored.includes('e') ? null : stored
}

/** Says what a field takes, for the refusal of something else: "a date such as Jul 1, 2026". */
export function customValueHint({ kind, choices }: Pick<CustomField, 'kind' | 'choices'>): string {
  const hints: Record<CustomFieldKind, string> = {
    text: `text of up to ${longest} characters`,
    number: 'a number',
    date: 'a date such as Jul 1, 2026',
    choice: `one of ${choices.join(', ')}`,
    yesNo: 'yes or no',
  }
  return hints[kind]
}
