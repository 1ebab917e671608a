import { type RefObject, useEffect } from 'react'
import type { GridEdits } from './useGridEdits.ts'

/**
 * Copy, cut and paste while the grid itself has the focus. Listens on the document: the browser sends these events to
 * wherever text was last selected, not to what has the focus.
 */
export function useGridClipboard(grid: RefObject<HTMLElement | null>, edits: () => GridEdits): void {
  useEffect(() => {
    const handle = (event: ClipboardEvent) => {
      if (!event.clipboardData || !grid.current || document.activeElement !== grid.current) return
      event.preventDefault()
      if (event.type === 'paste') {
        void edits().paste(event.clipboardData.getData('text/plain'))
        return
      }
      event.clipboardData.setData('text/plain', edits().copy())
      if (event.type === 'cut') void edits().clear()
    }
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) document.addEventListener(kind, handle)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, handle)
    }
  }, [grid, edits])
}
