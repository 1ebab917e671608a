import { useParams, useSearch } from '@tanstack/react-router'
import { usePreferences } from '#renderer/app/preferences.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import type { Program } from '#shared/program/schema.ts'

/** The program the page is about: the one in the address, else the one used last, else the first. */
export function useCurrentProgram(): Program | null {
  // Only these parts: the frame does not render with every letter of a search that goes into the address.
  const programId = useParams({ strict: false, select: (params) => params.programId })
  const asked = useSearch({ strict: false, select: (search) => search.program })
  const programs = usePrograms() ?? []
  const { programId: last } = usePreferences()
  const wanted = programId ?? asked ?? last
  return programs.find(({ id }) => id === wanted) ?? programs[0] ?? null
}
