import { compareAnswers } from '#shared/program/design/compare.ts'
import { answerToSchema, blankDesign, questionSchema } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'

interface ChangeInWords {
  field: string
  before: string | null
  after: string | null
}

/** What became of an answer, from its stored JSON before and after; nothing stored counts as blank. */
export function answersInWords(name: string, before: unknown, after: unknown): ChangeInWords[] {
  const question = questionSchema.parse(name)
  const read = (json: unknown) =>
    answerToSchema.parse({
      question,
      answer: typeof json === 'string' ? (JSON.parse(json) as unknown) : blankDesign()[question],
    })
  return compareAnswers(read(before), read(after)).map((change) => ({
    field: `Question ${questionTexts[question].number}, ${change.label}`,
    before: change.before || null,
    after: change.after || null,
  }))
}
