import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { evaluationSearch } from '#renderer/app/search.ts'
import type * as z from 'zod'
import { groupings } from '#shared/evaluation/resultSchema.ts'
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
  return {
    ...search,
    audience: audiences.find((known) => known === search.audience) ?? 'programDirector',
    by: groupings.find((known) => known === search.by) ?? 'none',
    show,
  }
}
