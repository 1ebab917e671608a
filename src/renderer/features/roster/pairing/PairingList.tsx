import { Link } from '@tanstack/react-router'
import { CalendarX2, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach, Learner, Pairing } from '#shared/roster/schema.ts'
import { isLearner } from '../isLearner.ts'
import { EndPairingDialog } from './EndPairingDialog.tsx'
import { pairedDays, pairingsOf } from './pairingWords.ts'

interface PairingListProps {
  row: Learner | Coach
  programId: string
  /** The day that is looked at: what held then is now. */
  day: PlainDate
  isReadOnly: boolean
}

/** The coaches of a learner, or the learners of a coach: now, to come and earlier, with days and reasons. */
export function PairingList({ row, programId, day, isReadOnly }: PairingListProps) {
  const person = useRead('roster.getPerson', { personId: row.personId }).data
  const [ending, setEnding] = useState<Pairing | null>(null)
  if (!person) return <Skeleton label="Pairings" lines={4} />
  const { now, toCome, earlier } = pairingsOf(row.id, person.pairings, day)
  const others = isLearner(row) ? 'coach' : 'learners'
  const groups = [
    { title: 'Now', pairings: now, none: `No ${others} now.` },
    { title: 'To come', pairings: toCome, none: null },
    { title: 'Earlier', pairings: earlier, none: null },
  ]
  return (
    <div className="cd-roster-details">
      {groups.map(
        ({ title, pairings, none }) =>
          (pairings.length > 0 || none) && (
            <section key={title} aria-label={title}>
              <h3>
                {title}
                {pairings.length > 1 && <span className="cd-tab-count"> {pairings.length}</span>}
              </h3>
              {pairings.length === 0 && <p className="cd-quiet">{none}</p>}
              <ul className="cd-pairings">
                {pairings.map((pairing) => (
                  <PairingItem
                    key={pairing.id}
                    pairing={pairing}
                    ofLearner={isLearner(row)}
                    programId={programId}
                    day={day}
                    {...(!isReadOnly && { onEnd: () => setEnding(pairing), mayEnd: pairings !== earlier })}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {ending && <EndPairingDialog pairings={[ending]} today={day} onClose={() => setEnding(null)} />}
    </div>
  )
}

interface PairingItemProps {
  pairing: Pairing
  ofLearner: boolean
  programId: string
  day: PlainDate
  /** Absent where nothing can be changed. */
  onEnd?: () => void
  mayEnd?: boolean
}

function PairingItem({ pairing, ofLearner, programId, day, onEnd, mayEnd = false }: PairingItemProps) {
  const client = useClient()
  const done = useDone()
  const name = ofLearner ? pairing.coachName : pairing.learnerName
  const reasons = [pairing.startedWhy, pairing.endedWhy].filter((reason) => reason !== '')
  const remove = async (): Promise<void> => {
    await client.call('roster.removePairings', { ids: [pairing.id] })
    await done(`Took out ${pairing.learnerName} with ${pairing.coachName}`)
  }
  return (
    <li>
      <div className="cd-roster-entry">
        <Link
          to={ofLearner ? '/programs/$programId/coaches' : '/programs/$programId/learners'}
          params={{ programId }}
          search={{ person: ofLearner ? pairing.coachPersonId : pairing.learnerPersonId }}
        >
          {name}
        </Link>
        {onEnd && (
          <Menu
            label={`Pairing with ${name}`}
            groups={[
              mayEnd ? [{ id: 'end', label: 'End pairing…', icon: CalendarX2, onAction: onEnd }] : [],
              [
                {
                  id: 'remove',
                  label: 'Take out, entered by mistake',
                  icon: Trash2,
                  onAction: () => void remove().catch(showProblem),
                },
              ],
            ].filter((group) => group.length > 0)}
          >
            <IconButton icon={Ellipsis} label={`More about the pairing with ${name}`} />
          </Menu>
        )}
      </div>
      <p className="cd-quiet">
        {pairedDays(pairing, day)}
        {reasons.length > 0 && `: ${reasons.join('; ')}`}
      </p>
    </li>
  )
}
