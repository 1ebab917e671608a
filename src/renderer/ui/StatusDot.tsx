import './StatusDot.css'
import type { ReactNode } from 'react'

export type Tone = 'needs' | 'wrong' | 'done' | 'info' | 'neutral'

/** A status: a small dot with its word. The word says it; the colour only helps the eye. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="cd-status" data-tone={tone}>
      {children}
    </span>
  )
}
