import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { timeOfDay } from '#renderer/app/ago.ts'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { count } from '#shared/kernel/text.ts'
import type { HistoryEntry } from '#shared/workspace/schema.ts'
import { EntryChanges } from './EntryChanges.tsx'

/** One entry: when, what, who; what it changed, row by row; a way to take it back. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const changesId = useId()
  const [isOpen, setOpen] = useState(false)
  const undo = useChange('workspace.undoEntry')
  const done = useDone()
  const undoThis = async (): Promise<void> => {
    try {
      await undo.mutateAsync({ entryId: entry.id })
      await done(`Undone: ${entry.label}`)
    } catch (error) {
      showProblem(error)
    }
  }
  const label = <span {...(entry.undoneBy !== null && { 'data-undone': true })}>{entry.label}</span>
  return (
    <li>
      <div className="cd-history-entry">
        <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
        <span className="cd-history-words">
          {entry.rows > 0 ? (
            <AriaButton
              className="cd-history-open"
              aria-expanded={isOpen}
              aria-controls={changesId}
              onPress={() => setOpen(!isOpen)}
            >
              <ChevronRight size={14} aria-hidden />
              {label}
            </AriaButton>
          ) : (
            label
          )}
          <span className="cd-quiet">{detail(entry)}</span>
        </span>
        {entry.canUndo && (
          <Button kind="quiet" onPress={() => void undoThis()} isBusy={undo.isPending}>
            Undo this
          </Button>
        )}
      </div>
      {entry.rows > 0 && (
        <div id={changesId} className="cd-history-changes" hidden={!isOpen}>
          {isOpen && <EntryChanges entryId={entry.id} />}
        </div>
      )}
    </li>
  )
}

function detail({ actor, rows, reason, undoneBy }: HistoryEntry): string {
  const parts = [actor, rows > 0 && count(rows, 'row'), reason, undoneBy !== null && 'undone']
  return parts.filter(Boolean).join(', ')
}
