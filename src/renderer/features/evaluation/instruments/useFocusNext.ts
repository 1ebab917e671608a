import { useEffect, useRef } from 'react'

/** Moves the focus to something that is only there once what was changed is drawn: an item that was added or moved. */
export function useFocusNext(): (find: () => HTMLElement | null | undefined) => void {
  const next = useRef<(() => HTMLElement | null | undefined) | null>(null)
  useEffect(() => {
    const find = next.current
    next.current = null
    find?.()?.focus()
  })
  return (find) => {
    next.current = find
  }
}
