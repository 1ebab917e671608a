import { type RefObject, useEffect, useRef } from 'react'
import { type GridModel, rowAt } from './gridModel.ts'

// Held arrow keys repeat every 30 ms: what shows the row waits until they rest.
const restMs = 80

/**
 * Follows the active cell: names it to screen readers, tells the page which row it is in, and finds that row again
 * after a sort or filter has moved it.
 */
export function useActiveRow<Row>(
  model: GridModel<Row>,
  gridId: string,
  grid: RefObject<HTMLElement | null>,
  onActiveRowChange: ((row: Row | null) => void) | undefined,
): void {
  const { store, order, rows } = model
  const latest = useRef({ model, onActiveRowChange })
  const activeId = useRef<string | null>(null)
  useEffect(() => {
    latest.current = { model, onActiveRowChange }
  })

  useEffect(() => {
    let timer = 0
    let reported: string | null = null
    const follow = () => {
      const { active } = store
      const { getRowId } = latest.current.model
      const row = rowAt(latest.current.model, active.row)
      if (row === undefined) grid.current?.removeAttribute('aria-activedescendant')
      else grid.current?.setAttribute('aria-activedescendant', `${gridId}-${active.row}-${active.column}`)
      activeId.current = row === undefined ? null : getRowId(row)
      if (activeId.current === reported) return
      reported = activeId.current
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        latest.current.onActiveRowChange?.(rowAt(latest.current.model, store.active.row) ?? null)
      }, restMs)
    }
    follow()
    const unsubscribe = store.subscribe(follow)
    return () => {
      unsubscribe()
      window.clearTimeout(timer)
    }
  }, [store, gridId, grid])

  // A column was hidden, and the active cell was in the last one.
  const lastColumn = Math.max(0, model.columns.length - 1)
  useEffect(() => {
    if (store.active.column > lastColumn) store.moveTo({ ...store.active, column: lastColumn })
  }, [store, lastColumn])

  useEffect(() => {
    const { getRowId } = latest.current.model
    const row = rows[order[store.active.row] ?? -1]
    if (row !== undefined && getRowId(row) === activeId.current) return
    const position = rows.findIndex((candidate) => getRowId(candidate) === activeId.current)
    const at = position < 0 ? -1 : order.indexOf(position)
    store.moveTo({ ...store.active, row: Math.max(0, at) })
    // It is not among the rows any more: begin at the top, where the first that was found is.
    if (at < 0) grid.current?.scrollTo({ top: 0 })
  }, [store, order, rows, grid])
}
