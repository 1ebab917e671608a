import './PageHeader.css'
import { type ReactNode, useEffect } from 'react'

export interface PageHeaderProps {
  title: string
  /** One sentence that says how things stand: "240 learners, 30 coaches, 1:8, 6 without a coach". */
  summary?: ReactNode
  /** The one primary Button, and quiet ones before it. */
  actions?: ReactNode
}

/** The top of every page: what it is, how things stand, the one thing to do. */
export function PageHeader({ title, summary, actions }: PageHeaderProps) {
  // What the window is called in a task bar, and what a screen reader says of it.
  useEffect(() => {
    const before = document.title
    document.title = `${title}, ${before}`
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <header className="cd-page-header">
      <div>
        <h1>{title}</h1>
        {summary && <p>{summary}</p>}
      </div>
      {actions && <div className="cd-page-actions">{actions}</div>}
    </header>
  )
}
