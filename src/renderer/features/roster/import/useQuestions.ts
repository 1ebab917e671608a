import { useState } from 'react'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { keepAnswered, type Question, questionsOf } from './questions.ts'
import type { Reading } from './reading.ts'

/** What the preview asks, with the questions that were answered since it was first shown. */
export function useQuestions(preview: ImportPreview, reading: Reading): readonly Question[] {
  const [asked, setAsked] = useState<{ of: ImportPreview; questions: Question[] }>(() => ({
    of: preview,
    questions: questionsOf(preview),
  }))
  if (asked.of === preview) return asked.questions
  const questions = keepAnswered(asked.questions, questionsOf(preview), reading.rows)
  setAsked({ of: preview, questions })
  return questions
}
