import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list of which an item is removed: on the Remove of the item that took its place, else on the
 * button that adds one. Both are the last button, of the item and of the box that holds `ol > li`.
 */
export function useRemovalFocus<E extends HTMLElement>() {
  const box: RefObject<E | null> = useRef(null)
  const removed = useRef<number | null>(null)
  useEffect(() => {
    if (removed.current === null || !box.current) return
    const rows = box.current.querySelectorAll(':scope > ol > li')
    const row = rows[Math.min(removed.current, rows.length - 1)] ?? box.current
    removed.current = null
    ;[...row.querySelectorAll<HTMLElement>('button')].at(-1)?.focus()
  })
  return {
    box,
    /** Says which item goes, just before it does. */
    willRemove: (index: number): void => {
      removed.current = index
    },
  }
}
