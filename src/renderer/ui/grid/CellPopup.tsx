import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react'

const margin = 8
const gap = 2

/**
 * Something that hangs from a cell: a list of choices, a message. It is in the browser's top layer, so that the grid's
 * edges do not cut it, and in the cell's own element, so that a screen reader finds it there.
 */
export function CellPopup({ className, children }: { className: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popup = ref.current
    popup?.showPopover()
    const follow = () => place(popup)
    document.addEventListener('scroll', follow, true)
    return () => document.removeEventListener('scroll', follow, true)
  }, [])
  useLayoutEffect(() => place(ref.current))
  return (
    <div
      role="presentation"
      ref={ref}
      popover="manual"
      className={`cd-cell-popup ${className}`}
      onMouseDown={stop}
      onDoubleClick={stop}
    >
      {children}
    </div>
  )
}

/** A press in it is not a press on its cell. */
const stop = (event: SyntheticEvent): void => event.stopPropagation()

/** Below its cell, or above where there is no room. */
function place(popup: HTMLElement | null): void {
  const cell = popup?.parentElement?.closest('td')?.getBoundingClientRect()
  if (!popup || !cell) return
  const size = popup.getBoundingClientRect()
  const isBelow = cell.bottom + gap + size.height <= window.innerHeight - margin
  popup.style.minWidth = `${cell.width}px`
  popup.style.left = `${Math.max(margin, Math.min(cell.left, window.innerWidth - size.width - margin))}px`
  popup.style.top = `${isBelow ? cell.bottom + gap : cell.top - gap - size.height}px`
}
