import { timeOfDay } from '#renderer/app/ago.ts'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { count } from '#shared/kernel/text.ts'
import type { HistoryEntry } from '#shared/workspace/schema.ts'

/** One entry: when, what, who; how much it touched; a way to take it back. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
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
  return (
    <li>
      <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
      <span className="cd-history-words">
        <span {...(entry.undoneBy !== null && { 'data-undone': true })}>{entry.label}</span>
        <span className="cd-quiet">{detail(entry)}</span>
      </span>
      {entry.canUndo && (
        <Button kind="quiet" onPress={() => void undoThis()} isBusy={undo.isPending}>
          Undo this
        </Button>
      )}
    </li>
  )
}

function detail({ actor, rows, reason, undoneBy }: HistoryEntry): string {
  const parts = [actor, rows > 0 && count(rows, 'row'), reason, undoneBy !== null && 'undone']
  return parts.filter(Boolean).join(', ')
}
