import { Link, useLocation } from '@tanstack/react-router'
import { Database, House, type LucideIcon, Settings2, Users } from 'lucide-react'
import { type PageName, pageAt } from '#renderer/app/pages.ts'
import { useOpenFile } from '#renderer/app/useWorkspace.ts'
import type { Program } from '#shared/program/schema.ts'

/** The destinations, in the order of the work of a year. Only what there is can be gone to. */
export function Rail({ program }: { program: Program | null }) {
  const file = useOpenFile()
  const page = pageAt(useLocation().pathname)
  if (!file) return null

  const at = (...pages: PageName[]) => ({
    className: 'cd-rail-link',
    activeOptions: { exact: true, includeSearch: false },
    'aria-current': page !== null && pages.includes(page) ? ('page' as const) : undefined,
  })
  return (
    <nav className="cd-rail" aria-label="Main">
      <Link to="/" {...at('home')}>
        <Entry icon={House} label="Home" />
      </Link>
      {program && (
        <>
          <Link
            to="/programs/$programId/learners"
            params={{ programId: program.id }}
            {...at('learners', 'coaches', 'person', 'import')}
          >
            <Entry icon={Users} label="People" />
          </Link>
          <Link to="/programs/$programId/settings" params={{ programId: program.id }} {...at('settings')}>
            <Entry icon={Settings2} label="Program set-up" />
          </Link>
        </>
      )}
      <Link to="/data" {...at('data')}>
        <Entry icon={Database} label="Data" />
      </Link>
    </nav>
  )
}

function Entry({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {label}
    </>
  )
}
