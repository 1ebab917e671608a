import { type RefObject, useEffect } from 'react'
import type { GridModel } from './gridModel.ts'

/**
 * Makes the row active that the page names, once it is among the rows: a person who was just added, or one that a link
 * opens. `settledRef` holds the row that page and grid last agreed on: what the grid itself reported is not moved to again,
 * as the user may have gone on meanwhile.
 */
export function useGivenActiveRow<Row>(
  { store, rows, order, getRowId }: GridModel<Row>,
  rowId: string | undefined,
  settledRef: RefObject<string | undefined>,
  revealActive: () => void,
): void {
  useEffect(() => {
    if (rowId === undefined || rowId === settledRef.current) return
    const position = rows.findIndex((row) => getRowId(row) === rowId)
    const at = position < 0 ? -1 : order.indexOf(position)
    if (at < 0) return
    settledRef.current = rowId
    if (at === store.active.row) return
    store.moveTo({ ...store.active, row: at })
    revealActive()
  })
}
