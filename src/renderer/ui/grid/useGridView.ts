import { useEffect, useMemo, useState } from 'react'
import { GridIndex, type GridQuery, type GridView } from './gridIndex.ts'
import type { GridColumn } from './gridTypes.ts'

// Small enough to end well within a frame.
const rowsPerMoment = 2_000

/** The rows to show for a search, filters and a sort. */
export function useGridView<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  getRowId: (row: Row) => string,
  query: GridQuery,
): GridView & { sortAgain: () => void } {
  const index = useMemo(() => new GridIndex(columns, getRowId), [columns, getRowId])
  const [, render] = useState(0)
  useEffect(() => {
    // The first search would otherwise wait for the text of every row.
    let handle = requestIdleCallback(function prepareSome() {
      if (index.prepare(rows, rowsPerMoment)) handle = requestIdleCallback(prepareSome)
    })
    return () => cancelIdleCallback(handle)
  }, [index, rows])
  const { order, isStale } = index.read(rows, query)
  return {
    order,
    isStale,
    sortAgain: () => {
      index.sortAgain()
      render((before) => before + 1)
    },
  }
}
