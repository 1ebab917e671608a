import { type RefObject, useEffect } from 'react'

interface ItemActions {
  move: (at: number, by: -1 | 1) => void
  goOn: (at: number) => void
}

/**
 * The keys of the items: Alt with an arrow moves the one with the focus, Enter in its wording goes on to the next. They
 * are heard for the list as a whole, from its fields only: Alt with an arrow opens a choice, and Enter presses a button.
 */
export function useItemKeys(list: RefObject<HTMLElement | null>, act: () => ItemActions): void {
  useEffect(() => {
    const box = list.current!
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key, altKey } = event
      if (!(target instanceof HTMLInputElement)) return
      const at = [...box.children].findIndex((row) => row.contains(target))
      if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) act().move(at, key === 'ArrowUp' ? -1 : 1)
      else if (key === 'Enter' && target.name.endsWith('.text')) act().goOn(at)
      else return
      event.preventDefault()
    }
    box.addEventListener('keydown', onKeyDown)
    return () => box.removeEventListener('keydown', onKeyDown)
  }, [list, act])
}
