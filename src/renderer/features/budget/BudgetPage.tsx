import '#renderer/app/page.css'
import './budget.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { Wallet } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import { OpenBudget } from './OpenBudget.tsx'
import { StartBudgetDialog } from './version/StartBudgetDialog.tsx'

/** The budget of a program: the version and the scenario that the address names, else the newest and the base. */
export function BudgetPage() {
  const { programId } = useParams({ from: '/programs/$programId/budget' })
  const { version } = useSearch({ from: '/programs/$programId/budget' })
  const program = usePrograms()?.find(({ id }) => id === programId)
  const versions = useRead('budget.list', { programId })
  const shown = versions.data?.find(({ id }) => id === version) ?? versions.data?.[0]
  const document = useRead('budget.get', { budgetId: shown?.id ?? '' }, { enabled: shown !== undefined })
  const [isStarting, setStarting] = useState(false)
  // A version that was just given up cannot be read again; the list says so in a moment.
  const problem = versions.error?.problem ?? (document.data ? undefined : document.error?.problem)
  if (problem && problem.code !== 'disconnected') return <Waiting problem={problem} />
  if (program && versions.data?.length === 0)
    return (
      <Waiting>
        <EmptyState
          icon={Wallet}
          title="No budget yet"
          actions={
            <Button kind="primary" onPress={() => setStarting(true)}>
              Start a budget
            </Button>
          }
        >
          Coaches, FTE and cost by fund and year, worked out from the roster and a few assumptions. It starts with the
          positions, funds and pay that the design decided.
        </EmptyState>
        {isStarting && <StartBudgetDialog program={program} onClose={() => setStarting(false)} />}
      </Waiting>
    )
  if (!program || !versions.data || !document.data) return <Waiting />
  return (
    <OpenBudget key={document.data.budget.id} program={program} versions={versions.data} document={document.data} />
  )
}

/** What stands here while there is no budget to show. */
function Waiting({ problem, children }: { problem?: Problem; children?: ReactNode }) {
  return (
    <div className="cd-page">
      <PageHeader title="Budget" />
      {problem ? <ProblemNotice problem={problem} /> : (children ?? <Skeleton label="Budget" lines={12} />)}
    </div>
  )
}
