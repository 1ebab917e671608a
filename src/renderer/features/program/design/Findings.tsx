import './findings.css'
import { Link } from '@tanstack/react-router'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { Finding } from '#shared/program/design/readinessSchema.ts'
import { questionTexts } from '#shared/program/design/questions.ts'

interface Props {
  programId: string
  findings: readonly Finding[]
  /** Says of which question each is. */
  hasQuestion?: boolean
}

/** What contradicts what, or is missing where it will be needed; each leads to the field that settles it. */
export function Findings({ programId, findings, hasQuestion = false }: Props) {
  if (findings.length === 0) return null
  return (
    <ul className="cd-findings" {...(!hasQuestion && { 'aria-label': 'To look at' })}>
      {findings.map(({ id, severity, question, field, message, fix }) => (
        <li key={id} data-severity={severity}>
          <StatusDot tone={severity === 'wrong' ? 'wrong' : 'needs'}>{message}</StatusDot>
          <p>
            <Link
              to="/programs/$programId/design/$question"
              params={{ programId, question }}
              search={{ field: `choices.${field}` }}
            >
              {fix}
            </Link>
            {hasQuestion && (
              <span className="cd-quiet">{` ${questionTexts[question].number} ${questionTexts[question].title}`}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
