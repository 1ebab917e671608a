import { useNavigate } from '@tanstack/react-router'
import { CalendarSync } from 'lucide-react'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Program } from '#shared/program/schema.ts'
import { yearEndWords } from './yearEnd.ts'

/** Says that the year ends soon or has ended, and leads to the page that starts the next one. */
export function NewYearNote({ program }: { program: Program }) {
  const navigate = useNavigate()
  const today = useWorkspaceInfo()?.today
  const words = today === undefined ? null : yearEndWords(program.year, today)
  if (words === null) return null
  return (
    <section className="cd-home-note" aria-label="New year">
      <CalendarSync size={16} aria-hidden />
      <p>{words}</p>
      <Button onPress={() => void navigate({ to: '/programs/$programId/new-year', params: { programId: program.id } })}>
        Prepare {formatAcademicYear(program.year + 1)}
      </Button>
    </section>
  )
}
