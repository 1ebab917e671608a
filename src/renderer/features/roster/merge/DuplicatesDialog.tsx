import { UserCheck } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { DuplicatePeople } from '#shared/roster/mergeSchema.ts'
import { MergeDialog } from './MergeDialog.tsx'

type Pair = DuplicatePeople[number]

// Who was looked at and is not the same stays hidden until the window is opened again.
const apart = new Set<string>()
const keyOf = ({ keep, merge }: Pair): string => [keep.personId, merge.personId].sort().join(' ')

/** People of a program who may be entered twice, with why; each pair is merged or told apart by hand. */
export function DuplicatesDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const found = useRead('roster.findDuplicatePeople', { programId: program.id })
  const [compared, setCompared] = useState<Pair | null>(null)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(apart))
  const pairs = found.data?.filter((pair) => !hidden.has(keyOf(pair))) ?? []
  const { box, willRemove } = useRemovalFocus<HTMLDivElement>()
  const toList = () => setCompared(null)
  const tellApart = (pair: Pair) => {
    willRemove(pairs.indexOf(pair))
    apart.add(keyOf(pair))
    setHidden(new Set(apart))
  }

  if (compared)
    return (
      <MergeDialog
        program={program}
        keepId={compared.keep.personId}
        mergeId={compared.merge.personId}
        onBack={toList}
        onMerged={toList}
        onClose={onClose}
      />
    )
  return (
    <Dialog
      title="People who may be entered twice"
      isOpen
      onClose={onClose}
      width={pairs.length > 0 ? 'large' : 'medium'}
    >
      {found.isPending && <Skeleton label="Possible duplicates" lines={6} />}
      {found.error && <ProblemNotice problem={found.error.problem} />}
      {found.data && pairs.length === 0 && (
        <EmptyState icon={UserCheck} title="Nobody looks like somebody else">
          Names, class years and e-mails of {count(program.learners, 'learner')} and{' '}
          {count(program.coaches, 'coach', 'coaches')} were compared.
        </EmptyState>
      )}
      {pairs.length > 0 && (
        <div ref={box} className="cd-duplicates-box">
          <p>
            {count(pairs.length, 'pair')} to look at. Nothing is merged by itself.
            {hidden.size > 0 && ` ${count(hidden.size, 'pair')} told apart.`}
          </p>
          <ul className="cd-duplicates">
            {pairs.map((pair) => (
              <PairItem key={keyOf(pair)} pair={pair} onCompare={setCompared} onTellApart={tellApart} />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}

interface PairItemProps {
  pair: Pair
  onCompare: (pair: Pair) => void
  onTellApart: (pair: Pair) => void
}

function PairItem({ pair, onCompare, onTellApart }: PairItemProps) {
  const { keep, merge, reason, score } = pair
  return (
    <li>
      {[keep, merge].map(({ personId, name, about, email }) => (
        <div key={personId}>
          <b>{name}</b>
          <p className="cd-quiet">{[about, email].filter((fact) => fact !== '').join(' · ')}</p>
        </div>
      ))}
      <p className="cd-duplicate-reason">
        {reason} <span data-figures>({Math.round(score * 100)} of 100)</span>
      </p>
      <div className="cd-duplicate-actions">
        <Button kind="quiet" onPress={() => onTellApart(pair)}>
          Not the same
        </Button>
        <Button onPress={() => onCompare(pair)}>Compare…</Button>
      </div>
    </li>
  )
}
