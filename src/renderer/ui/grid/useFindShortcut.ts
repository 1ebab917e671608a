import { type RefObject, useEffect } from 'react'

/** Ctrl+F goes to the grid's own search: the browser's would only find the rows in sight. */
export function useFindShortcut(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return
      // A hidden grid, or one behind a dialog, leaves the key to others.
      if (!search.current || search.current.closest('[inert], [aria-hidden="true"]')) return
      event.preventDefault()
      search.current.focus()
      search.current.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [search])
}
