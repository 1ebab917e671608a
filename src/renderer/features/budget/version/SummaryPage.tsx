import '#renderer/app/page.css'
import '../budget.css'
import './summary.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useMemo } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { versionInWords } from '../budgetWords.ts'
import { SummarySheet } from './SummarySheet.tsx'

/** The budget on one page of letter paper, to print. */
export function SummaryPage() {
  const { programId } = useParams({ from: '/programs/$programId/budget/summary' })
  const asked = useSearch({ from: '/programs/$programId/budget/summary' })
  const program = usePrograms()?.find(({ id }) => id === programId)
  const versions = useRead('budget.list', { programId })
  const version = versions.data?.find(({ id }) => id === asked.version) ?? versions.data?.[0]
  const read = useRead('budget.get', { budgetId: version?.id ?? '' }, { enabled: version !== undefined })
  const document = read.data
  const scenario = document?.scenarios.find(({ id }) => id === asked.scenario)
  const calculated = useMemo(
    () => (document ? calculateBudget(document, scenario?.id ?? null) : null),
    [document, scenario],
  )
  const problem = versions.error?.problem ?? read.error?.problem
  if (!program || !document || !calculated)
    return (
      <div className="cd-page">
        <PageHeader title="Budget summary" />
        {problem && problem.code !== 'disconnected' ? (
          <ProblemNotice problem={problem} />
        ) : versions.data?.length === 0 ? (
          <EmptyState title="No budget yet">Start a budget; its summary is printed here.</EmptyState>
        ) : (
          <Skeleton label="Budget summary" />
        )}
      </div>
    )
  return (
    <div className="cd-page">
      <PageHeader
        title="Budget summary"
        summary={`${versionInWords(document.budget)}${scenario ? `, ${scenario.name}` : ''}, as it prints.`}
        actions={
          <Button icon={Printer} kind="primary" onPress={() => window.print()}>
            Print summary
          </Button>
        }
      />
      <SummarySheet program={program} document={document} calculated={calculated} />
    </div>
  )
}
