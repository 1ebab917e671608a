import { useId } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { ImportRow } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { compare } from './evidence.ts'
import { type Answer, holdsBack, type Question } from './questions.ts'
import { peopleWords } from './peopleWords.ts'

export interface Side {
  /** "Row 14", "In the program". */
  title: string
  person: ImportRow['person']
}

interface QuestionCardProps {
  question: Question
  kind: PeopleKind
  sides: readonly [Side, Side]
  /** Whose name and e-mail the row has, and whose ID, where these are two people. */
  others: readonly [byName: string, byId: string] | null
  answer: Answer | null
  onAnswer: (answer: Answer | null) => void
}

/** One question: why it is asked, what both sides say, and what can be answered. */
export function QuestionCard({ question, kind, sides, others, answer, onAnswer }: QuestionCardProps) {
  const titleId = useId()
  const [left, right] = sides
  const title = question.kind === 'twice' ? `${left.title} and ${lower(right.title)}` : left.title
  return (
    <section className="cd-import-question" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {answer !== null ? (
          <StatusDot tone="done">Decided</StatusDot>
        ) : holdsBack(question) ? (
          <StatusDot tone="needs">Waits for you</StatusDot>
        ) : null}
        {answer !== null && (
          <Button kind="quiet" onPress={() => onAnswer(null)}>
            Take back
          </Button>
        )}
      </header>
      <p>{reasonOf(question, answer)}</p>
      <div className="cd-import-sides">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="cd-visually-hidden">Field</span>
              </th>
              <th scope="col">{left.title}</th>
              <th scope="col">{right.title}</th>
            </tr>
          </thead>
          <tbody>
            {compare(kind, left.person, right.person).map(({ field, label, differs, ...said }) => (
              <tr key={field} data-differs={differs || undefined}>
                <th scope="row">
                  {label}
                  {differs && <span className="cd-visually-hidden"> (differs)</span>}
                </th>
                <td>{said.left}</td>
                <td>{said.right}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <RadioGroup<Answer>
          label="Take them as"
          value={answer}
          onChange={onAnswer}
          choices={choicesOf(question, left, right, others, kind)}
        />
      </div>
    </section>
  )
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function reasonOf(question: Question, answer: Answer | null): string {
  if (question.kind === 'known') return question.reason
  const { reason, score, unsaid } = question
  const sure = unsaid === 'two' ? ` (${Math.round(score * 100)} % alike)` : ''
  if (answer !== null) return `${reason}${sure}.`
  const now = {
    waits: 'They contradict each other: the second is not imported until this is decided.',
    one: 'They are taken as one person.',
    two: 'They are taken for two people.',
  }
  return `${reason}${sure}. ${now[unsaid]}`
}

function choicesOf(
  question: Question,
  left: Side,
  right: Side,
  others: QuestionCardProps['others'],
  kind: PeopleKind,
): Choice<Answer>[] {
  const { one } = peopleWords[kind]
  if (question.kind === 'known')
    return [
      ...(others
        ? ([
            { id: 'other', label: others[0], description: 'Whose name and e-mail these are; the ID is left out' },
            { id: 'person', label: others[1], description: 'Whose ID it is; the row changes the name too' },
          ] as const)
        : ([{ id: 'person', label: 'This person', description: 'The row changes what is stored' }] as const)),
      { id: 'new', label: `A new ${one}`, description: 'They are two people' },
      { id: 'out', label: 'Leave the row out' },
    ]
  return [
    { id: 'first', label: `One person, as ${lower(left.title)} says`, description: `${right.title} is left out` },
    { id: 'second', label: `One person, as ${lower(right.title)} says`, description: `${left.title} is left out` },
    { id: 'two', label: 'Two people', description: 'Both are imported' },
  ]
}
