import { Link } from '@tanstack/react-router'
import { CalendarX2, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Pairing } from '#shared/roster/schema.ts'
import { EndPairingDialog } from './EndPairingDialog.tsx'
import { pairedDays, pairingsOf } from './pairingWords.ts'

interface PairingListProps {
  personId: string
  /** The enrolment of a learner, or the appointment of a coach. */
  placeId: string
  role: 'learner' | 'coach'
  programId: string
  /** The day that is looked at: what held then is now. */
  day: PlainDate
  isReadOnly: boolean
}

const titles = {
  learner: { now: 'Coach now', toCome: 'Coach to come', earlier: 'Earlier coaches', none: 'No coach.' },
  coach: { now: 'Learners now', toCome: 'Learners to come', earlier: 'Earlier learners', none: 'No learners.' },
}

/** The coaches of a learner, or the learners of a coach: now, to come and earlier, with days and reasons. */
export function PairingList({ personId, placeId, role, programId, day, isReadOnly }: PairingListProps) {
  const person = useRead('roster.getPerson', { personId }).data
  const [ending, setEnding] = useState<Pairing | null>(null)
  if (!person) return <Skeleton label="Pairings" lines={4} />
  const found = pairingsOf(placeId, person.pairings, day)
  const parts = (['now', 'toCome', 'earlier'] as const).filter((part) => part === 'now' || found[part].length > 0)
  return (
    <div className="cd-pairings">
      {parts.map((part) => (
        <section key={part} aria-label={titles[role][part]}>
          <h3>
            {titles[role][part]}
            {found[part].length > 1 && <span className="cd-tab-count"> {found[part].length}</span>}
          </h3>
          {found[part].length === 0 && <p className="cd-quiet">{titles[role].none}</p>}
          <ul>
            {found[part].map((pairing) => (
              <PairingItem
                key={pairing.id}
                pairing={pairing}
                role={role}
                programId={programId}
                day={day}
                isReadOnly={isReadOnly}
                {...(part !== 'earlier' && { onEnd: () => setEnding(pairing) })}
              />
            ))}
          </ul>
        </section>
      ))}
      {ending && <EndPairingDialog pairings={[ending]} today={day} onClose={() => setEnding(null)} />}
    </div>
  )
}

interface PairingItemProps {
  pairing: Pairing
  role: 'learner' | 'coach'
  programId: string
  day: PlainDate
  isReadOnly: boolean
  /** Absent for one that ended. */
  onEnd?: () => void
}

function PairingItem({ pairing, role, programId, day, isReadOnly, onEnd }: PairingItemProps) {
  const client = useClient()
  const done = useDone()
  const ofLearner = role === 'learner'
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
        {!isReadOnly && (
          <Menu
            label={`Pairing with ${name}`}
            groups={[
              onEnd ? [{ id: 'end', label: 'End pairing…', icon: CalendarX2, onAction: onEnd }] : [],
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
