import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import { choicesInWords, type FieldInWords } from '#shared/program/design/designWords.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'
import type { DesignVersion, StoredDesign } from '#shared/program/design/version.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'

/** The eight answers, without what the data file says about each. */
export function designOf(stored: StoredDesign): Design {
  return Object.fromEntries(Object.entries(stored).map(([question, { answer }]) => [question, answer])) as Design
}

/** "Draft of version 2", "Version 1, adopted Jul 1, 2026 by the curriculum committee" */
export function versionInWords({ number, state, adoptedOn, adoptedBy }: DesignVersion): string {
  if (state === 'draft') return `Draft of version ${number}`
  const since = [adoptedOn && `adopted ${formatDate(adoptedOn)}`, adoptedBy && `by ${adoptedBy}`]
    .filter(Boolean)
    .join(' ')
  const words = since === '' ? `Version ${number}` : `Version ${number}, ${since}`
  return state === 'superseded' ? `${words}, since replaced` : words
}

/** "6 of 8 questions answered, 3 open points, 1 contradiction" */
export function readinessInWords({ answered, questions, findings }: Readiness): string {
  const openPoints = questions.reduce((sum, question) => sum + question.openPoints, 0)
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length
  return [
    `${answered} of ${questions.length} questions answered`,
    openPoints > 0 && count(openPoints, 'open point'),
    wrong > 0 && count(wrong, 'contradiction'),
  ]
    .filter(Boolean)
    .join(', ')
}

type QuestionState = Readiness['questions'][number]

export function stateInWords({ state, missing }: QuestionState): { tone: Tone; words: string } {
  if (state === 'answered') return { tone: 'done', words: 'Answered' }
  if (state === 'open') return { tone: 'neutral', words: 'Not answered' }
  return { tone: 'needs', words: `${missing.length} to decide` }
}

// The row of a question has room for so much; the rest is on its page.
const gistFields = 4
const gistLength = 60

/** What was decided, in a line: "Mandatory · 1:8 · Expectation survey"; empty where nothing was. */
export function gistOf(design: Design, question: Question): string {
  const parts = choicesInWords(design, question).flatMap((field) =>
    field.needed && field.words !== '' ? [part(field)] : [],
  )
  const short = parts.filter((words) => words !== '' && words.length <= gistLength)
  return (short.length > 0 ? short : parts).slice(0, gistFields).join(' · ')
}

function part({ field, label, words, items }: FieldInWords): string {
  // Its cells say nothing one by one.
  if (field === 'sharing') return ''
  if (items) return items.length === 1 ? items[0]!.name : `${items.length} ${label.toLowerCase()}`
  if (words === 'Yes') return label
  return words === 'No' ? `${label}: no` : words
}
