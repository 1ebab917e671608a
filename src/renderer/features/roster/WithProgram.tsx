import type { ReactNode } from 'react'
import { useParams } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Program } from '#shared/program/schema.ts'

/** The program in the address. */
export function WithProgram({ children }: { children: (program: Program) => ReactNode }) {
  const { programId } = useParams({ strict: false })
  const programs = usePrograms()
  if (!programs) return <Skeleton label="Program" lines={12} />
  const program = programs.find(({ id }) => id === programId)
  if (program) return children(program)
  return (
    <EmptyState icon={Building2} title="This program is not in the open data file">
      It may be in another data file; open that one, or choose a program at the top.
    </EmptyState>
  )
}
