import { type RefObject, useEffect, useRef } from 'react'

/**
 * Gives the focus to what comes in the place of a screen that had it. Not `autoFocus`: a dialog that closes with that
 * screen lets the page have the focus only after that.
 */
export function useTakenFocus<E extends HTMLElement>(takes: boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    if (takes) element.current?.focus()
  }, [takes])
  return element
}
