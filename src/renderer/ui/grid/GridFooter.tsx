import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { count } from '#shared/kernel/text.ts'
import { Button } from '../Button.tsx'
import { IconButton } from '../IconButton.tsx'
import type { GridStore } from './gridStore.ts'
import type { Noun } from './gridTypes.ts'

interface GridFooterProps {
  noun: Noun
  shown: number
  total: number
  store: GridStore
  isStale: boolean
  onSortAgain: () => void
  onClearFilters: () => void
  onNextRejected: () => void
}

/** How much of everything is shown, what is selected, what was rejected; always there. */
export function GridFooter({ noun, shown, total, store, isStale, ...props }: GridFooterProps) {
  const summary = useSyncExternalStore(store.subscribe, () => summarise(store))
  const [cells, rows, rejected] = summary.split(' ').map(Number) as [number, number, number]
  const isFiltered = shown !== total
  return (
    <footer className="cd-grid-footer">
      <output>
        {isFiltered
          ? `${shown.toLocaleString('en-US')} of ${count(total, noun.one, noun.many)}`
          : count(total, noun.one, noun.many)}
      </output>
      {isFiltered && (
        <Button kind="quiet" onPress={props.onClearFilters}>
          Clear filters
        </Button>
      )}
      {isStale && (
        <Button kind="quiet" onPress={props.onSortAgain}>
          Sort again
        </Button>
      )}
      {rows > 0 && <span>{count(rows, 'row')} selected</span>}
      {cells > 1 && <span>{count(cells, 'cell')} selected</span>}
      {rejected > 0 && (
        <span className="cd-grid-rejected">
          <Button kind="quiet" onPress={props.onNextRejected}>
            {`${count(rejected, 'cell')} rejected`}
          </Button>
          <IconButton icon={X} label="Forget the rejected texts" onPress={() => store.forgetRejected()} />
        </span>
      )}
    </footer>
  )
}

function summarise(store: GridStore): string {
  const { top, bottom, left, right } = store.range
  return `${(bottom - top + 1) * (right - left + 1)} ${store.selected.size} ${store.rejectedCount}`
}
