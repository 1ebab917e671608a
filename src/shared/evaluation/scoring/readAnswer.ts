import type { InstrumentItem, Scale } from '#shared/evaluation/instrumentSchema.ts'
import type { LeftOut } from '#shared/evaluation/responsesSchema.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** A cell of a survey export understood, with the reason to show; or why it was left out. */
export type ReadAnswer =
  | { value: number | string | null; reason: string }
  | { value: null; leftOut: LeftOut['why']; reason: string }

const yes = new Set(['yes', 'y', 'true', 'checked'])
const no = new Set(['no', 'n', 'false', 'unchecked'])
// "5 - Strongly agree", "(5) Strongly agree", "Strongly agree (5)"
const numberFirst = /^\(?(-?\d+(?:\.\d+)?)\)?\s*[-–:.=)]?\s+\D/
const numberLast = /\((-?\d+(?:\.\d+)?)\)$/

/**
 * Reads a cell as the answer to an item. `chosen` is what the administrator said its texts stand for; after it come the
 * labels of the scale, figures, and figures beside labels. Nothing is guessed from a text that the scale does not know.
 */
export function readAnswer(
  item: InstrumentItem,
  cell: string,
  chosen: Readonly<Record<string, string>> = {},
): ReadAnswer {
  const text = tidyText(cell)
  if (text === '') return { value: null, reason: 'Not answered' }
  if (item.kind === 'text') return { value: text, reason: 'As written' }
  const said = [text, cell].flatMap((key) => (Object.hasOwn(chosen, key) ? chosen[key]! : []))[0]
  if (said !== undefined)
    return said.trim() === '' ? { value: null, reason: 'Left out by you' } : figure(item, said, 'Chosen by you')
  const folded = foldText(text)
  const label = item.scale?.labels.find((one) => foldText(one.label) === folded)
  if (label) return { value: label.value, reason: `The scale’s ${label.value}` }
  if (item.kind === 'yesNo' && (yes.has(folded) || no.has(folded)))
    return { value: Number(yes.has(folded)), reason: yes.has(folded) ? 'Yes is 1' : 'No is 0' }
  const beside = numberFirst.exec(text) ?? numberLast.exec(text)
  return beside ? figure(item, beside[1]!, 'The figure beside the text') : figure(item, text, 'As given')
}

function figure({ kind, scale }: InstrumentItem, text: string, reason: string): ReadAnswer {
  const clean = text.trim()
  const value = /^-?\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : Number.NaN
  if (Number.isNaN(value))
    return { value: null, leftOut: 'unmapped', reason: `“${clean}” is no label of the scale and no figure` }
  if (!scale) return { value, reason }
  if (value < scale.min || value > scale.max)
    return {
      value: null,
      leftOut: 'outOfRange',
      reason: `${value} is not on the scale from ${scale.min} to ${scale.max}`,
    }
  if (!isStep(kind, scale, value))
    return { value: null, leftOut: 'outOfRange', reason: `${value} is none of the steps of the scale` }
  return { value, reason }
}

/** Labels of more than the two ends name every step, such as 0, 25, 50, 75, 100; otherwise steps are whole numbers. */
function isStep(kind: InstrumentItem['kind'], { labels }: Scale, value: number): boolean {
  if (kind === 'number') return true
  return labels.length > 2 ? labels.some((label) => label.value === value) : Number.isInteger(value)
}
