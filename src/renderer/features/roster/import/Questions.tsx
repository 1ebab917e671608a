import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { QuestionCard, type Side } from './QuestionCard.tsx'
import { storedPerson } from './evidence.ts'
import { answered, answerOf, type Question } from './questions.ts'
import type { Reading } from './reading.ts'
import { useStored } from './useStored.ts'

interface QuestionsProps {
  questions: readonly Question[]
  preview: ImportPreview
  program: Program
  kind: PeopleKind
  reading: Reading
  onReading: (reading: Reading) => void
}

const shownAtOnce = 30

/** Rows that may be one person, and rows that may be somebody who is here: compared side by side, decided one by one. */
export function Questions({ questions, preview, program, kind, reading, onReading }: QuestionsProps) {
  const [shown, setShown] = useState(shownAtOnce)
  const stored = useStored(program.id, kind)
  const rows = new Map(preview.rows.map((row) => [placeOfRow(row), row]))
  const isOneSheet = new Set(preview.rows.map(({ sheet }) => sheet)).size < 2
  const decisions = reading.rows ?? {}

  const rowSide = (place: string): Side => {
    const number = place.slice(place.lastIndexOf('!') + 1)
    const title = isOneSheet ? `Row ${number}` : `Row ${number} of ${place.slice(0, place.lastIndexOf('!'))}`
    return { title, person: rows.get(place)?.person ?? {} }
  }
  const storedSide = (personId: string, title?: string): Side => {
    const person = stored.get(personId)
    return {
      title: title ?? (person ? displayName(person) : 'Somebody of another program'),
      person: person ? storedPerson(person, program) : {},
    }
  }
  const sidesOf = (question: Question): [Side, Side] => {
    if (question.kind === 'twice') return [rowSide(question.rows[0]), rowSide(question.rows[1])]
    return [rowSide(question.row), storedSide(question.otherId ?? question.personId, 'In the program')]
  }
  return (
    <div className="cd-import-questions">
      {questions.slice(0, shown).map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          kind={kind}
          sides={sidesOf(question)}
          others={
            question.kind === 'known' && question.otherId !== null
              ? [storedSide(question.otherId).title, storedSide(question.personId).title]
              : null
          }
          answer={answerOf(question, decisions)}
          onAnswer={(answer) => onReading({ ...reading, rows: answered(question, answer, decisions) })}
        />
      ))}
      {questions.length > shown && (
        <Button onPress={() => setShown(shown + shownAtOnce)}>
          Show {Math.min(shownAtOnce, questions.length - shown)} more of {questions.length.toLocaleString('en-US')}
        </Button>
      )}
    </div>
  )
}
