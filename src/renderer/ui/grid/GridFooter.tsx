import { X } from 'lucide-react'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { count } from '#shared/kernel/text.ts'
import { Button } from '../Button.tsx'
import { IconButton } from '../IconButton.tsx'
import type { GridModel } from './gridModel.ts'
import type { GridStore } from './gridStore.ts'
import type { Noun } from './gridTypes.ts'

interface GridFooterProps<Row> {
  noun: Noun
  model: GridModel<Row>
  isStale: boolean
  onSortAgain: () => void
  onClearFilters: () => void
  onNextRejected: () => void
  totals: ReactNode
}

/** How much of everything is shown, what is selected, what was rejected; always there. */
export function GridFooter<Row>({ noun, model, isStale, ...props }: GridFooterProps<Row>) {
  const { store } = model
  const [shown, total] = [model.order.length, model.rows.length]
  const summary = useSyncExternalStore(store.subscribe, () => summarise(store))
  const [cells, ticked, rejected] = summary.split(' ').map(Number) as [number, number, number]
  const hidden = useHiddenTicks(model)
  const isFiltered = shown !== total
  return (
    <footer className="cd-grid-footer">
      {/* In one place that screen readers follow: what is shown, and what is selected of it. */}
      <output data-figures>
        <span>
          {isFiltered
            ? `${shown.toLocaleString('en-US')} of ${count(total, noun.one, noun.many)}`
            : count(total, noun.one, noun.many)}
        </span>
        {ticked > 0 && (
          <span>
            {ticked.toLocaleString('en-US')} ticked
            {hidden > 0 && `, ${hidden.toLocaleString('en-US')} hidden by the filter`}
          </span>
        )}
        {cells > 1 && <span>{count(cells, 'cell')} selected</span>}
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
      {rejected > 0 && (
        <span className="cd-grid-rejected">
          <Button kind="quiet" onPress={props.onNextRejected}>
            {`${count(rejected, 'cell')} rejected`}
          </Button>
          <IconButton icon={X} label="Forget the rejected texts" onPress={() => store.forgetRejected()} />
        </span>
      )}
      {props.totals && (
        <span className="cd-grid-totals" data-figures>
          {props.totals}
        </span>
      )}
    </footer>
  )
}

/** How many of the ticked rows do not fit the search and filters: what is done to the ticked is done to them too. */
function useHiddenTicks<Row>({ store, order, rows, getRowId }: GridModel<Row>): number {
  const selected = useSyncExternalStore(store.subscribe, () => store.selected)
  return useMemo(() => {
    if (selected.size === 0 || order.length === rows.length) return 0
    let seen = 0
    for (const position of order) if (selected.has(getRowId(rows[position]!))) seen += 1
    return selected.size - seen
  }, [selected, order, rows, getRowId])
}

function summarise(store: GridStore): string {
  const { top, bottom, left, right } = store.range
  return `${(bottom - top + 1) * (right - left + 1)} ${store.selected.size} ${store.rejectedCount}`
}
