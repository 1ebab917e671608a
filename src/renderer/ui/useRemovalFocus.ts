import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list (`ol` or `ul`) of which an item is removed: on the same button of the item that took its
 * place, else on the last button of the box that holds the list, which adds an item.
 */
export function useRemovalFocus<E extends HTMLElement>() {
  const box: RefObject<E | null> = useRef(null)
  const removed = useRef<{ index: number; button: number } | null>(null)
  useEffect(() => {
    if (removed.current === null || !box.current) return
    const { index, button } = removed.current
    removed.current = null
    const rows = rowsOf(box.current)
    const row = rows[Math.min(index, rows.length - 1)]
    const next = row ? buttonsOf(row).at(button) : buttonsOf(box.current).at(-1)
    next?.focus()
  })
  return {
    box,
    /** Says which item goes, just before it does. */
    willRemove: (index: number): void => {
      const row = box.current && rowsOf(box.current)[index]
      // Not found is -1, which is the last one: where items have it, that is Remove.
      removed.current = { index, button: row ? buttonsOf(row).findIndex((one) => one === document.activeElement) : -1 }
    },
  }
}

const rowsOf = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll<HTMLElement>(':scope > :is(ol, ul) > li')]
const buttonsOf = (part: HTMLElement): HTMLElement[] => [...part.querySelectorAll<HTMLElement>('button')]
