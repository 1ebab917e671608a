import './EmptyState.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon?: LucideIcon
  /** What is not here yet: "No coaches yet". */
  title: string
  /** What goes here and where it comes from. */
  children: ReactNode
  /** The next action, as a Button; two at most. */
  actions?: ReactNode
}

/** What stands where there is nothing yet: what goes here, and the next thing to do. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="cd-empty">
      {Icon && <Icon size={24} strokeWidth={1.5} aria-hidden />}
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="cd-empty-actions">{actions}</div>}
    </div>
  )
}
