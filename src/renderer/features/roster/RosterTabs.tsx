import '#renderer/ui/Tabs.css'
import { Link } from '@tanstack/react-router'
import type { Program } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

interface RosterTabsProps {
  program: Program
  selected: RosterKind
}

/** Learners and coaches are two pages that belong together: links that look like tabs. */
export function RosterTabs({ program, selected }: RosterTabsProps) {
  const params = { programId: program.id }
  return (
    <nav className="cd-tab-list" aria-label="People">
      <Link
        to="/programs/$programId/learners"
        params={params}
        className="cd-tab cd-roster-tab"
        data-selected={selected === 'learners' || undefined}
      >
        Learners <span className="cd-tab-count">{program.learners.toLocaleString('en-US')}</span>
      </Link>
      <Link
        to="/programs/$programId/coaches"
        params={params}
        className="cd-tab cd-roster-tab"
        data-selected={selected === 'coaches' || undefined}
      >
        Coaches <span className="cd-tab-count">{program.coaches.toLocaleString('en-US')}</span>
      </Link>
    </nav>
  )
}
