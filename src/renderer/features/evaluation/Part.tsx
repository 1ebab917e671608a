import type { ReactNode } from 'react'
import { useScrollable } from '#renderer/ui/useScrollable.ts'

/** A part of the page, which scrolls by the keyboard too where it is higher than the window. */
export function Part({ label, children }: { label: string; children: ReactNode }) {
  const { scroller, content } = useScrollable(label)
  return (
    <div className="cd-evaluation-scroll" {...scroller}>
      <div ref={content} className="cd-evaluation-part">
        {children}
      </div>
    </div>
  )
}
