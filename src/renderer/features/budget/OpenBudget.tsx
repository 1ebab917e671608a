import { useNavigate, useSearch } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { budgetTabs, type BudgetTab } from '#renderer/app/search.ts'
import { budgetTabLabels } from '#renderer/app/words.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { Budget, BudgetDocument, Scenario } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { ActualsTab } from './actuals/ActualsTab.tsx'
import { budgetInWords } from './budgetWords.ts'
import { LinesTab, PositionsTab, RatesTab } from './items/ItemTabs.tsx'
import { PlanTab } from './plan/PlanTab.tsx'
import { ScenarioBar } from './scenarios/ScenarioBar.tsx'
import { ScenariosTab } from './scenarios/ScenariosTab.tsx'
import { type BudgetWork, useBudgetWork } from './useBudgetWork.ts'
import { VersionActions } from './version/VersionActions.tsx'

interface Props {
  program: Program
  versions: readonly Budget[]
  document: BudgetDocument
}

/** One version of the budget, in the base or in a scenario. */
export function OpenBudget({ program, versions, document }: Props) {
  const { scenario: asked } = useSearch({ from: '/programs/$programId/budget' })
  const scenario = document.scenarios.find(({ id }) => id === asked) ?? null
  const navigate = useNavigate({ from: '/programs/$programId/budget' })
  const [wasChosen, setChosen] = useState(false)
  const show = (id: Id | null): void => {
    setChosen(true)
    void navigate({ search: (before) => ({ ...before, scenario: id ?? undefined, item: undefined }), replace: true })
  }
  // Another scenario is another form: what is typed in one never shows in the other.
  return (
    <ScenarioWork
      key={scenario?.id ?? 'base'}
      program={program}
      versions={versions}
      document={document}
      scenario={scenario}
      wasChosen={wasChosen}
      onShow={show}
    />
  )
}

interface ScenarioWorkProps extends Props {
  scenario: Scenario | null
  /** Whether somebody chose it here, rather than came with a link. */
  wasChosen: boolean
  onShow: (id: Id | null) => void
}

function ScenarioWork({ program, versions, document, scenario, wasChosen, onShow }: ScenarioWorkProps) {
  const work = useBudgetWork(document, scenario)
  const { tab, item } = useSearch({ from: '/programs/$programId/budget' })
  const navigate = useNavigate({ from: '/programs/$programId/budget' })
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is another one now.
    if (wasChosen) page.current?.querySelector<HTMLElement>('.cd-scenario-bar [data-selected]')?.focus()
  }, [wasChosen])
  const bar = <ScenarioBar work={work} onShow={onShow} />
  const content: Record<BudgetTab, React.ReactNode> = {
    plan: <PlanTab work={work} bar={bar} />,
    positions: <PositionsTab work={work} bar={bar} activeItem={item} />,
    lines: <LinesTab work={work} bar={bar} activeItem={item} />,
    rates: <RatesTab work={work} bar={bar} activeItem={item} />,
    scenarios: <ScenariosTab work={work} onShow={onShow} />,
    actuals: <ActualsTab work={work} programId={program.id} />,
  }
  return (
    <div className="cd-page cd-budget" ref={page}>
      <PageHeader
        title="Budget"
        summary={`${scenario ? `${scenario.name}, ` : ''}${budgetInWords(work.calculated.result)}`}
        actions={<VersionActions program={program} versions={versions} work={work} />}
      />
      {work.isLocked && <LockedBanner work={work} />}
      <Tabs<BudgetTab>
        label="Parts of the budget"
        tabs={budgetTabs.map((id) => ({ id, label: budgetTabLabels[id], content: content[id] }))}
        selected={tab}
        onSelect={(next) =>
          void navigate({
            search: (before) => ({ ...before, tab: next, item: undefined, field: undefined }),
            replace: true,
          })
        }
      />
    </div>
  )
}

function LockedBanner({ work: { document } }: { work: BudgetWork }) {
  const { status, approvedOn, approvedBy } = document.budget
  const when = approvedOn === null ? '' : ` ${formatDate(approvedOn)}`
  const by = approvedBy === '' ? '' : ` by ${approvedBy}`
  return (
    <p className="cd-budget-locked">
      <Lock size={16} aria-hidden />
      {`Approved${when}${by}${status === 'superseded' ? ', and superseded since' : ''}: locked, with the roster of that day. A new version can be changed.`}
    </p>
  )
}
