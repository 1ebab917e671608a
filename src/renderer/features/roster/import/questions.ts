import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { decideRows, type Reading } from './reading.ts'

/** Something only the user can tell: whether two rows are one person, or a row somebody who is here already. */
export type Question = TwiceQuestion | KnownQuestion

interface TwiceQuestion {
  kind: 'twice'
  id: string
  /** The rows by place, the earlier first. */
  rows: [earlier: string, later: string]
  reason: string
  /** How alike, from 0 to 1. */
  score: number
  /** What happens unless something is said. */
  unsaid: 'waits' | 'one' | 'two'
}

interface KnownQuestion {
  kind: 'known'
  id: string
  row: string
  personId: string
  /** Whose name and e-mail the row has, where its id is that of the person. */
  otherId: string | null
  reason: string
  /** The row is not imported until this is answered; else it is taken for somebody new. */
  waits: boolean
}

/** What the preview asks, those that hold a row back first. */
export function questionsOf({ duplicates, problems, rows }: ImportPreview): Question[] {
  const actions = new Map(rows.map((row) => [placeOfRow(row), row.action]))
  const twice = duplicates.flatMap(({ sheets, rows: numbers, certain, reason, score }): TwiceQuestion[] => {
    const [earlier, later] = numbers.map((row, index) => placeOfRow({ sheet: sheets[index] ?? '', row }))
    if (earlier === undefined || later === undefined) return []
    const waits = actions.get(later) === 'needsYou'
    const unsaid = waits ? 'waits' : certain ? 'one' : 'two'
    return [{ kind: 'twice', id: `${earlier} ${later}`, rows: [earlier, later], reason, score, unsaid }]
  })
  const known = problems.flatMap(({ code, personId, otherPersonId, message, ...place }): KnownQuestion[] => {
    if (personId === undefined || (code !== 'possibleMatch' && code !== 'sameName')) return []
    const row = placeOfRow(place)
    return [
      {
        kind: 'known',
        id: `${row} ${personId}`,
        row,
        personId,
        otherId: otherPersonId ?? null,
        reason: message,
        waits: actions.get(row) === 'needsYou',
      },
    ]
  })
  const isMerged = (question: TwiceQuestion): boolean => question.unsaid === 'one'
  return [
    ...twice.filter(holdsBack),
    ...known.filter(holdsBack),
    ...known.filter((question) => !holdsBack(question)),
    ...twice.filter((question) => !holdsBack(question) && !isMerged(question)),
    ...twice.filter(isMerged),
  ]
}

/** An answered question is asked no more; it stays in its place, so that the answer can be changed. */
export function keepAnswered(
  asked: readonly Question[],
  now: readonly Question[],
  rows: Reading['rows'] = {},
): Question[] {
  const open = new Map(now.map((question) => [question.id, question]))
  const kept = asked.flatMap((question) => open.get(question.id) ?? (answerOf(question, rows) ? question : []))
  const ids = new Set(kept.map(({ id }) => id))
  return [...kept, ...now.filter(({ id }) => !ids.has(id))]
}

export type Answer = 'first' | 'second' | 'two' | 'new' | 'person' | 'other' | 'out'

/** What was answered; null where nothing was. */
export function answerOf(question: Question, rows: NonNullable<Reading['rows']>): Answer | null {
  if (question.kind === 'known') {
    const decision = rows[question.row]
    if (decision === undefined) return null
    if (decision === 'skip') return 'out'
    if (decision === 'create') return 'new'
    return decision === question.otherId ? 'other' : 'person'
  }
  const [earlier, later] = question.rows
  if (rows[earlier] === 'skip') return 'second'
  if (rows[later] === undefined) return null
  return rows[later] === 'skip' ? 'first' : 'two'
}

/** The decisions with a question answered, or with its answer taken back. */
export function answered(
  question: Question,
  answer: Answer | null,
  rows: NonNullable<Reading['rows']>,
): NonNullable<Reading['rows']> {
  if (question.kind === 'known') {
    const decisions: Partial<Record<Answer, string | null>> = {
      out: 'skip',
      new: 'create',
      person: question.personId,
      other: question.otherId,
    }
    return decideRows(rows, [question.row], (answer && decisions[answer]) ?? null)
  }
  const [earlier, later] = question.rows
  const open = decideRows(rows, question.rows, null)
  if (answer === 'second') return decideRows(open, [earlier], 'skip')
  if (answer === 'first') return decideRows(open, [later], 'skip')
  return answer === 'two' ? decideRows(open, [later], 'create') : open
}

/** Whether nothing is imported of a row until this is answered. */
export const holdsBack = (question: Question): boolean =>
  question.kind === 'known' ? question.waits : question.unsaid === 'waits'
