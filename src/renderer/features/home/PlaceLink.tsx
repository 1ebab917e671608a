import { Link } from '@tanstack/react-router'
import type { Place } from '#shared/program/calendarSchema.ts'
import type { Question } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Program } from '#shared/program/schema.ts'

interface Props {
  program: Program
  place: Place
  /** The question that decides it, where there is one. */
  question: Question | null
  /** What the link is for, for those who hear it without its row. */
  about: string
}

/** Where a task is done; where that is not in the app, the question that decides it. */
export function PlaceLink({ program, place, question, about }: Props) {
  const params = { programId: program.id }
  const words = (text: string) => (
    <>
      {text}
      <span className="cd-visually-hidden">{`: ${about}`}</span>
    </>
  )
  if (place === 'people' || place === 'pairing')
    return (
      <Link to="/programs/$programId/learners" params={params}>
        {words('Open learners')}
      </Link>
    )
  if (place === 'data')
    return (
      <Link to="/data" search={{ tab: 'backups' }}>
        {words('Open backups')}
      </Link>
    )
  if (question !== null)
    return (
      <Link to="/programs/$programId/design/$question" params={{ ...params, question }}>
        {words(`Question ${questionTexts[question].number}`)}
      </Link>
    )
  if (place === 'design')
    return (
      <Link to="/programs/$programId/design" params={params}>
        {words('Open design')}
      </Link>
    )
  return null
}
