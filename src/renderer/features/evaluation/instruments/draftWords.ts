import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { type ItemDraft, plainAnswers, type ResponseScaleDraft, type Side } from './draft.ts'

const plainLabels: Record<(typeof plainAnswers)[number], string> = {
  yesNo: 'Yes or no',
  number: 'Any number',
  choices: 'Several choices',
  text: 'In words',
}

export const sideChoices: readonly Choice<Side>[] = [
  { id: 'atLeast', label: 'That or more' },
  { id: 'atMost', label: 'That or less' },
]

/** "1 to 5, Strongly disagree to Strongly agree": how a response scale is told from others. */
export function scaleWords({ steps }: ResponseScaleDraft): string {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return 'No answers'
  const ends = `${first.value} to ${last.value}`
  return first.label && last.label ? `${ends}, ${first.label} to ${last.label}` : ends
}

/** How an item can be answered: on a response scale of the instrument, or in a plain way. */
export const answerChoices = (scales: readonly ResponseScaleDraft[]): Choice[] => [
  ...scales.map((scale) => ({ id: scale.id, label: scaleWords(scale) })),
  ...plainAnswers.map((id) => ({ id, label: plainLabels[id] })),
]

/** "3. I can speak openly", shortened by the screen where it is too long. */
export const itemLabel = ({ text, key }: ItemDraft, at: number): string =>
  `${at + 1}. ${text.trim() || key || 'not worded yet'}`
