import { type MouseEvent, useEffect, useRef } from 'react'
import { type GridModel, rowAt } from './gridModel.ts'
import type { Cell } from './gridStore.ts'

/** The cell an event happened in, found by the marks on its elements; null in the header or in the tick column. */
function cellOf(target: EventTarget): Cell | null {
  if (!(target instanceof Element)) return null
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column
  const row = rowOf(target)
  return column === undefined || row === null ? null : { row, column: Number(column) }
}

function rowOf(target: EventTarget): number | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
  return at === undefined ? null : Number(at)
}

const isTick = (target: EventTarget): boolean => target instanceof Element && target.closest('[data-tick]') !== null
const isInEditor = (target: EventTarget): boolean => target instanceof Element && target.closest('input') !== null

const scrollEveryMs = 50
const mostRows = 12

interface Point {
  clientX: number
  clientY: number
}

/** How far to go on from a pointer that is beyond the cells: a row more for each row it is away, one column at a time. */
function beyondEdge(edges: DOMRect, { clientX, clientY }: Point, rowHeight: number): { rows: number; columns: number } {
  const below = Math.max(0, clientY - edges.bottom) - Math.max(0, edges.top - clientY)
  const beside = Math.max(0, clientX - edges.right) - Math.max(0, edges.left - clientX)
  const rows = Math.min(mostRows, Math.ceil(Math.abs(below) / rowHeight))
  return { rows: Math.sign(below) * rows, columns: Math.sign(beside) }
}

const within = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at))

interface GridPointerOptions<Row> {
  openRow: ((row: Row) => void) | undefined
  revealActive: () => void
  rowHeight: number
}

/** Selects with the mouse: a press makes a cell active, a drag or Shift+press a range, the tick column whole rows. */
export function useGridPointer<Row>(
  model: GridModel<Row>,
  { openRow, revealActive, rowHeight }: GridPointerOptions<Row>,
) {
  const { store } = model
  const isDragging = useRef(false)
  const endDrag = useRef<(() => void) | null>(null)
  useEffect(() => () => endDrag.current?.(), [])
  const lastTick = useRef(0)

  const tick = (at: number, isRange: boolean) => {
    const selected = new Set(store.selected)
    const row = rowAt(model, at)
    if (row === undefined) return
    const isOn = !selected.has(model.getRowId(row))
    const [from, to] = isRange ? [Math.min(lastTick.current, at), Math.max(lastTick.current, at)] : [at, at]
    for (let index = from; index <= to; index += 1) {
      const id = model.getRowId(rowAt(model, index)!)
      if (isOn) selected.add(id)
      else selected.delete(id)
    }
    lastTick.current = at
    store.setSelected(selected)
  }

  /** Follows the pointer wherever it goes until it is let go: beyond an edge the range grows, and the cells scroll. */
  const drag = (scroller: HTMLElement) => {
    const pointer = { clientX: 0, clientY: 0 }
    let isMoved = false
    const follow = (event: globalThis.MouseEvent) => {
      isMoved = true
      pointer.clientX = event.clientX
      pointer.clientY = event.clientY
    }
    const timer = window.setInterval(() => {
      const by = isMoved ? beyondEdge(scroller.getBoundingClientRect(), pointer, rowHeight) : { rows: 0, columns: 0 }
      if (by.rows === 0 && by.columns === 0) return
      const { order, columns } = model
      const { row, column } = store.active
      store.moveTo(
        { row: within(row + by.rows, order.length), column: within(column + by.columns, columns.length) },
        true,
      )
      revealActive()
    }, scrollEveryMs)
    const end = () => {
      isDragging.current = false
      window.clearInterval(timer)
      document.removeEventListener('mousemove', follow)
      document.removeEventListener('mouseup', end)
      endDrag.current = null
    }
    endDrag.current = end
    document.addEventListener('mousemove', follow)
    document.addEventListener('mouseup', end)
  }

  return {
    tick,
    handlers: {
      onMouseDown: (event: MouseEvent<HTMLElement>) => {
        if (event.button !== 0 || isInEditor(event.target)) return
        // Text selection would fight with cell selection; the focus belongs to the grid itself.
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
        const at = rowOf(event.target)
        if (at === null) return
        if (isTick(event.target)) tick(at, event.shiftKey)
        const cell = cellOf(event.target)
        if (!cell) return
        isDragging.current = true
        store.moveTo(cell, event.shiftKey)
        drag(event.currentTarget)
      },
      onMouseOver: (event: MouseEvent<HTMLElement>) => {
        const cell = isDragging.current ? cellOf(event.target) : null
        if (cell && (cell.row !== store.active.row || cell.column !== store.active.column)) store.moveTo(cell, true)
      },
      onDoubleClick: (event: MouseEvent<HTMLElement>) => {
        const cell = isInEditor(event.target) ? null : cellOf(event.target)
        const row = cell && rowAt(model, cell.row)
        if (!cell || row === null || row === undefined) return
        if (model.columns[cell.column]?.editable) store.edit(model.getRowId(row), null)
        else openRow?.(row)
      },
    },
  }
}
