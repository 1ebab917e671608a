import { useEffect } from 'react'
import type { GridStore } from './gridStore.ts'

/** Rows that are gone are not selected any more: nothing is done to what nobody sees. */
export function usePrunedSelection<Row>(store: GridStore, rows: readonly Row[], getRowId: (row: Row) => string): void {
  useEffect(() => {
    if (store.selected.size === 0) return
    const present = new Set(rows.map(getRowId))
    const kept = new Set([...store.selected].filter((id) => present.has(id)))
    if (kept.size < store.selected.size) store.setSelected(kept)
  }, [store, rows, getRowId])
}
