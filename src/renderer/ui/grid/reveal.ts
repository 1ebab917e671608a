import type { Cell } from './gridStore.ts'

export interface GridMetrics {
  rowHeight: number
  headerHeight: number
  /** Width of what stays at the left. */
  pinnedWidth: number
  /** Where a column begins and how wide it is, from the left edge of the grid; null for a pinned one. */
  columnSpan: (column: number) => { start: number; size: number } | null
}

/** Scrolls as little as is needed to have a cell wholly in sight, clear of the header and the pinned columns. */
export function reveal(element: HTMLElement, cell: Cell, metrics: GridMetrics): void {
  const { rowHeight, headerHeight, pinnedWidth, columnSpan } = metrics
  const top = cell.row * rowHeight
  const lowest = top + rowHeight + headerHeight - element.clientHeight
  if (element.scrollTop > top) element.scrollTop = top
  else if (element.scrollTop < lowest) element.scrollTop = lowest
  const span = columnSpan(cell.column)
  if (!span) return
  const leftmost = span.start + span.size - element.clientWidth
  if (element.scrollLeft > span.start - pinnedWidth) element.scrollLeft = span.start - pinnedWidth
  else if (element.scrollLeft < leftmost) element.scrollLeft = leftmost
}
