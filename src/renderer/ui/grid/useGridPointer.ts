import { type MouseEvent, useRef } from 'react'
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

/** Selects with the mouse: a press makes a cell active, a drag or Shift+press a range, the tick column whole rows. */
export function useGridPointer<Row>(model: GridModel<Row>, openRow: ((row: Row) => void) | undefined) {
  const { store } = model
  const isDragging = useRef(false)
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
        document.addEventListener('mouseup', () => (isDragging.current = false), { once: true })
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
