import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { evaluationSearch } from '#renderer/app/search.ts'
import type * as z from 'zod'
import { groupings } from '#shared/evaluation/resultSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'
import { audiences } from '#shared/program/design/audiences.ts'

type Search = z.output<typeof evaluationSearch>

/** What is looked at and by whom, as the address says it; `show` changes a part of it. */
export function useEvaluationSearch() {
  const search = useSearch({ from: '/programs/$programId/evaluation' })
  const navigate = useNavigate({ from: '/programs/$programId/evaluation' })
  const show = useCallback(
    (part: { [K in keyof Search]?: Search[K] | undefined }) =>
      void navigate({
        search: (before) => ({ ...before, ...part, tab: part.tab ?? before.tab ?? 'waves' }),
        replace: true,
      }),
    [navigate],
  )
  /** Opens a wave among those of its year. */
  const showWave = ({ id, opensOn }: Pick<Administration, 'id' | 'opensOn'>) =>
    show({ tab: 'waves', wave: id, year: String(academicYearOf(opensOn)) })
  return {
    ...search,
    audience: audiences.find((known) => known === search.audience) ?? 'programDirector',
    by: groupings.find((known) => known === search.by) ?? 'none',
    show,
    showWave,
  }
}
