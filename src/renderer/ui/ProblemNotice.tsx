import './ProblemNotice.css'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '#shared/kernel/problem.ts'

// A long list is a file to correct, not something to read on screen.
const shownDetails = 20

export interface ProblemNoticeProps {
  problem: Problem
  /** What can be done about it, as Buttons. */
  actions?: ReactNode
}

/** Says what could not be done, to what, and what to do; names the places, and where a fault is in the log. */
export function ProblemNotice({ problem, actions }: ProblemNoticeProps) {
  const details = problem.details ?? []
  return (
    <div className="cd-problem" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className="cd-problem-body">
        <p>{problem.message}</p>
        {details.length > 0 && (
          <ul>
            {details.slice(0, shownDetails).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <b>{path}</b> {message}
              </li>
            ))}
            {details.length > shownDetails && <li>and {details.length - shownDetails} more</li>}
          </ul>
        )}
        <p className="cd-problem-code">
          {problem.code.replaceAll('_', ' ')}
          {problem.reference && ` · log reference ${problem.reference}`}
        </p>
        {actions && <div className="cd-problem-actions">{actions}</div>}
      </div>
    </div>
  )
}
