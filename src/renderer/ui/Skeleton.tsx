import './Skeleton.css'

export interface SkeletonProps {
  /** What is loading: "Learners". */
  label: string
  /** As many lines as there will be, when that is known. */
  lines?: number
}

// Uneven, as text is; the same each time, so that nothing jumps.
const widths = [62, 48, 71, 55, 66, 43, 58, 75]

/** The shape of a list while it loads. */
export function Skeleton({ label, lines = 8 }: SkeletonProps) {
  return (
    <output className="cd-skeleton" aria-label={`Loading: ${label}`}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} style={{ width: `${widths[line % widths.length]}%` }} />
      ))}
    </output>
  )
}
