import { useParams, useSearch } from '@tanstack/react-router'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import type { Program } from '#shared/program/schema.ts'

const storageKey = 'coachdesk.program'

/** The program the page is about: the one in the address, else the one used last, else the first. */
export function useCurrentProgram(): Program | null {
  const { programId } = useParams({ strict: false })
  const { program: asked } = useSearch({ strict: false })
  const programs = usePrograms() ?? []
  const wanted = programId ?? asked ?? localStorage.getItem(storageKey)
  return programs.find(({ id }) => id === wanted) ?? programs[0] ?? null
}

export function rememberProgram(id: string): void {
  localStorage.setItem(storageKey, id)
}
