import { useEffect, useRef } from 'react'
import type { GridColumn, SortKey } from './gridTypes.ts'

/** Says aloud by what the rows are sorted when that changes: "Sorted by Level, then by Status, descending". */
export function useSortAnnouncement<Row>(
  columns: readonly GridColumn<Row>[],
  sort: readonly SortKey[],
  announce: (message: string) => void,
): void {
  const headers = new Map(columns.map(({ key, header }) => [key, header]))
  const parts = sort.flatMap(({ id, desc }) => {
    const header = headers.get(id)
    return header === undefined ? [] : [`by ${header}${desc ? ', descending' : ''}`]
  })
  const words = parts.length === 0 ? 'Not sorted' : `Sorted ${parts.join(', then ')}`
  const said = useRef(words)
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    announce(words)
  }, [words, announce])
}
