import { Link } from '@tanstack/react-router'
import type { Driven } from './driven.ts'

/** What obeys a setting, leading there where it can be looked at. */
export function DrivenLink({ programId, driven: { label, page } }: { programId: string; driven: Driven }) {
  const params = { programId }
  switch (page) {
    case 'home':
      return <Link to="/">{label}</Link>
    case 'meetings':
      return (
        <Link to="/programs/$programId/meetings" params={params}>
          {label}
        </Link>
      )
    case 'budget':
      return (
        <Link to="/programs/$programId/budget" params={params}>
          {label}
        </Link>
      )
    case null:
      return label
    default:
      return (
        <Link to="/programs/$programId/evaluation" params={params} search={{ tab: page }}>
          {label}
        </Link>
      )
  }
}
