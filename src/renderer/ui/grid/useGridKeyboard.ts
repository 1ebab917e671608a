import type { KeyboardEvent } from 'react'
import { assertNever } from '#shared/kernel/assertNever.ts'
import { gridIntent } from './gridKeys.ts'
import { type GridModel, rowAt } from './gridModel.ts'
import { moveCell } from './gridMove.ts'
import type { GridEdits } from './useGridEdits.ts'

interface Keyboard<Row> {
  model: GridModel<Row>
  edits: GridEdits
  /** Rows that fit on the screen. */
  page: () => number
  /** Scrolls the active cell into sight. */
  revealActive: () => void
  tick: ((at: number, isRange: boolean) => void) | null
  openRow: ((row: Row) => void) | undefined
  openColumnMenu: (column: number) => void
  announce: (message: string) => void
}

/** What keys do while the grid has the focus and no cell is edited. */
export function useGridKeyboard<Row>(keyboard: Keyboard<Row>) {
  const { model, edits, page, revealActive, tick, openRow, openColumnMenu, announce } = keyboard
  const { store } = model
  const size = () => ({ rows: model.order.length, columns: model.columns.length, page: page() })

  const edit = (row: Row, typed: string | null) => {
    const column = model.columns[store.active.column]
    if (!column) return
    if (column.editable) store.edit(model.getRowId(row), typed)
    else announce(`${column.header} cannot be changed here`)
  }

  const run = (event: KeyboardEvent): boolean => {
    const intent = gridIntent(event)
    const row = rowAt(model, store.active.row)
    if (!intent || row === undefined) return false
    switch (intent.do) {
      case 'move':
      case 'moveTo':
        store.moveTo(moveCell(store.active, intent, size()), intent.extend)
        revealActive()
        return true
      case 'selectAll':
        store.selectRange({ row: model.order.length - 1, column: model.columns.length - 1 }, { row: 0, column: 0 })
        return true
      case 'toggleRow':
        tick?.(store.active.row, event.shiftKey)
        return true
      case 'edit':
        edit(row, intent.typed)
        return true
      case 'clear':
        void edits.clear()
        return true
      case 'open':
        openRow?.(row)
        return openRow !== undefined
      case 'columnMenu':
        openColumnMenu(store.active.column)
        return true
      case 'cancel':
        return collapse()
      default:
        return assertNever(intent)
    }
  }

  /** Esc takes back one thing at a time; with nothing to take back it is left to the page. */
  const collapse = (): boolean => {
    const { top, bottom, left, right } = store.range
    if (top !== bottom || left !== right) store.moveTo(store.active)
    else if (store.selected.size > 0) store.setSelected(new Set())
    else return false
    return true
  }

  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
      if (run(event)) event.preventDefault()
    },
  }
}
