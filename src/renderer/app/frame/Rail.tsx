import { Link, useLocation } from '@tanstack/react-router'
import { ChartColumn, Compass, Database, House, type LucideIcon, Settings2, Users, Wallet } from 'lucide-react'
import { type PageName, pageAt } from '#renderer/app/pages.ts'
import { useOpenFile } from '#renderer/app/useWorkspace.ts'
import type { Program } from '#shared/program/schema.ts'

/** The destinations, in the order of the work of a year. Only what there is can be gone to. */
export function Rail({ program }: { program: Program | null }) {
  const file = useOpenFile()
  const page = useLocation({ select: ({ pathname }) => pageAt(pathname) })
  if (!file) return null

  const entry = (Icon: LucideIcon, label: string, ...pages: PageName[]) => ({
    className: 'cd-rail-link',
    // In a small window only the icon stands there.
    title: label,
    activeOptions: { exact: true, includeSearch: false },
    'aria-current': page !== null && pages.includes(page) ? ('page' as const) : undefined,
    children: (
      <>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{label}</span>
      </>
    ),
  })
  const params = program && { programId: program.id }
  return (
    <nav className="cd-rail" aria-label="Main">
      <Link to="/" {...entry(House, 'Home', 'home')} />
      {params && (
        <>
          <Link
            to="/programs/$programId/design"
            params={params}
            {...entry(Compass, 'Design', 'design', 'question', 'compare', 'charter')}
          />
          <Link
            to="/programs/$programId/learners"
            params={params}
            {...entry(
              Users,
              'People',
              'learners',
              'coaches',
              'staff',
              'stakeholders',
              'meetings',
              'person',
              'import',
              'newYear',
            )}
          />
          <Link
            to="/programs/$programId/budget"
            params={params}
            {...entry(Wallet, 'Budget', 'budget', 'budgetSummary')}
          />
          <Link
            to="/programs/$programId/evaluation"
            params={params}
            {...entry(ChartColumn, 'Evaluation', 'evaluation')}
          />
          <Link
            to="/programs/$programId/settings"
            params={params}
            {...entry(Settings2, 'Program set-up', 'settings')}
          />
        </>
      )}
      <Link to="/data" {...entry(Database, 'Data', 'data')} />
    </nav>
  )
}
