import type { HistoryEntry } from '#shared/workspace/schema.ts'

interface Reversal {
  readonly id: string
  readonly kind: HistoryEntry['kind']
  readonly reverses_id: string | null
}

/**
 * Says which undo, if any, has taken an entry back for now: an entry undone and done again holds.
 * @param reversals the undo and redo entries of the whole history
 */
export function undoneBy(reversals: readonly Reversal[]): (entryId: string) => string | null {
  const next = new Map(reversals.map((entry) => [entry.reverses_id, entry]))
  return (entryId) => {
    let last = next.get(entryId)
    for (let later = last; later; later = next.get(later.id)) last = later
    return last?.kind === 'undo' ? last.id : null
  }
}
