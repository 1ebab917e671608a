import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Columns2, GraduationCap, Plus, Stethoscope } from 'lucide-react'
import { Button } from 'react-aria-components'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'

const kindIcons = { ume: GraduationCap, gme: Stethoscope }

/** Switches between the programs of the data file. */
export function ProgramMenu({ program }: { program: Program | null }) {
  const programs = usePrograms() ?? []
  const navigate = useNavigate()
  return (
    <Menu
      label="Program"
      groups={[
        programs.map((choice) => ({
          id: choice.id,
          label: `${choice.name}, ${formatAcademicYear(choice.year)}`,
          icon: kindIcons[choice.kind],
          isCurrent: choice.id === program?.id,
          onAction: () => void navigate({ to: '/', search: { program: choice.id } }),
        })),
        [
          {
            id: 'all',
            label: 'Programs side by side',
            icon: Columns2,
            onAction: () => void navigate({ to: '/programs' }),
          },
          {
            id: 'new',
            label: 'Start another program…',
            icon: Plus,
            onAction: () => void navigate({ to: '/programs/new' }),
          },
        ],
      ].filter((group) => group.length > 0)}
    >
      <Button className="cd-program-button">
        <b>{program?.name ?? 'No program yet'}</b>
        {program && <span>{formatAcademicYear(program.year)}</span>}
        <ChevronsUpDown size={14} aria-hidden />
      </Button>
    </Menu>
  )
}
