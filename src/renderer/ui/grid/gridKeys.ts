/** What a key means in the grid. */
export type GridIntent =
  /** Move the active cell, or with `extend` the corner of the range, by cells, by a page, or to the edge. */
  | { do: 'move'; rows: -1 | 0 | 1; columns: -1 | 0 | 1; by: 'cell' | 'page' | 'edge'; extend: boolean }
  | { do: 'moveTo'; corner: 'start' | 'end'; extend: boolean }
  | { do: 'selectAll' }
  | { do: 'toggleRow' }
  /** Edit what is there, or replace it with what is typed. */
  | { do: 'edit'; typed: string | null }
  | { do: 'clear' }
  | { do: 'open' }
  | { do: 'columnMenu' }
  | { do: 'cancel' }

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

const arrows: Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const isPrintable = (key: string): boolean => /^.$/u.test(key)

/** Reads a key while no cell is edited; null where the grid has no use for it. As in Excel. */
export function gridIntent(press: KeyPress): GridIntent | null {
  const { key, shiftKey: extend, altKey } = press
  const ctrl = press.ctrlKey || press.metaKey
  const arrow = arrows[key]
  if (arrow) {
    if (altKey) return key === 'ArrowDown' ? { do: 'columnMenu' } : null
    return { do: 'move', rows: arrow[0], columns: arrow[1], by: ctrl ? 'edge' : 'cell', extend }
  }
  if (altKey) return null
  switch (key) {
    case 'PageUp':
      return { do: 'move', rows: -1, columns: 0, by: 'page', extend }
    case 'PageDown':
      return { do: 'move', rows: 1, columns: 0, by: 'page', extend }
    case 'Home':
      return ctrl ? { do: 'moveTo', corner: 'start', extend } : { do: 'move', rows: 0, columns: -1, by: 'edge', extend }
    case 'End':
      return ctrl ? { do: 'moveTo', corner: 'end', extend } : { do: 'move', rows: 0, columns: 1, by: 'edge', extend }
    case 'F2':
      return { do: 'edit', typed: null }
    case 'Enter':
      return ctrl ? { do: 'open' } : { do: 'edit', typed: null }
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'cancel' }
    case ' ':
      return ctrl ? null : { do: 'toggleRow' }
    case 'a':
    case 'A':
      if (ctrl) return { do: 'selectAll' }
  }
  return isPrintable(key) && !ctrl ? { do: 'edit', typed: key } : null
}

/** What a key does while a cell is edited. `isReplacing`: the edit began by typing, so arrows leave the cell. */
export type EditIntent = { do: 'cancel' } | { do: 'commit'; rows: -1 | 0 | 1; columns: -1 | 0 | 1 }

export function editIntent(press: KeyPress, isReplacing: boolean): EditIntent | null {
  switch (press.key) {
    case 'Escape':
      return { do: 'cancel' }
    case 'Enter':
      return { do: 'commit', rows: press.shiftKey ? -1 : 1, columns: 0 }
    case 'Tab':
      return { do: 'commit', rows: 0, columns: press.shiftKey ? -1 : 1 }
  }
  const arrow = arrows[press.key]
  return arrow && isReplacing ? { do: 'commit', rows: arrow[0], columns: arrow[1] } : null
}
