import * as z from 'zod'
import { type Answer, answerSchemas, type Question } from '#shared/program/design/design.ts'
import { isInUntouched, withoutUntouched } from './newItem.ts'
import { isSame, type Prepared } from '#renderer/app/useAutosave.ts'

/** What is wrong with an answer, by path; nothing is wrong with an item that was only just added. */
export function errorsIn(question: Question, answer: Answer): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { path, message } of z.safeParse(answerSchemas[question], answer).error?.issues ?? []) {
    const place = path.join('.')
    if (!isInUntouched(answer, path) && !found.has(place)) found.set(place, message)
  }
  return found
}

/** What of an answer without errors can be stored: all but the items that nothing was entered in. */
export function prepared<Q extends Question>(question: Q, answer: Answer<Q>): Prepared<Answer<Q>> {
  const begun = withoutUntouched(answer)
  return { value: z.parse(answerSchemas[question], begun) as Answer<Q>, isWhole: isSame(begun, answer) }
}
