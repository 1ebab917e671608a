import './Inspector.css'
import { X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import { useStoredNumber } from './useStoredNumber.ts'
import { keepFocus } from './keepFocus.ts'
import { useScrollable } from './useScrollable.ts'

export interface InspectorProps {
  /** What is selected: a name. */
  title: string
  /** Whose id or place it is, under the title. */
  subtitle?: ReactNode
  onClose: () => void
  children: ReactNode
}

const narrowest = 280
const widest = 640
const step = 16

const clamp = (width: number): number => Math.min(widest, Math.max(narrowest, width))

/** The pane on the right: everything known about what is selected. Esc closes it; its width is remembered. */
export function Inspector({ title, subtitle, onClose, children }: InspectorProps) {
  const [width, setWidth] = useStoredNumber('inspector.width', 360)
  const pane = useRef<HTMLElement>(null)
  useEffect(() => keepFocus(pane.current), [])
  const { scroller, content } = useScrollable(`About ${title}`)
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      // Whatever used Esc for itself (a menu, a cell being edited, a field) has prevented its default.
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // A dialog in front has the key.
      if (!pane.current?.closest('[inert], [aria-hidden="true"]')) onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <aside ref={pane} tabIndex={-1} className="cd-inspector" aria-label={title} style={{ width }}>
      <Sash width={width} onResize={(next) => setWidth(clamp(next))} />
      <header>
        <div>
          <h2>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        <IconButton icon={X} label="Close" shortcut="Esc" onPress={onClose} />
      </header>
      <div className="cd-inspector-body" {...scroller}>
        <div ref={content}>{children}</div>
      </div>
    </aside>
  )
}

function Sash({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0
    onResize(right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onResize(width + step)
    if (event.key === 'ArrowRight') onResize(width - step)
  }
  return (
    <div
      className="cd-sash"
      role="slider"
      aria-label="Width of this pane"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}
