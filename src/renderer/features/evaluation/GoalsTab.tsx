import { Link } from '@tanstack/react-router'
import { Target } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { StatusDot, type Tone } from '#renderer/ui/StatusDot.tsx'
import type { GoalResult } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { figure } from './evaluationWords.ts'
import { Hidden } from './Hidden.tsx'
import { Part } from './Part.tsx'
import { Reading } from './Reading.tsx'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

const statuses: Record<GoalResult['status'], { label: string; tone: Tone }> = {
  met: { label: 'Met', tone: 'done' },
  notMet: { label: 'Not met', tone: 'wrong' },
  noData: { label: 'Not enough data', tone: 'neutral' },
  noMeasure: { label: 'No measure', tone: 'needs' },
}

/** Each goal of question 1 at the end of a year: where it began, where it is to go, where it stands, and why. */
export function GoalsTab({ programId, year }: { programId: Id; year: number }) {
  const { audience } = useEvaluationSearch()
  const goals = useRead('evaluation.goals', { programId, audience, year })
  return (
    <Reading of={goals} label="Goals">
      {({ goals: all }) =>
        all.length === 0 ? (
          <EmptyState icon={Target} title="No goals yet">
            Goals are set in <GoalsQuestion programId={programId} />, each with a measure, a target and the instrument
            it is read from.
          </EmptyState>
        ) : (
          <Part label="Goals">
            <GoalTable goals={all} />
            <p className="cd-quiet">
              {`The latest figure until the end of ${formatAcademicYear(year)} is compared with the target. That it is met does not show that coaching is the reason. Goals are set in `}
              <GoalsQuestion programId={programId} />.
            </p>
          </Part>
        )
      }
    </Reading>
  )
}

function GoalsQuestion({ programId }: { programId: Id }) {
  return (
    <Link to="/programs/$programId/design/$question" params={{ programId, question: 'goals' }}>
      question 1 of the design
    </Link>
  )
}

function GoalTable({ goals }: { goals: readonly GoalResult[] }) {
  return (
    <table className="cd-table cd-evaluation-table cd-goals">
      <caption className="cd-visually-hidden">Goals with their figures</caption>
      <thead>
        <tr>
          <th scope="col">Goal</th>
          <th scope="col">Status</th>
          <th scope="col" data-number>
            Baseline
          </th>
          <th scope="col" data-number>
            Target
          </th>
          <th scope="col" data-number>
            Actual
          </th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {goals.map((goal) => (
          <tr key={goal.goalId}>
            <th scope="row">
              {goal.statement}
              <small>{goal.measure}</small>
              <small>
                {[goal.unit && `In ${goal.unit}`, goal.due && `due ${formatDate(goal.due)}`].filter(Boolean).join(', ')}
              </small>
            </th>
            <td data-name>
              <StatusDot tone={statuses[goal.status].tone}>{statuses[goal.status].label}</StatusDot>
            </td>
            <td data-number>{orUnknown(goal.baseline)}</td>
            <td data-number>{orUnknown(goal.target)}</td>
            <td data-number>{orUnknown(goal.actual)}</td>
            <td>
              {goal.evidence}
              {goal.points.length > 1 && (
                <ul className="cd-goal-points">
                  {goal.points.map(({ name, on, value, hidden }) => (
                    <li key={name + on}>
                      {`${name}: `}
                      {hidden ? <Hidden reason={hidden} /> : orUnknown(value)}
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const orUnknown = (value: number | null) =>
  value === null ? <span className="cd-quiet">none</span> : Number.isInteger(value) ? String(value) : figure(value)
