import { type AnswerTo, type Design, type Question, questions } from '#shared/program/design/design.ts'
import { answerInWords, type FieldInWords } from '#shared/program/design/designWords.ts'
import type { DesignChange } from '#shared/program/design/version.ts'

/** What changed from one design to another, question by question, in words. */
export function compareDesigns(from: Design, to: Design): DesignChange[] {
  return questions.flatMap((question) => compareAnswers(answerTo(from, question), answerTo(to, question)))
}

/** What changed from one answer to another of the same question: fields that differ, and items of lists one by one. */
export function compareAnswers(from: AnswerTo, to: AnswerTo): DesignChange[] {
  const before = new Map(answerInWords(from).map((field) => [field.field, field]))
  return answerInWords(to).flatMap((after) => {
    const old = before.get(after.field)!
    return (after.items ? changedItems(old, after) : changedWords(old, after)).map((change) => ({
      question: to.question,
      field: after.field,
      ...change,
    }))
  })
}

type Change = Omit<DesignChange, 'question' | 'field'>

function changedWords(before: FieldInWords, after: FieldInWords): Change[] {
  if (before.words === after.words) return []
  const kind = before.words === '' ? 'added' : after.words === '' ? 'removed' : 'changed'
  return [{ label: after.label, kind, before: before.words, after: after.words }]
}

function changedItems(before: FieldInWords, after: FieldInWords): Change[] {
  const [old, now] = [before.items ?? [], after.items ?? []]
  const write = ({ name, words }: { name: string; words: string }): string =>
    words === '' ? name : `${name}: ${words}`
  const gone = old
    .filter(({ id }) => !now.some((item) => item.id === id))
    .map((item): Change => ({ label: after.label, kind: 'removed', before: write(item), after: '' }))
  const rest = now.flatMap((item): Change[] => {
    const was = old.find(({ id }) => id === item.id)
    if (!was) return [{ label: after.label, kind: 'added', before: '', after: write(item) }]
    if (write(was) === write(item)) return []
    return [{ label: `${after.label}: ${item.name}`, kind: 'changed', before: write(was), after: write(item) }]
  })
  return [...gone, ...rest]
}

/** The answer of a design to a question. */
export function answerTo(design: Design, question: Question): AnswerTo {
  // The pair is right by construction; TypeScript does not follow a key into a union.
  return { question, answer: design[question] } as AnswerTo
}
