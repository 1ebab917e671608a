import { useNavigate } from '@tanstack/react-router'
import { CalendarSync, ChevronDown, Ellipsis, FileDown, UsersRound } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { exportFacts, type ExportId, exportIds } from './export/exports.ts'

interface ExportMenuProps {
  /** Those that are about the people of the page. */
  ids?: readonly ExportId[]
  isDisabled: boolean
  onExport: (id: ExportId) => void
}

/** Everything that can be written out of a roster. */
export function ExportMenu({ ids = exportIds, isDisabled, onExport }: ExportMenuProps) {
  const actions = ids.map((id): MenuAction => ({
    id,
    label: exportFacts[id].label,
    onAction: () => onExport(id),
  }))
  return (
    <Menu label="Export" groups={[actions.slice(0, 2), actions.slice(2)].filter(({ length }) => length > 0)}>
      <Button kind="quiet" icon={FileDown} isDisabled={isDisabled}>
        Export
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  )
}

interface PeopleMenuProps {
  program: Program
  onDuplicates: () => void
}

/** What is done with all people of a program now and then. */
export function PeopleMenu({ program, onDuplicates }: PeopleMenuProps) {
  const navigate = useNavigate()
  const toNewYear = () => void navigate({ to: '/programs/$programId/new-year', params: { programId: program.id } })
  return (
    <Menu
      label="More"
      groups={[
        [{ id: 'duplicates', label: 'Find duplicates…', icon: UsersRound, onAction: onDuplicates }],
        [
          {
            id: 'newYear',
            label: `Start ${formatAcademicYear(program.year + 1)}…`,
            icon: CalendarSync,
            onAction: toNewYear,
          },
        ],
      ]}
    >
      <IconButton icon={Ellipsis} label="More" />
    </Menu>
  )
}
