import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { dropColumn, type Drop } from './dropColumn.ts'
import type { GridColumn } from './gridTypes.ts'

// A press that wavers is still a press.
const dragFrom = 5
// Near an edge of the grid it scrolls, so that every column can be reached.
const edge = 32
const scrollBy = 16

interface Placed<Row> {
  all: readonly GridColumn<Row>[]
  columns: readonly GridColumn<Row>[]
  pinnedCount: number
}

/** Columns are dragged by their headers to another place; pinned ones stay among themselves. Esc lets go. */
export function useColumnDrag<Row>(
  scroller: RefObject<HTMLElement | null>,
  placed: Placed<Row>,
  onMoved: (order: string[], moved: string, neighbour: string) => void,
) {
  const [drop, setDrop] = useState<Drop | null>(null)
  const wasDragged = useRef(false)

  const start = (event: PointerEvent<HTMLElement>, key: string) => {
    // Touch scrolls; it has the list of columns.
    if (event.button !== 0 || event.pointerType === 'touch') return
    const startX = event.clientX
    let latest: Drop | null = null
    wasDragged.current = false
    const show = (next: Drop | null) => {
      if (next?.key === latest?.key && next?.side === latest?.side) return
      latest = next
      setDrop(next)
    }
    const onMove = (move: globalThis.PointerEvent) => {
      if (!wasDragged.current && Math.abs(move.clientX - startX) < dragFrom) return
      wasDragged.current = true
      scrollNearEdge(scroller.current, move.clientX)
      show(dropAt(scroller.current, placed, key, move.clientX))
    }
    const onKeyDown = (press: KeyboardEvent) => {
      if (press.key !== 'Escape' || !wasDragged.current) return
      press.preventDefault()
      end()
    }
    const onUp = () => {
      const at = latest
      end()
      if (!at) return
      const order = dropColumn(
        placed.all.map((column) => column.key),
        key,
        at,
      )
      const header = (wanted: string) => placed.all.find((column) => column.key === wanted)?.header ?? ''
      if (order) onMoved(order, header(key), header(at.key))
    }
    const end = () => {
      show(null)
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', end)
      document.removeEventListener('keydown', onKeyDown, true)
    }
    document.addEventListener('pointermove', onMove)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', end)
    document.addEventListener('keydown', onKeyDown, true)
  }

  return {
    drop,
    start,
    /** Whether the press that ends now was a drag, and does not sort. */
    wasDrag: () => wasDragged.current,
  }
}

export type ColumnDrag = ReturnType<typeof useColumnDrag>

/** Beside which column, on which side, the pointer would drop one. */
function dropAt<Row>(grid: HTMLElement | null, placed: Placed<Row>, key: string, x: number): Drop | null {
  const heads = [...(grid?.querySelectorAll('.cd-grid-head-cell') ?? [])]
  const isPinned = placed.columns.findIndex((column) => column.key === key) < placed.pinnedCount
  // Pinned headers lie over the others: from the left, the first under the pointer is the one that is seen.
  const index = heads.findIndex((head) => x < head.getBoundingClientRect().right)
  const target = placed.columns[index]
  if (!target || target.key === key || index < placed.pinnedCount !== isPinned) return null
  const { left, width } = heads[index]!.getBoundingClientRect()
  return { key: target.key, side: x < left + width / 2 ? 'before' : 'after' }
}

function scrollNearEdge(grid: HTMLElement | null, x: number): void {
  if (!grid) return
  const { left, right } = grid.getBoundingClientRect()
  if (x > right - edge) grid.scrollLeft += scrollBy
  else if (x < left + edge) grid.scrollLeft -= scrollBy
}
