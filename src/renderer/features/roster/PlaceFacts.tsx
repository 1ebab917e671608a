import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { learnerPresence, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { isLearner } from './isLearner.ts'
import { loadWords, pairedDays, pairingsOf } from './pairing/pairingWords.ts'

interface PlaceFactsProps {
  row: Learner | Coach
  programId: string
  day: PlainDate
}

/** What is asked first about somebody: who their coach is, or how many learners they have; and what is planned. */
export function PlaceFacts({ row, programId, day }: PlaceFactsProps) {
  if (!isLearner(row)) return <p className="cd-place-facts">{loadWords(row)}</p>
  const { next } = row
  return (
    <div className="cd-place-facts">
      <CoachLine learner={row} programId={programId} day={day} />
      {next && (
        <p>
          {learnerPresence(row.status) === 'away' && learnerPresence(next.status) === 'present'
            ? `Expected back ${formatDate(next.fromOn)}`
            : `${learnerStatusFacts[next.status].label}${next.level && `, ${next.level}`} from ${formatDate(next.fromOn)}`}
        </p>
      )}
    </div>
  )
}

function CoachLine({ learner, programId, day }: { learner: Learner; programId: string; day: PlainDate }) {
  const person = useRead('roster.getPerson', { personId: learner.personId }).data
  if (learner.coachId === null) {
    const isDue = learnerPresence(learner.status) === 'present'
    return <p>{isDue ? <StatusDot tone="needs">Without a coach</StatusDot> : 'No coach'}</p>
  }
  if (!person) return <p>Coach: {learner.coachName}</p>
  const { now, toCome } = pairingsOf(learner.id, person.pairings, day)
  return [...now, ...toCome].map((pairing) => (
    <p key={pairing.id}>
      {pairing.fromOn > day ? 'Next coach: ' : 'Coach: '}
      <Link to="/programs/$programId/coaches" params={{ programId }} search={{ person: pairing.coachPersonId }}>
        {pairing.coachName}
      </Link>{' '}
      {pairedDays(pairing, day)}
    </p>
  ))
}
