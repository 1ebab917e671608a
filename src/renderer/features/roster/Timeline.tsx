import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { TimelineItem } from './timeline.ts'

/** What held from when to when, newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="cd-roster-timeline">
      {items.map((item) => (
        <li key={item.key} data-when={item.when}>
          <div className="cd-roster-entry">
            <StatusDot tone={item.tone}>{item.label}</StatusDot>
            {item.when !== 'past' && <b>{item.when === 'now' ? 'Now' : 'To come'}</b>}
          </div>
          {item.facts && <p>{item.facts}</p>}
          <p className="cd-quiet">
            {item.dates}
            {item.reason && `: ${item.reason}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
