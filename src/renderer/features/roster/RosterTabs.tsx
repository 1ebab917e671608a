import '#renderer/ui/Tabs.css'
import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleGrid } from './views.ts'

interface RosterTabsProps {
  program: Program
  selected: PeopleGrid | 'meetings'
}

/** The kinds of people of a program are pages that belong together: links that look like tabs. */
export function RosterTabs({ program, selected }: RosterTabsProps) {
  const programId = program.id
  const staff = useRead('roster.listStaff', { programId }).data
  const design = useRead('program.getDesign', { programId }).data
  const tabs = [
    { grid: 'learners', label: 'Learners', count: program.learners },
    { grid: 'coaches', label: 'Coaches', count: program.coaches },
    { grid: 'staff', label: 'Staff', count: staff && new Set(staff.map(({ personId }) => personId)).size },
    {
      grid: 'stakeholders',
      label: 'Stakeholders',
      count: design?.answers.stakeholders.answer.choices.stakeholders.length,
    },
    { grid: 'meetings', label: 'Meetings', count: undefined },
  ] as const
  return (
    <nav className="cd-tab-list" aria-label="People">
      {tabs.map(({ grid, label, count }) => (
        <Link
          key={grid}
          to={`/programs/$programId/${grid}`}
          params={{ programId }}
          className="cd-tab cd-roster-tab"
          data-selected={selected === grid || undefined}
          aria-current={selected === grid ? 'page' : undefined}
        >
          {label} {count !== undefined && <span className="cd-tab-count">{count.toLocaleString('en-US')}</span>}
        </Link>
      ))}
    </nav>
  )
}
