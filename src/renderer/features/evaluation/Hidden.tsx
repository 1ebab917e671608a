import { EyeOff } from 'lucide-react'
import type { HiddenReason } from '#shared/evaluation/resultSchema.ts'
import { hiddenLabels, hiddenNotes } from './evaluationWords.ts'

/** A figure that is held back: drawn as hidden, never as zero or as a gap. */
export function Hidden({ reason }: { reason: HiddenReason }) {
  return (
    <span className="cd-hidden-figure" title={hiddenNotes[reason]}>
      <EyeOff size={12} aria-hidden />
      {hiddenLabels[reason]}
    </span>
  )
}
