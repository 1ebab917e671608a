import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { CoachFeedback, Coaches } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { CoachProcess } from './CoachProcess.tsx'
import { figure } from './evaluationWords.ts'
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
            <>
              <WithoutMean programId={programId} found={found} />
              <CoachTable coaches={found.coaches} />
              <Caveats coaches={found.coaches} />
            </>
          ) : (
            <p className="cd-quiet">
              {found.counts
                ? 'This audience sees the counts, not the coaches.'
                : 'This audience sees no figures of coaches.'}
            </p>
          )}
          <CoachProcess found={found} />
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
      {counts && (
        <p>
          {`${formatAcademicYear(year)}: ${[
            count(counts.coaches, 'coach', 'coaches'),
            `${counts.withFeedback} with feedback`,
            ...(counts.observed === null ? [] : [`${counts.observed} observed`]),
            ...(counts.selfAssessed === null ? [] : [`${counts.selfAssessed} assessed themselves`]),
          ].join(', ')}.${mean}`}
        </p>
      )}
      <p className="cd-quiet">
        {minimum === 0
          ? 'By name, never by rating. Learners were not asked about their coaches yet.'
          : `By name, never by rating. A mean is shown from ${minimum} learners on: of the year, else pooled over years.`}
      </p>
    </div>
  )
}

/** Why so many coaches have no mean, and what would give them one. */
function WithoutMean({ programId, found: { coaches, minimum } }: { programId: Id; found: Coaches }) {
  const held = coaches.filter(({ feedback }) => feedback.hidden !== null)
  if (held.length === 0) return null
  const few = held.filter(({ feedback }) => feedback.hidden === 'small').length
  const reasons = [
    few > 0 && `${few} with ratings of fewer than ${minimum} learners`,
    held.length > few && `${held.length - few} whose mean would give a smaller group away`,
  ].filter((reason) => reason !== false)
  return (
    <p>
      {`${count(held.length, 'coach', 'coaches')} of ${coaches.length} show no mean: ${reasons.join(', ')}. Ratings add up over the years, so another wave may show more. The minimum is set in `}
      <Link
        to="/programs/$programId/design/$question"
        params={{ programId, question: 'assessment' }}
        search={{ field: 'choices.minimumRatings' }}
      >
        question 8 of the design
      </Link>
      .
    </p>
  )
}

/** Said once for all means. */
function Caveats({ coaches }: Pick<Coaches, 'coaches'>) {
  const caveats = new Set(coaches.flatMap(({ feedback }) => (feedback.mean === null ? [] : feedback.statement.caveat)))
  if (caveats.size === 0) return null
  return (
    <p className="cd-caveat">
      <b>What this does not show.</b> {[...caveats].join(' ')}
    </p>
  )
}

function CoachTable({ coaches }: Pick<Coaches, 'coaches'>) {
  return (
    <table className="cd-table cd-evaluation-table">
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
            Observer forms
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
            <td>
              {coach.selfAssessed === null ? (
                <Hidden reason="audience" />
              ) : coach.selfAssessed ? (
                'Yes'
              ) : (
                <span className="cd-quiet">No</span>
              )}
            </td>
            <td data-number>{coach.observations ?? <Hidden reason="audience" />}</td>
            <td>
              <Feedback feedback={coach.feedback} />
            </td>
            <td className={coach.feedback.mean === null ? 'cd-quiet' : undefined}>
              {coach.feedback.statement.sentence}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
