import { useRead } from '#renderer/app/api.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal } from '#shared/kernel/problem.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

export interface ChosenYear {
  year: number
  /** Those to choose from, the newest first: the years that have waves, and the one the program is in. */
  years: readonly { year: number; waves: number }[]
}

/** The academic year that is looked at: the one in the address, else the one the program is in. */
export function useEvaluationYear(programId: Id): { data: ChosenYear | undefined; error: Refusal | null } {
  const { year: asked } = useEvaluationSearch()
  const program = usePrograms()?.find(({ id }) => id === programId)
  const { data: administrations, error } = useRead('evaluation.listAdministrations', { programId })
  if (!program || !administrations) return { data: undefined, error }
  const held = Map.groupBy(administrations, ({ opensOn }) => academicYearOf(opensOn))
  const years = [...new Set([program.year, ...held.keys()])]
    .toSorted((a, b) => b - a)
    .map((year) => ({ year, waves: held.get(year)?.length ?? 0 }))
  const chosen = years.find(({ year }) => String(year) === asked)
  return { data: { year: chosen?.year ?? program.year, years }, error: null }
}
