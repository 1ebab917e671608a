import { ChevronDown, RotateCcw, UserCheck, UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { WhoDialog } from './WhoDialog.tsx'
import { peopleWords } from './peopleWords.ts'

interface RowDecisionsProps {
  programId: string
  kind: PeopleKind
  ids: readonly string[]
  /** Something was decided for one of them already. */
  isDecided: boolean
  /** `skip`, `create` or the id of a person; null takes the decision back. */
  onDecide: (decision: string | null) => void
}

/** What is to come of the rows that are ticked, whatever was recognised. */
export function RowDecisions({ programId, kind, ids, isDecided, onDecide }: RowDecisionsProps) {
  const [isAsking, setAsking] = useState(false)
  if (ids.length === 0) return null
  const rows = count(ids.length, 'row')
  const { one } = peopleWords[kind]
  const decide: MenuAction[] = [
    { id: 'skip', label: 'Leave out', icon: UserMinus, onAction: () => onDecide('skip') },
    { id: 'create', label: `Take for a new ${one}`, icon: UserPlus, onAction: () => onDecide('create') },
  ]
  if (ids.length === 1)
    decide.push({
      id: 'who',
      label: `Take for a ${one} who is here…`,
      icon: UserCheck,
      onAction: () => setAsking(true),
    })
  const back: MenuAction[] = [{ id: 'back', label: 'As recognised', icon: RotateCcw, onAction: () => onDecide(null) }]
  return (
    <>
      <Menu label={`With ${rows}`} groups={isDecided ? [decide, back] : [decide]}>
        <Button>
          With {rows}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {isAsking && (
        <WhoDialog
          programId={programId}
          kind={kind}
          row={ids[0]!}
          onClose={() => setAsking(false)}
          onPerson={(personId) => {
            setAsking(false)
            onDecide(personId)
          }}
        />
      )}
    </>
  )
}
