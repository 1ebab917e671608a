import { UserRound } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { CoachFeedback, Coaches } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { figure, hiddenWords } from './evaluationWords.ts'
import { Hidden } from './Hidden.tsx'
import { Part } from './Part.tsx'
import { Reading } from './Reading.tsx'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

/** What each coach is accountable for, by name: a mean only where enough learners answered, and no ranking. */
export function CoachesTab({ programId, year }: { programId: Id; year: number }) {
  const { audience, coach } = useEvaluationSearch()
  const isOpen = audience === 'coach' && coach === undefined
  const coaches = useRead(
    'evaluation.coaches',
    { programId, audience, year, ...(audience === 'coach' && coach !== undefined && { appointmentId: coach }) },
    { enabled: !isOpen },
  )
  if (isOpen)
    return (
      <EmptyState icon={UserRound} title="Which coach">
        A coach sees what is theirs only. Choose the coach above.
      </EmptyState>
    )
  return (
    <Reading of={coaches} label="Coaches">
      {(found) => (
        <Part label="Coaches">
          <Standing coaches={found} />
          {found.named ? (
            <CoachTable found={found} />
          ) : (
            <p className="cd-quiet">This audience sees the counts, not the coaches.</p>
          )}
        </Part>
      )}
    </Reading>
  )
}

function Standing({ coaches: { counts, program, year, minimum } }: { coaches: Coaches }) {
  const mean = program
    ? ` The mean of ${count(program.n, 'answer')} about all coaches is ${figure(program.mean)}${
        program.interval ? ` (95 % interval ${figure(program.interval.low)} to ${figure(program.interval.high)})` : ''
      }.`
    : ''
  return (
    <div className="cd-statement">
      <p>
        {`${formatAcademicYear(year)}: ${count(counts.coaches, 'coach', 'coaches')}, ${counts.withFeedback} with feedback, ${counts.observed} observed, ${counts.selfAssessed} assessed themselves.${mean}`}
      </p>
      <p className="cd-quiet">
        {`By name, never by rating. A mean is shown from ${minimum} learners on: of the year, else pooled over years; below that, only whether feedback came in (${counts.shown} of ${counts.coaches} shown).`}
      </p>
    </div>
  )
}

function CoachTable({ found: { coaches, year, minimum } }: { found: Coaches }) {
  return (
    <table className="cd-evaluation-table">
      <caption className="cd-visually-hidden">Coaches by name</caption>
      <thead>
        <tr>
          <th scope="col">Coach</th>
          <th scope="col" data-number>
            Learners
          </th>
          <th scope="col" data-number>
            Answered
          </th>
          <th scope="col">Self-assessed</th>
          <th scope="col" data-number>
            Observed
          </th>
          <th scope="col">Feedback</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        {coaches.map((coach) => (
          <tr key={coach.appointmentId}>
            <th scope="row" data-name>
              {coach.name}
            </th>
            <td data-number>{coach.learners}</td>
            <td data-number>
              {coach.received === null ? <Hidden reason="small" /> : `${coach.received} of ${coach.expected}`}
            </td>
            <td>{coach.selfAssessed ? 'Yes' : <span className="cd-quiet">No</span>}</td>
            <td data-number>{coach.observations}</td>
            <td>
              <Feedback feedback={coach.feedback} />
            </td>
            <td>
              <Said feedback={coach.feedback} year={year} minimum={minimum} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The sentence on a mean, or why the coach has none. */
function Said({ feedback, year, minimum }: { feedback: CoachFeedback; year: number; minimum: number }) {
  const hidden = feedback.trend.find((point) => point.year === year)?.hidden
  if (feedback.state === 'received' && hidden) return <span className="cd-quiet">{hiddenWords(hidden, minimum)}</span>
  return (
    <>
      {feedback.statement.sentence}
      {feedback.mean !== null && <small>{feedback.statement.caveat}</small>}
    </>
  )
}

function Feedback({ feedback: { state, mean, people, years } }: { feedback: CoachFeedback }) {
  if (mean === null)
    return state === 'notReceived' ? (
      <StatusDot tone="neutral">Not received</StatusDot>
    ) : (
      <StatusDot tone="info">Received</StatusDot>
    )
  return (
    <span data-figures>
      {figure(mean)}
      <small>{`${count(people ?? 0, 'learner')}${state === 'pooled' ? `, ${count(years.length, 'year')} pooled` : ''}`}</small>
    </span>
  )
}
